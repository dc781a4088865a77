// Flate encoding (ISO 32000-1, 7.4.4) with one zlib state for many streams.
#pragma once

#include <zlib.h>

#include <string>
#include <string_view>

namespace banxin::pdf {

/// Not thread-safe; one for each worker. The bytes depend on the input alone, never on what was compressed before.
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
