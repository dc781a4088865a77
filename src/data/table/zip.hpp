// The parts of a zip file.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct zip;  // libzip's archive

namespace banxin::data {

class Zip {
 public:
  /// Reads at most `limit` bytes of all parts together.
  Zip(std::string_view bytes, std::size_t limit);
  ~Zip();
  Zip(const Zip&) = delete;
  Zip& operator=(const Zip&) = delete;

  [[nodiscard]] bool open() const { return archive_ != nullptr; }
  /// A part unpacked; empty if there is none, if it is damaged, or beyond the limit (`too_large`).
  std::optional<std::string> part(const std::string& name);
  [[nodiscard]] bool too_large() const { return too_large_; }

 private:
  ::zip* archive_ = nullptr;
  std::size_t left_;
  bool too_large_ = false;
};

}  // namespace banxin::data
