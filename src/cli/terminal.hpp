// Colors and progress on standard error.
#pragma once

#include <string_view>

namespace banxin::cli {

/// NO_COLOR switches colors off, CLICOLOR_FORCE on; otherwise they are used on a terminal, except with TERM=dumb.
bool use_colors();

/// A line with the current stage, on a terminal only. The destructor removes it.
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
