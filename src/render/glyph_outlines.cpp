#include "render/glyph_outlines.hpp"

#include <ft2build.h>

#include <map>
#include <stdexcept>
#include <utility>
#include FT_FREETYPE_H
#include FT_OUTLINE_H

namespace banxin::render {

namespace {

struct Pen {
  graphics::Path path;
  double scale = 1;
  FT_Vector last{};
  bool open = false;

  [[nodiscard]] Point at(double x, double y) const { return {Length::pt(x * scale), Length::pt(-y * scale)}; }
  [[nodiscard]] Point at(const FT_Vector& p) const { return at(static_cast<double>(p.x), static_cast<double>(p.y)); }
  void close() {
    if (open) path.close();
    open = false;
  }
  /// A point two thirds of the way from `from` to `control`: quadratic curves are raised to cubic ones.
  [[nodiscard]] Point raised(const FT_Vector& from, const FT_Vector& control) const {
    return at(static_cast<double>(from.x + 2 * control.x) / 3, static_cast<double>(from.y + 2 * control.y) / 3);
  }
};

int move_to(const FT_Vector* to, void* user) {
  Pen& pen = *static_cast<Pen*>(user);
  pen.close();
  pen.path.move_to(pen.at(*to));
  pen.open = true;
  pen.last = *to;
  return 0;
}

int line_to(const FT_Vector* to, void* user) {
  Pen& pen = *static_cast<Pen*>(user);
  pen.path.line_to(pen.at(*to));
  pen.last = *to;
  return 0;
}

int conic_to(const FT_Vector* control, const FT_Vector* to, void* user) {
  Pen& pen = *static_cast<Pen*>(user);
  pen.path.cubic_to(pen.raised(pen.last, *control), pen.raised(*to, *control), pen.at(*to));
  pen.last = *to;
  return 0;
}

int cubic_to(const FT_Vector* first, const FT_Vector* second, const FT_Vector* to, void* user) {
  Pen& pen = *static_cast<Pen*>(user);
  pen.path.cubic_to(pen.at(*first), pen.at(*second), pen.at(*to));
  pen.last = *to;
  return 0;
}

}  // namespace

struct GlyphOutlines::State {
  const font::Library& fonts;
  FT_Library library = nullptr;
  std::map<graphics::FaceId, FT_Face> faces;
  std::map<std::pair<graphics::FaceId, std::uint16_t>, graphics::Path> outlines;

  explicit State(const font::Library& used) : fonts(used) {
    if (FT_Init_FreeType(&library) != 0) throw std::runtime_error("FreeType cannot be used");
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() {
    for (const auto& [id, face] : faces) FT_Done_Face(face);
    FT_Done_FreeType(library);
  }

  FT_Face face(graphics::FaceId id) {
    const auto [at, added] = faces.try_emplace(id, nullptr);
    if (!added) return at->second;
    const font::Face& wanted = fonts.face(id);
    if (FT_New_Face(library, wanted.path().c_str(), static_cast<FT_Long>(wanted.index()), &at->second) != 0) {
      faces.erase(at);
      throw std::runtime_error("cannot read the font `" + wanted.path() + "`");
    }
    return at->second;
  }
};

GlyphOutlines::GlyphOutlines(const font::Library& fonts) : state_(std::make_unique<State>(fonts)) {}
GlyphOutlines::~GlyphOutlines() = default;

const font::Library& GlyphOutlines::fonts() const { return state_->fonts; }

const graphics::Path& GlyphOutlines::outline(graphics::FaceId id, std::uint16_t glyph) {
  const auto [at, added] = state_->outlines.try_emplace({id, glyph});
  if (!added) return at->second;
  FT_Face face = state_->face(id);
  // In font units: no hinting, and the same outline at every size.
  if (FT_Load_Glyph(face, glyph, FT_LOAD_NO_SCALE | FT_LOAD_NO_BITMAP) != 0) return at->second;
  if (face->glyph->format != FT_GLYPH_FORMAT_OUTLINE) return at->second;
  FT_Outline_Funcs functions{};
  functions.move_to = move_to;
  functions.line_to = line_to;
  functions.conic_to = conic_to;
  functions.cubic_to = cubic_to;
  Pen pen{{}, em / face->units_per_EM, {}, false};
  FT_Outline_Decompose(&face->glyph->outline, &functions, &pen);
  pen.close();
  at->second = std::move(pen.path);
  return at->second;
}

}  // namespace banxin::render
