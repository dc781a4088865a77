#include "render/svg_page.hpp"

#include <cairo.h>
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <utility>

#include "render/pixels.hpp"
#include "render/placement.hpp"
#include "render/png_bytes.hpp"
#include "render/svg_writing.hpp"

namespace banxin::render {

namespace {

using graphics::Paint;

class Writer {
 public:
  explicit Writer(const Source& source) : source_(source), document_(source.document), glyphs_(source.glyphs) {}

  std::string write(const page::Page& page) {
    const std::string width = number(page.trim.width.to_pt()), height = number(page.trim.height.to_pt());
    paint(page.items);
    std::string out = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "pt\" height=\"" + height +
                      "pt\" viewBox=\"0 0 " + width + " " + height + "\">\n";
    if (!definitions_.empty()) out += "<defs>\n" + definitions_ + "</defs>\n";
    out += "<rect width=\"" + width + "\" height=\"" + height + "\" fill=\"#fff\"/>\n";
    return out + body_ + "</svg>\n";
  }

 private:
  static std::string number(double value) {
    std::string out;
    append_number(out, value);
    return out;
  }
  static std::string attribute(const char* name, const std::string& value) {
    return std::string(" ") + name + "=\"" + value + "\"";
  }
  static std::string opacity(const char* name, double value) {
    return value < 1 ? attribute(name, number(value)) : std::string();
  }

  void paint(const graphics::DisplayList& items) {
    for (const graphics::Item& item : items) {
      std::visit([this](const auto& what) { draw(what); }, item.what);
    }
  }

  /// `axes` maps the gradient's axes to those of what is painted; empty: the same.
  std::string gradient(const graphics::LinearGradient& from, const std::string& axes) {
    std::string stops;
    for (const graphics::GradientStop& stop : from.stops) {
      stops += "<stop" + attribute("offset", number(stop.at)) + attribute("stop-color", color_name(stop.color.rgb)) +
               opacity("stop-opacity", stop.opacity) + "/>";
    }
    const std::string text = "<linearGradient gradientUnits=\"userSpaceOnUse\"" +
                             attribute("x1", number(from.from.x.to_pt())) +
                             attribute("y1", number(from.from.y.to_pt())) + attribute("x2", number(from.to.x.to_pt())) +
                             attribute("y2", number(from.to.y.to_pt())) +
                             (axes.empty() ? std::string() : attribute("gradientTransform", axes));
    return defined("p", text, ">" + stops + "</linearGradient>\n");
  }

  /// The name of a definition; the same text has the same name.
  std::string defined(const char* letter, const std::string& begin, const std::string& end) {
    const auto [at, added] = names_.try_emplace(begin + end);
    if (added) {
      at->second = letter + std::to_string(names_.size());
      definitions_ += begin + attribute("id", at->second) + end;
    }
    return at->second;
  }

  std::string painted(const char* name, const char* opacity_name, const Paint& paint, const std::string& axes) {
    if (const auto* color = std::get_if<Color>(&paint.source)) {
      return attribute(name, color_name(color->rgb)) + opacity(opacity_name, paint.opacity);
    }
    const std::string id = gradient(std::get<graphics::LinearGradient>(paint.source), axes);
    return attribute(name, "url(#" + id + ")") + opacity(opacity_name, paint.opacity);
  }

  /// `scale`: units of the painted axes in a point.
  std::string stroked(const graphics::Stroke& stroke, double scale, const std::string& axes) {
    std::string out = painted("stroke", "stroke-opacity", stroke.paint, axes) +
                      attribute("stroke-width", number(stroke.width.to_pt() * scale));
    if (stroke.cap != graphics::LineCap::butt) {
      out += attribute("stroke-linecap", stroke.cap == graphics::LineCap::round ? "round" : "square");
    }
    if (stroke.join == graphics::LineJoin::miter) {
      out += attribute("stroke-miterlimit", "10");  // PDF's default; that of SVG is 4
    } else {
      out += attribute("stroke-linejoin", stroke.join == graphics::LineJoin::round ? "round" : "bevel");
    }
    if (stroke.dashes.empty()) return out;
    std::string dashes;
    for (const Length dash : stroke.dashes) {
      if (!dashes.empty()) dashes.push_back(' ');
      append_number(dashes, dash.to_pt() * scale);
    }
    return out + attribute("stroke-dasharray", dashes) +
           attribute("stroke-dashoffset", number(stroke.dash_offset.to_pt() * scale));
  }

  void draw(const graphics::Shape& shape) {
    if (!shape.fill && !shape.stroke) return;
    body_ += "<path" + attribute("d", path_data(shape.path)) +
             (shape.fill ? painted("fill", "fill-opacity", *shape.fill, {}) : attribute("fill", "none")) +
             (shape.even_odd ? attribute("fill-rule", "evenodd") : std::string()) +
             (shape.stroke ? stroked(*shape.stroke, 1, {}) : std::string()) + "/>\n";
  }

  void draw(const graphics::GlyphRun& run) {
    if (run.glyphs.empty() || run.size <= Length{}) return;
    const double scale = run.size.to_pt() / GlyphOutlines::em;
    const std::string x = number(run.origin.x.to_pt()), y = number(run.origin.y.to_pt());
    const std::string turn = run.rotation == 0 ? std::string() : " rotate(" + number(run.rotation) + ")";
    if (run.fill || run.stroke) {
      const std::string turn_back = run.rotation == 0 ? std::string() : " rotate(" + number(-run.rotation) + ")";
      // A gradient is on the page's axes.
      const std::string back = "scale(" + number(1 / scale) + ")" + turn_back + " translate(" +
                               number(-run.origin.x.to_pt()) + " " + number(-run.origin.y.to_pt()) + ")";
      // In two factors, since numbers have three decimals.
      body_ += "<g transform=\"translate(" + x + " " + y + ")" + turn + " scale(.001) scale(" + number(scale * 1000) +
               ")\"" + (run.fill ? painted("fill", "fill-opacity", *run.fill, back) : attribute("fill", "none")) +
               (run.stroke ? stroked(*run.stroke, 1 / scale, back) : std::string()) + ">";
      for (const graphics::Glyph& glyph : run.glyphs) use(run, glyph, scale);
      body_ += "</g>\n";
    }
    overlay(run, x, y, turn);
  }

  void use(const graphics::GlyphRun& run, const graphics::Glyph& glyph, double scale) {
    const graphics::Path& outline = glyphs_.outline(run.face, glyph.id);
    if (outline.empty()) return;
    const std::string id = "g" + std::to_string(run.face) + "-" + std::to_string(glyph.id);
    if (defined_glyphs_.emplace(run.face, glyph.id).second) {
      definitions_ += "<path" + attribute("id", id) + attribute("d", path_data(outline)) + "/>\n";
    }
    const Spot spot = glyph_spot(run, glyph, glyphs_.fonts());
    body_ += "<use href=\"#" + id + "\"" + attribute("x", number(spot.x / scale)) +
             (spot.y == 0 ? std::string() : attribute("y", number(spot.y / scale))) + "/>";
  }

  /// The text of the run, transparent, stretched to the length of its glyphs.
  void overlay(const graphics::GlyphRun& run, const std::string& x, const std::string& y, const std::string& turn) {
    if (run.text.empty()) return;
    const bool vertical = run.mode == WritingMode::vertical;
    const font::Face& face = glyphs_.fonts().face(run.face);
    const double unit = run.size.to_pt() / face.metrics().units_per_em;
    double from = 0, to = 0;
    for (const graphics::Glyph& glyph : run.glyphs) {
      const double at = Length::units(vertical ? glyph.y : glyph.x).to_pt();
      const double advance = (vertical ? -face.vertical(glyph.id).advance : face.advance(glyph.id)) * unit;
      from = &glyph == run.glyphs.data() ? at : std::min(from, at);
      to = std::max(to, at + advance);
    }
    if (to <= from) return;
    body_ += "<text xml:space=\"preserve\" fill=\"transparent\" font-size=\"" + number(run.size.to_pt()) + "\"" +
             attribute("textLength", number(to - from)) + " lengthAdjust=\"spacingAndGlyphs\"";
    if (vertical) body_ += " writing-mode=\"vertical-rl\"";
    if (run.rtl) body_ += " direction=\"rtl\" text-anchor=\"end\"";
    body_ += turn.empty() ? attribute("x", vertical ? x : number(run.origin.x.to_pt() + from)) +
                                attribute("y", vertical ? number(run.origin.y.to_pt() + from) : y)
                          : " transform=\"translate(" + x + " " + y + ")" + turn + "\"" + attribute("x", number(from));
    body_ += ">";
    append_escaped(body_, run.text);
    body_ += "</text>\n";
  }

  void draw(const graphics::Dots& dots) {
    if (dots.radii.empty()) return;
    body_ += "<g" + painted("fill", "fill-opacity", dots.fill, {}) + ">";
    for (std::size_t i = 0; i < dots.centers.size(); ++i) {
      body_ += "<circle" + attribute("cx", number(dots.centers[i].x.to_pt())) +
               attribute("cy", number(dots.centers[i].y.to_pt())) + attribute("r", number(dots.radius(i).to_pt())) +
               "/>";
    }
    body_ += "</g>\n";
  }

  void draw(const graphics::Picture& picture) {
    const image::Image& image = *document_.images.at(picture.image);
    Pixels pixels = pixels_of(image, source_.inks_to_rgb);
    if (pixels.width == 0 || pixels.height == 0) return;
    const auto [at, added] = pictures_.try_emplace(picture.image, "i" + std::to_string(picture.image));
    if (added) {
      const std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)> surface(
          cairo_image_surface_create_for_data(reinterpret_cast<unsigned char*>(pixels.words.data()),
                                              CAIRO_FORMAT_ARGB32, static_cast<int>(pixels.width),
                                              static_cast<int>(pixels.height), static_cast<int>(pixels.width * 4)),
          cairo_surface_destroy);
      definitions_ += "<image" + attribute("id", at->second) +
                      " width=\"1\" height=\"1\" preserveAspectRatio=\"none\" href=\"data:image/png;base64," +
                      base64(png_bytes(surface.get())) + "\"/>\n";
    }
    body_ += "<use href=\"#" + at->second + "\" transform=\"matrix(";
    for (const double value : picture_matrix(image.orientation, picture.box)) body_ += number(value) + " ";
    body_.back() = ')';
    body_ += "\"/>\n";
  }

  void draw(const std::shared_ptr<graphics::Group>& group) {
    if (!group || group->items.empty() || group->opacity <= 0) return;
    const Affine& m = group->transform;
    body_ += "<g";
    if (!(m == Affine{})) {
      body_ += " transform=\"matrix(";
      for (const double value : {m.a, m.b, m.c, m.d}) body_ += precise(value) + " ";
      body_ += number(m.dx.to_pt()) + " " + number(m.dy.to_pt()) + ")\"";
    }
    if (group->clip) {
      const std::string id =
          defined("c", "<clipPath", "><path" + attribute("d", path_data(*group->clip)) + "/></clipPath>\n");
      body_ += attribute("clip-path", "url(#" + id + ")");
    }
    body_ += opacity("opacity", group->opacity) + ">\n";
    paint(group->items);
    body_ += "</g>\n";
  }

  /// A coefficient of a matrix, which scales whole pages: six decimals.
  static std::string precise(double value) { return fmt::format("{:.6f}", value); }

  const Source& source_;
  const page::PagedDocument& document_;
  GlyphOutlines& glyphs_;
  std::string definitions_, body_;
  std::map<std::string, std::string> names_;
  std::map<graphics::ImageId, std::string> pictures_;
  std::set<std::pair<graphics::FaceId, std::uint16_t>> defined_glyphs_;
};

}  // namespace

std::string svg_page(const Source& source, const page::Page& page) { return Writer(source).write(page); }

}  // namespace banxin::render
