#include "image/svg.hpp"

#include <cairo-script.h>
#include <librsvg/rsvg.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "image/cairo_script.hpp"

namespace banxin::image {

namespace {

constexpr double pixels_per_inch = 96;
/// The longer side in units of the script. Cairo keeps coordinates in 1/256 of a unit: at this scale that is finer than
/// any printer, and coordinates do not overflow.
constexpr double script_size = 4096;
/// Cairo 1.16 fails to write a horizontal or vertical line as a path. So everything is skewed by this much, and
/// restored afterwards.
constexpr double slant = 1.0 / 1024;
constexpr double largest = 20000;  ///< a side, in pixels
constexpr std::size_t longest_script = std::size_t{64} << 20;

template <auto release>
struct Release {
  template <class T>
  void operator()(T* object) const {
    release(object);
  }
};
using Handle = std::unique_ptr<RsvgHandle, Release<g_object_unref>>;
using Device = std::unique_ptr<cairo_device_t, Release<cairo_device_destroy>>;
using Surface = std::unique_ptr<cairo_surface_t, Release<cairo_surface_destroy>>;
using Context = std::unique_ptr<cairo_t, Release<cairo_destroy>>;

std::string taken(GError* error) {
  const std::unique_ptr<GError, Release<g_error_free>> owned(error);
  return owned ? owned->message : "it cannot be read";
}

cairo_status_t append(void* closure, const unsigned char* data, unsigned size) {
  auto& script = *static_cast<std::string*>(closure);
  if (script.size() + size > longest_script) return CAIRO_STATUS_WRITE_ERROR;
  script.append(reinterpret_cast<const char*>(data), size);
  return CAIRO_STATUS_SUCCESS;
}

/// Width and height in CSS pixels, or those of the view box.
Size size_of(RsvgHandle* handle, double& width, double& height) {
  if (!rsvg_handle_get_intrinsic_size_in_pixels(handle, &width, &height)) {
    gboolean has_width = FALSE, has_height = FALSE, has_box = FALSE;
    RsvgLength ignored;
    RsvgRectangle box{};
    rsvg_handle_get_intrinsic_dimensions(handle, &has_width, &ignored, &has_height, &ignored, &has_box, &box);
    width = has_box ? box.width : 0;
    height = has_box ? box.height : 0;
  }
  const bool sane =
      std::isfinite(width) && std::isfinite(height) && width > 0 && height > 0 && width <= largest && height <= largest;
  return sane ? Size{Length::inch(width / pixels_per_inch), Length::inch(height / pixels_per_inch)} : Size{};
}

}  // namespace

bool is_svg(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const std::size_t first = bytes.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && bytes[first] == '<' &&
         bytes.substr(0, 4096).find("<svg") != std::string_view::npos;
}

Decoded read_svg(std::string_view bytes, const Limits& limits) {
  GError* error = nullptr;
  // Without a base address librsvg resolves no reference to another file, and it has no network.
  const Handle handle(rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(bytes.data()), bytes.size(), &error));
  if (!handle) return DecodeError{Damaged{taken(error)}};
  rsvg_handle_set_dpi(handle.get(), pixels_per_inch);
  double width = 0, height = 0;
  Image image;
  image.drawing_size = size_of(handle.get(), width, height);
  if (!image.vector())
    return DecodeError{Unsupported{"it has no size", "give its <svg> a width, a height and a viewBox"}};
  const double scale = script_size / std::max(width, height);
  const RsvgRectangle port{0, 0, width * scale, height * scale};
  std::string script;
  const Device device(cairo_script_create_for_stream(append, &script));
  {
    const Surface surface(cairo_script_surface_create(
        device.get(), CAIRO_CONTENT_COLOR_ALPHA, port.width + slant * port.height, port.height + slant * port.width));
    const Context context(cairo_create(surface.get()));
    const cairo_matrix_t slanting{1, slant, slant, 1, 0, 0};
    cairo_transform(context.get(), &slanting);
    if (!rsvg_handle_render_document(handle.get(), context.get(), &port, &error))
      return DecodeError{Damaged{taken(error)}};
    if (cairo_status(context.get()) != CAIRO_STATUS_SUCCESS ||
        cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) {
      return DecodeError{Unsupported{"it has too many lines, or lines that are too short", "simplify the drawing"}};
    }
  }
  cairo_device_finish(device.get());
  if (script.size() + 1024 > longest_script)
    return DecodeError{Unsupported{"it is too complex", "simplify the drawing"}};
  ScriptDrawing drawing =
      read_cairo_script(script, image.drawing_size, port.width, {1, slant, slant, 1, 0, 0}, limits.items);
  if (!drawing.fault.empty()) {
    return DecodeError{
        Unsupported{drawing.fault, "convert that to paths, or export the drawing as PNG at 300 pixels an inch"}};
  }
  image.drawing = std::move(drawing.items);
  return image;
}

}  // namespace banxin::image
