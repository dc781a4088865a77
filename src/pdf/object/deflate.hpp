// Flate encoding (ISO 32000-1, 7.4.4) with one zlib state for many streams.
#pragma once

#include <zlib.h>

#include <string>
#include <string_view>

namespace banxin::pdf {

/// Not thread-safe; one per worker. The output depends only on the input, not on earlier calls.
class Deflater {
 public:
  Deflater();
  ~Deflater();
  Deflater(const Deflater&) = delete;
  Deflater& operator=(const Deflater&) = delete;
  /// Throws std::bad_alloc if zlib runs out of memory.
  [[nodiscard]] std::string operator()(std::string_view data);

 private:
  z_stream stream_{};
};

}  // namespace banxin::pdf
