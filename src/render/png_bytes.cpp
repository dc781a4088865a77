#include "render/png_bytes.hpp"

#include <stdexcept>

namespace banxin::render {

std::string png_bytes(cairo_surface_t* surface) {
  std::string out;
  const cairo_status_t done = cairo_surface_write_to_png_stream(
      surface,
      [](void* closure, const unsigned char* data, unsigned length) {
        static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
        return CAIRO_STATUS_SUCCESS;
      },
      &out);
  if (done != CAIRO_STATUS_SUCCESS) throw std::runtime_error(cairo_status_to_string(done));
  return out;
}

}  // namespace banxin::render
