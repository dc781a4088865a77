// Icons: strokes of one weight on a field of 24 units, so that they look cut by one hand at any size.
#include <charconv>
#include <string_view>
#include <utility>

#include "chart/chart.hpp"

namespace banxin::chart {

namespace {

constexpr double field = 24, weight = 1.7;

/// An outline in a few letters: M x y · L x y · C x1 y1 x2 y2 x y · Z · O cx cy r (circle) · R x y w h r (rounded box).
struct Drawn {
  std::string_view name, outline;
};

// Sorted by name.
constexpr Drawn icons[] = {
    {"audio", "M4 10 L4 14 M8 7 L8 17 M12 4 L12 20 M16 8 L16 16 M20 10.5 L20 13.5"},
    {"bars", "M4 5 L20 5 M4 12 L15 12 M4 19 L10 19"},
    {"briefcase",
     "R3.5 8 17 11.5 2 M9 8 L9 5.5 C9 4.7 9.5 4.2 10.3 4.2 L13.7 4.2 C14.5 4.2 15 4.7 15 5.5 L15 8 M3.5 13 L20.5 13"},
    {"calendar", "R4 5.5 16 14.5 2 M4 10.2 L20 10.2 M8.5 3.5 L8.5 7.3 M15.5 3.5 L15.5 7.3 M8.3 15.2 L11 15.2"},
    {"chat",
     "M6 5 L18 5 C19.2 5 20 5.8 20 7 L20 14 C20 15.2 19.2 16 18 16 L11.5 16 L7.5 19.8 L7.5 16 L6 16 C4.8 16 4 15.2 4 "
     "14 L4 7 "
     "C4 5.8 4.8 5 6 5 Z M8.5 10.5 L15.5 10.5"},
    {"city",
     "M3.5 20 L20.5 20 M5.5 20 L5.5 10 L11.5 10 M11.5 20 L11.5 4.5 L18.5 4.5 L18.5 20 M15 8.5 L15 9.5 M15 13 L15 14 "
     "M8.5 13.8 L8.5 14.8"},
    {"code", "M8.5 7 L3.8 12 L8.5 17 M15.5 7 L20.2 12 L15.5 17 M13.4 4.8 L10.6 19.2"},
    {"cube", "M12 3.5 L19.5 7.7 L19.5 16.3 L12 20.5 L4.5 16.3 L4.5 7.7 Z M4.5 7.7 L12 12 L19.5 7.7 M12 12 L12 20.5"},
    {"doughnut", "O12 12 8.2 O12 12 3.4 M12 3.8 L12 8.6 M15 13.8 L19 16.3"},
    {"graduation-cap",
     "M2.8 9.8 L12 5.3 L21.2 9.8 L12 14.3 Z M6.6 11.8 L6.6 16.2 C8 17.8 10 18.6 12 18.6 C14 18.6 16 17.8 17.4 16.2 "
     "L17.4 11.8 "
     "M21.2 9.8 L21.2 15.4"},
    {"growth", "M3.8 18.5 L9.5 12.2 L13.2 15.2 L20 7 M14.8 6.6 L20.2 6.6 L20.2 12"},
    {"image", "R3.8 5 16.4 14 2 O8.7 9.7 1.5 M4.2 17 L9.8 12.6 L13 15.2 L16.2 11.6 L20.1 15.4"},
    {"industry", "M12 3.8 L20.5 8.2 L12 12.6 L3.5 8.2 Z M3.5 12.2 L12 16.6 L20.5 12.2 M3.5 16 L12 20.4 L20.5 16"},
    {"line", "M3.8 4.5 L3.8 19.8 L20.5 19.8 M7 15.2 L11 10.2 L14.4 12.8 L19.8 6"},
    {"map", "R3.8 3.8 6.6 6.6 1.2 R13.6 3.8 6.6 6.6 1.2 R3.8 13.6 6.6 6.6 1.2 R13.6 13.6 6.6 6.6 1.2"},
    {"people",
     "O9 8 3.4 M2.8 19.5 C2.8 15.8 5.4 13.8 9 13.8 C12.6 13.8 15.2 15.8 15.2 19.5 M15.4 4.9 C16.9 5.3 17.9 6.5 17.9 8 "
     "C17.9 9.5 16.9 10.7 15.4 11.1 "
     "M18 14.4 C20 15.2 21.2 16.9 21.2 19.5"},
    {"quote",
     "M10 7 C6.8 8.2 5 10.6 5 14 L5 17 L10 17 L10 12.4 L6.2 12.4 M19 7 C15.8 8.2 14 10.6 14 14 L14 17 L19 17 L19 12.4 "
     "L15.2 12.4"},
    {"search", "O10.6 10.6 6.4 M15.3 15.3 L20.4 20.4"},
    {"spark",
     "M12 3.6 C12.6 8.6 15.4 11.4 20.4 12 C15.4 12.6 12.6 15.4 12 20.4 C11.4 15.4 8.6 12.6 3.6 12 C8.6 11.4 11.4 8.6 "
     "12 3.6 Z"},
    {"text", "M4.5 6 L19.5 6 M4.5 10.2 L19.5 10.2 M4.5 14.4 L19.5 14.4 M4.5 18.6 L12.5 18.6"},
    {"video", "R3.5 6 12 12 2 M15.5 10.6 L20.5 7.6 L20.5 16.4 L15.5 13.4"},
    {"yuan", "O12 12 8.6 M8.6 7.4 L12 11.8 L15.4 7.4 M12 11.8 L12 17 M8.9 12.2 L15.1 12.2 M8.9 14.8 L15.1 14.8"},
};

class Reader {
 public:
  explicit Reader(std::string_view text) : at_(text.data()), end_(text.data() + text.size()) {}

  [[nodiscard]] char letter() {
    skip();
    return at_ < end_ ? *at_++ : '\0';
  }
  [[nodiscard]] double number() {
    skip();
    double value = 0;
    at_ = std::from_chars(at_, end_, value).ptr;
    return value;
  }

 private:
  void skip() {
    while (at_ < end_ && *at_ == ' ') ++at_;
  }
  const char *at_, *end_;
};

graphics::Path path_of(std::string_view outline, double scale) {
  graphics::Path path;
  Reader reader(outline);
  const auto length = [&] { return Length::pt(reader.number() * scale); };
  const auto point = [&] {
    const Length x = length();
    return Point{x, length()};
  };
  while (const char letter = reader.letter()) {
    switch (letter) {
      case 'M': path.move_to(point()); break;
      case 'L': path.line_to(point()); break;
      case 'C': {
        const Point first = point(), second = point();
        path.cubic_to(first, second, point());
        break;
      }
      case 'O': {
        const Point center = point();
        path.circle(center, length());
        break;
      }
      case 'R': {
        const Point origin = point();
        const Point size = point();
        path.rounded_rect({origin.x, origin.y, size.x, size.y}, length());
        break;
      }
      default: path.close(); break;
    }
  }
  return path;
}

}  // namespace

graphics::DisplayList icon(std::string_view name, Length size, const Color& color) {
  for (const Drawn& drawn : icons) {
    if (drawn.name != name) continue;
    const double scale = size.to_pt() / field;
    graphics::Stroke pen;
    pen.paint = {color, 1, false};
    pen.width = Length::pt(weight * scale);
    pen.cap = graphics::LineCap::round;
    pen.join = graphics::LineJoin::round;
    graphics::Shape shape;
    shape.path = path_of(drawn.outline, scale);
    shape.stroke = std::move(pen);
    graphics::DisplayList list;
    list.push_back({std::move(shape), graphics::artifact, {}});
    return list;
  }
  return {};
}

std::vector<std::string_view> icon_names() {
  std::vector<std::string_view> names;
  for (const Drawn& drawn : icons) names.push_back(drawn.name);
  return names;
}

}  // namespace banxin::chart
