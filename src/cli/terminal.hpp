// What standard error can show: colors where they are wanted, progress where somebody looks on.
#pragma once

#include <string_view>

namespace banxin::cli {

/// NO_COLOR switches colors off, CLICOLOR_FORCE on; otherwise only a terminal that is not TERM=dumb has them.
bool colors_wanted();

/// One line that shows what is being done, on a terminal only; gone when the object is.
class Progress {
 public:
  Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress() { clear(); }
  void show(std::string_view what);
  void clear();
  [[nodiscard]] bool visible() const { return visible_; }

 private:
  bool visible_;
  bool shown_ = false;
};

}  // namespace banxin::cli
