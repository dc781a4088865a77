// An id computed from content, for the ids in the XMP of print files: equal content, equal id.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace banxin::pdf {

/// 128 bits by two FNV-1a sums; not for security.
class ContentId {
 public:
  void add(std::string_view bytes);
  /// Written as a UUID of version 8 (RFC 9562, 5.8: vendor-specific contents).
  [[nodiscard]] std::string text() const;

 private:
  std::uint64_t first_ = 0xcbf29ce484222325, second_ = 0x84222325cbf29ce4;
};

}  // namespace banxin::pdf
