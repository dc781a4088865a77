#include "render/png_page.hpp"

#include <cairo.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <new>
#include <numbers>
#include <stdexcept>

#include "render/pixels.hpp"
#include "render/placement.hpp"
#include "render/png_bytes.hpp"

namespace banxin::render {

namespace {

using graphics::DisplayList;
using graphics::Paint;
using graphics::Path;

using Surface = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;
using Context = std::unique_ptr<cairo_t, decltype(&cairo_destroy)>;

Surface new_surface(double width, double height) {
  constexpr double most = 30000;  // cairo's limit is 32767 pixels
  if (!(width >= 1 && height >= 1 && width <= most && height <= most)) {
    throw std::runtime_error("a picture must have 1 to 30000 pixels on each side; choose another --dpi");
  }
  Surface made(cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(width), static_cast<int>(height)),
               cairo_surface_destroy);
  if (cairo_surface_status(made.get()) != CAIRO_STATUS_SUCCESS) throw std::bad_alloc();
  return made;
}

class Painter {
 public:
  Painter(cairo_t* to, const Source& source)
      : to_(to), source_(source), document_(source.document), glyphs_(source.glyphs) {}

  void paint(const DisplayList& items) {
    for (const graphics::Item& item : items) {
      std::visit([this](const auto& what) { draw(what); }, item.what);
    }
  }

 private:
  void set(const Paint& paint) {
    if (const auto* color = std::get_if<Color>(&paint.source)) {
      cairo_set_source_rgba(to_, color->rgb.r, color->rgb.g, color->rgb.b, paint.opacity);
      return;
    }
    const auto& gradient = std::get<graphics::LinearGradient>(paint.source);
    cairo_pattern_t* pattern = cairo_pattern_create_linear(gradient.from.x.to_pt(), gradient.from.y.to_pt(),
                                                           gradient.to.x.to_pt(), gradient.to.y.to_pt());
    for (const graphics::GradientStop& stop : gradient.stops) {
      cairo_pattern_add_color_stop_rgba(pattern, stop.at, stop.color.rgb.r, stop.color.rgb.g, stop.color.rgb.b,
                                        stop.opacity * paint.opacity);
    }
    cairo_set_source(to_, pattern);
    cairo_pattern_destroy(pattern);
  }

  void trace(const Path& path) {
    const Point* next = path.points.data();
    for (const Path::Verb verb : path.verbs) {
      switch (verb) {
        case Path::Verb::move:
          cairo_move_to(to_, next->x.to_pt(), next->y.to_pt());
          ++next;
          break;
        case Path::Verb::line:
          cairo_line_to(to_, next->x.to_pt(), next->y.to_pt());
          ++next;
          break;
        case Path::Verb::cubic:
          cairo_curve_to(to_, next[0].x.to_pt(), next[0].y.to_pt(), next[1].x.to_pt(), next[1].y.to_pt(),
                         next[2].x.to_pt(), next[2].y.to_pt());
          next += 3;
          break;
        case Path::Verb::close: cairo_close_path(to_); break;
      }
    }
  }

  void stroke(const graphics::Stroke& stroke) {
    set(stroke.paint);
    cairo_set_line_width(to_, stroke.width.to_pt());
    cairo_set_line_cap(to_, stroke.cap == graphics::LineCap::butt    ? CAIRO_LINE_CAP_BUTT
                            : stroke.cap == graphics::LineCap::round ? CAIRO_LINE_CAP_ROUND
                                                                     : CAIRO_LINE_CAP_SQUARE);
    cairo_set_line_join(to_, stroke.join == graphics::LineJoin::miter   ? CAIRO_LINE_JOIN_MITER
                             : stroke.join == graphics::LineJoin::round ? CAIRO_LINE_JOIN_ROUND
                                                                        : CAIRO_LINE_JOIN_BEVEL);
    std::vector<double> dashes;
    for (const Length dash : stroke.dashes) dashes.push_back(dash.to_pt());
    cairo_set_dash(to_, dashes.data(), static_cast<int>(dashes.size()), stroke.dash_offset.to_pt());
    cairo_stroke_preserve(to_);
  }

  void fill_and_stroke(const std::optional<Paint>& fill, const graphics::Stroke* outline, bool even_odd) {
    cairo_set_fill_rule(to_, even_odd ? CAIRO_FILL_RULE_EVEN_ODD : CAIRO_FILL_RULE_WINDING);
    if (fill) {
      set(*fill);
      cairo_fill_preserve(to_);
    }
    if (outline) stroke(*outline);
    cairo_new_path(to_);
  }

  void draw(const graphics::Shape& shape) {
    trace(shape.path);
    fill_and_stroke(shape.fill, shape.stroke ? &*shape.stroke : nullptr, shape.even_odd);
  }

  /// All glyphs of the run are one path: overlapping glyphs do not add up, as in PDF text with one color.
  void draw(const graphics::GlyphRun& run) {
    if (!run.fill && !run.stroke) return;
    const double scale = run.size.to_pt() / GlyphOutlines::em;
    for (const graphics::Glyph& glyph : run.glyphs) {
      const Path& outline = glyphs_.outline(run.face, glyph.id);
      if (outline.empty()) continue;
      const Spot spot = glyph_spot(run, glyph, glyphs_.fonts());
      cairo_save(to_);
      cairo_translate(to_, run.origin.x.to_pt(), run.origin.y.to_pt());
      cairo_rotate(to_, run.rotation * std::numbers::pi / 180);
      cairo_translate(to_, spot.x, spot.y);
      cairo_scale(to_, scale, scale);
      trace(outline);
      cairo_restore(to_);
    }
    fill_and_stroke(run.fill, run.stroke.get(), false);
  }

  void draw(const graphics::Dots& dots) {
    if (dots.radii.empty()) return;
    set(dots.fill);
    for (std::size_t i = 0; i < dots.centers.size(); ++i) {
      cairo_arc(to_, dots.centers[i].x.to_pt(), dots.centers[i].y.to_pt(), dots.radius(i).to_pt(), 0,
                2 * std::numbers::pi);
      cairo_fill(to_);
    }
  }

  void draw(const graphics::Picture& picture) {
    const image::Image& image = *document_.images.at(picture.image);
    Pixels pixels = pixels_of(image, source_.inks_to_rgb);
    if (pixels.width == 0 || pixels.height == 0) return;
    const Surface surface(
        cairo_image_surface_create_for_data(reinterpret_cast<unsigned char*>(pixels.words.data()), CAIRO_FORMAT_ARGB32,
                                            static_cast<int>(pixels.width), static_cast<int>(pixels.height),
                                            static_cast<int>(pixels.width * 4)),
        cairo_surface_destroy);
    const auto m = picture_matrix(image.orientation, picture.box);
    const cairo_matrix_t matrix{m[0], m[1], m[2], m[3], m[4], m[5]};
    cairo_save(to_);
    cairo_transform(to_, &matrix);
    cairo_rectangle(to_, 0, 0, 1, 1);
    cairo_clip(to_);
    cairo_scale(to_, 1.0 / pixels.width, 1.0 / pixels.height);
    cairo_set_source_surface(to_, surface.get(), 0, 0);
    cairo_pattern_set_extend(cairo_get_source(to_), CAIRO_EXTEND_PAD);
    cairo_paint(to_);
    cairo_restore(to_);
  }

  void draw(const std::shared_ptr<graphics::Group>& group) {
    if (!group || group->items.empty() || group->opacity <= 0) return;
    cairo_save(to_);
    const Affine& m = group->transform;
    const cairo_matrix_t matrix{m.a, m.b, m.c, m.d, m.dx.to_pt(), m.dy.to_pt()};
    cairo_transform(to_, &matrix);
    if (group->clip) {
      trace(*group->clip);
      cairo_set_fill_rule(to_, CAIRO_FILL_RULE_WINDING);
      cairo_clip(to_);
    }
    if (group->opacity < 1) cairo_push_group(to_);
    paint(group->items);
    if (group->opacity < 1) {
      cairo_pop_group_to_source(to_);
      cairo_paint_with_alpha(to_, group->opacity);
    }
    cairo_restore(to_);
  }

  cairo_t* to_;
  const Source& source_;
  const page::PagedDocument& document_;
  GlyphOutlines& glyphs_;
};

}  // namespace

std::string png_page(const Source& source, const page::Page& page, double dpi) {
  const double scale = dpi / 72;
  const auto size = [scale](Length side) { return std::max(1.0, std::ceil(side.to_pt() * scale - 0.001)); };
  const Surface surface = new_surface(size(page.trim.width), size(page.trim.height));
  const Context context(cairo_create(surface.get()), cairo_destroy);
  cairo_set_source_rgb(context.get(), 1, 1, 1);
  cairo_paint(context.get());
  cairo_scale(context.get(), scale, scale);
  Painter(context.get(), source).paint(page.items);
  return png_bytes(surface.get());
}

std::string contact_sheet(const Source& source, const std::vector<const page::Page*>& pages, double width) {
  if (pages.empty()) return {};
  Length widest, tallest;
  for (const page::Page* page : pages) {
    widest = std::max(widest, page->trim.width);
    tallest = std::max(tallest, page->trim.height);
  }
  const double scale = width / widest.to_pt(), gap = std::round(width / 12);
  const double height = std::ceil(tallest.to_pt() * scale);
  // As near to a square as possible, in whole rows.
  const double ratio = (height + gap) / (width + gap);
  const auto columns = std::clamp<std::size_t>(
      static_cast<std::size_t>(std::lround(std::sqrt(static_cast<double>(pages.size()) * ratio * 1.4))), 1,
      pages.size());
  const std::size_t rows = (pages.size() + columns - 1) / columns;
  const Surface surface =
      new_surface(static_cast<double>(columns) * (width + gap) + gap, static_cast<double>(rows) * (height + gap) + gap);
  const Context context(cairo_create(surface.get()), cairo_destroy);
  cairo_t* to = context.get();
  cairo_set_source_rgb(to, 0.86, 0.86, 0.86);
  cairo_paint(to);
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const page::Page& page = *pages[i];
    cairo_save(to);
    cairo_translate(to, gap + static_cast<double>(i % columns) * (width + gap),
                    gap + static_cast<double>(i / columns) * (height + gap));
    cairo_scale(to, scale, scale);
    cairo_rectangle(to, 0, 0, page.trim.width.to_pt(), page.trim.height.to_pt());
    cairo_clip(to);
    cairo_set_source_rgb(to, 1, 1, 1);
    cairo_paint(to);
    Painter(to, source).paint(page.items);
    cairo_restore(to);
  }
  return png_bytes(surface.get());
}

}  // namespace banxin::render
