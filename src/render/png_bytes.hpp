// PNG through cairo.
#pragma once

#include <cairo.h>

#include <string>

namespace banxin::render {

/// The surface as a PNG file. Throws std::runtime_error.
std::string png_bytes(cairo_surface_t* surface);

}  // namespace banxin::render
