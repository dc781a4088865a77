#include "font/face.hpp"

#include <tuple>

#include "unit/font/fixture.hpp"

using namespace banxin;
using namespace banxin::font;
using namespace banxin::test;

namespace {

/// Area and ink box of an outline, curves cut into chords: equal for equal shapes, however their points are listed.
struct Ink {
  double area = 0, x_min = 1e9, y_min = 1e9, x_max = -1e9, y_max = -1e9;
  double x = 0, y = 0;
  void move(double to_x, double to_y) { x = to_x, y = to_y; }
  void line(double to_x, double to_y) {
    area += (x * to_y - to_x * y) / 2;
    for (const auto& [px, py] : {std::pair{x, y}, std::pair{to_x, to_y}}) {
      x_min = std::min(x_min, px), x_max = std::max(x_max, px), y_min = std::min(y_min, py),
      y_max = std::max(y_max, py);
    }
    move(to_x, to_y);
  }
  void cubic(double x1, double y1, double x2, double y2, double x3, double y3) {
    const double x0 = x, y0 = y;
    for (int i = 1; i <= 32; ++i) {
      const double t = i / 32.0, u = 1 - t;
      line(u * u * u * x0 + 3 * u * u * t * x1 + 3 * u * t * t * x2 + t * t * t * x3,
           u * u * u * y0 + 3 * u * u * t * y1 + 3 * u * t * t * y2 + t * t * t * y3);
    }
  }
};

Ink ink_of(const graphics::Path& path) {
  Ink ink;
  std::size_t next = 0;
  double start_x = 0, start_y = 0;
  const auto x = [&](std::size_t i) { return path.points[next + i].x.to_pt(); };
  const auto y = [&](std::size_t i) { return -path.points[next + i].y.to_pt(); };
  for (const auto verb : path.verbs) {
    switch (verb) {
      case graphics::Path::Verb::move:
        ink.move(start_x = x(0), start_y = y(0));
        next += 1;
        break;
      case graphics::Path::Verb::line:
        ink.line(x(0), y(0));
        next += 1;
        break;
      case graphics::Path::Verb::cubic:
        ink.cubic(x(0), y(0), x(1), y(1), x(2), y(2));
        next += 3;
        break;
      case graphics::Path::Verb::close: ink.line(start_x, start_y); break;
    }
  }
  return ink;
}

Ink ink_of(FT_Outline& outline) {
  Ink ink;
  FT_Outline_Funcs functions{};
  functions.move_to = [](const FT_Vector* to, void* data) {
    static_cast<Ink*>(data)->move(static_cast<double>(to->x), static_cast<double>(to->y));
    return 0;
  };
  functions.line_to = [](const FT_Vector* to, void* data) {
    static_cast<Ink*>(data)->line(static_cast<double>(to->x), static_cast<double>(to->y));
    return 0;
  };
  functions.conic_to = [](const FT_Vector* c, const FT_Vector* to, void* data) {
    auto& pen = *static_cast<Ink*>(data);
    const auto cx = static_cast<double>(c->x), cy = static_cast<double>(c->y);
    const auto x = static_cast<double>(to->x), y = static_cast<double>(to->y);
    pen.cubic(pen.x + 2 * (cx - pen.x) / 3, pen.y + 2 * (cy - pen.y) / 3, x + 2 * (cx - x) / 3, y + 2 * (cy - y) / 3, x,
              y);
    return 0;
  };
  functions.cubic_to = [](const FT_Vector* a, const FT_Vector* b, const FT_Vector* to, void* data) {
    static_cast<Ink*>(data)->cubic(static_cast<double>(a->x), static_cast<double>(a->y), static_cast<double>(b->x),
                                   static_cast<double>(b->y), static_cast<double>(to->x), static_cast<double>(to->y));
    return 0;
  };
  FT_Outline_Decompose(&outline, &functions, &ink);
  return ink;
}

}  // namespace

TEST_CASE("the metrics of Noto Sans CJK") {
  const Face& face = face_of("sans");
  CHECK(face.postscript_name() == "NotoSansCJKsc-Regular");
  CHECK(face.family_name() == "Noto Sans CJK SC");
  CHECK(face.outlines() == Outlines::cff_cid);
  CHECK(face.metrics().units_per_em == 1000);
  CHECK(face.metrics().ascender == 880);
  CHECK(face.metrics().descender == -120);
  CHECK(face.metrics().cap_height == 733);
  CHECK(face.metrics().x_height == 543);
  CHECK(face.license_bits() == 0);
  CHECK(face.weight() == 400);
  CHECK_FALSE(face.italic());
  CHECK(face.advance(face.glyph(U'版')) == 1000);
  CHECK(face.advance(face.glyph(U'版'), Length::pt(10.5)) == Length::pt(10.5));
  CHECK(face.advance(face.glyph(U'A')) == 608);
  CHECK(face.advance(face.glyph(U'A'), Length::pt(10)) == Length::units(608 * 655360 / 1000));
  CHECK(face.glyph(U'\U000e0001') == 0);
  CHECK(face.glyph(U'\U00020bb7') != 0);  // 𠮷, beyond the BMP
}

TEST_CASE("other kinds of fonts") {
  const Face& latin = face_of("latin");
  CHECK(latin.outlines() == Outlines::truetype);
  CHECK(latin.metrics().units_per_em == 1000);
  const Face& italic = face_of("latin", 400, Language::en, true);
  CHECK(italic.italic());
  CHECK(italic.italic_angle() == Approx(-12));
  const Face& mono = face_of("mono");
  CHECK(mono.postscript_name() == "NotoSansMonoCJKsc-Regular");
  CHECK(mono.advance(mono.glyph(U'i')) == mono.advance(mono.glyph(U'W')));
}

TEST_CASE("variation sequences are found only where the face has them") {
  const Face& face = face_of("sans", 400, Language::ja);
  const auto plain = face.glyph(U'葛');
  CHECK(face.glyph(U'葛', 0xe0100) != 0);  // a variant glyph
  CHECK(face.glyph(U'葛', 0xe0100) != plain);
  CHECK(face.glyph(U'葛', 0xe0101) == plain);  // the default form, named
  CHECK(face.glyph(U'葛', 0xe01ef) == 0);
}

TEST_CASE("glyphs, advances, boxes and outlines agree with FreeType") {
  for (const Face* face :
       {&face_of("sans"), &face_of("serif", 700, Language::ja), &face_of("latin"), &face_of("emoji")}) {
    const FreeTypeFace other(face->path(), face->index());
    INFO(face->postscript_name());
    CHECK(static_cast<int>(face->glyph_count()) == other->num_glyphs);
    for (const char32_t character : U"Ag&@é中龘。（—‘1½✓👤 ") {
      const std::uint16_t glyph = face->glyph(character);
      REQUIRE(glyph == FT_Get_Char_Index(other.get(), character));
      REQUIRE(face->glyph(character) == glyph);  // from the cache
      if (glyph == 0) continue;
      const FT_GlyphSlot slot = other.glyph(glyph);
      REQUIRE(slot != nullptr);
      INFO("glyph " << glyph);
      CHECK(face->advance(glyph) == slot->metrics.horiAdvance);
      const Ink theirs = ink_of(slot->outline);
      const graphics::Path path = face->outline(glyph, Length::pt(face->metrics().units_per_em));
      if (slot->outline.n_points == 0) {
        CHECK(path.empty());
        CHECK(face->glyph_bounds(glyph) == Face::Bounds{});
        continue;
      }
      const Ink ours = ink_of(path);
      CHECK(ours.area == Approx(theirs.area).epsilon(0.001).margin(2));
      CHECK(ours.x_min == Approx(theirs.x_min).margin(0.5));
      CHECK(ours.x_max == Approx(theirs.x_max).margin(0.5));
      CHECK(ours.y_min == Approx(theirs.y_min).margin(0.5));
      CHECK(ours.y_max == Approx(theirs.y_max).margin(0.5));
      const Face::Bounds bounds = face->glyph_bounds(glyph);
      const double slack = face->metrics().units_per_em * 0.01;  // control points count
      for (const auto& [box, ink, outwards] : {std::tuple(bounds.x_min, theirs.x_min, -1),
                                               {bounds.y_min, theirs.y_min, -1},
                                               {bounds.x_max, theirs.x_max, 1},
                                               {bounds.y_max, theirs.y_max, 1}}) {
        CHECK((box - ink) * outwards >= -1);
        CHECK((box - ink) * outwards <= slack);
      }
    }
  }
}

TEST_CASE("an outline has the axes of the page") {
  const Face& face = face_of("sans");
  const Rect box = face.outline(face.glyph(U'l'), Length::pt(10)).bounds();
  CHECK(box.bottom() <= Length::pt(0.2));  // on the baseline
  CHECK(box.top() < Length::pt(-7));       // up is negative
  CHECK(box.left() > Length{});
}

TEST_CASE("vertical metrics: full-width marks hang from the middle of the em box's top") {
  const Face& face = face_of("sans");
  const Face::Vertical han = face.vertical(face.glyph(U'版'));
  CHECK(han == Face::Vertical{500, 880, -1000});
}
