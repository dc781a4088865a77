#include "pdf/document/printer_marks.hpp"

#include <array>

namespace banxin::pdf {

namespace {

using graphics::Item;
using graphics::Paint;
using graphics::Path;
using graphics::Shape;
using graphics::Stroke;

constexpr Length away = Length::mm(1), length = Length::mm(5), radius = Length::mm(2), patch = Length::mm(5);
constexpr Length hairline = Length::pt(0.25);

// 8.6.6.4: the colorant All prints on every plate.
Color registration() {
  Color color = Color::black();
  color.spot = Spot{"All", 1, {1, 1, 1, 1}};
  return color;
}

Item stroked(Path path) {
  Shape shape;
  shape.path = std::move(path);
  shape.stroke = Stroke{Paint{registration(), 1, false}, hairline, {}, {}, {}, {}};
  return {std::move(shape), graphics::artifact, {}};
}

Path target(Point center) {
  Path path;
  const Length arm = radius + Length::mm(1);
  path.circle(center, radius);
  path.move_to({center.x - arm, center.y}).line_to({center.x + arm, center.y});
  path.move_to({center.x, center.y - arm}).line_to({center.x, center.y + arm});
  return path;
}

}  // namespace

graphics::DisplayList printer_marks(const page::Page& page) {
  const Length width = page.trim.width, height = page.trim.height, from = page.bleed + away, to = from + length;
  Path crops;
  for (const Length x : {Length{}, width}) {
    crops.move_to({x, -to}).line_to({x, -from});
    crops.move_to({x, height + from}).line_to({x, height + to});
  }
  for (const Length y : {Length{}, height}) {
    crops.move_to({-to, y}).line_to({-from, y});
    crops.move_to({width + from, y}).line_to({width + to, y});
  }
  graphics::DisplayList items;
  items.push_back(stroked(std::move(crops)));
  const Length off = page.bleed + Length::mm(5);
  for (const Point center : {Point{width / 2, -off}, Point{width / 2, height + off}, Point{-off, height / 2},
                             Point{width + off, height / 2}}) {
    items.push_back(stroked(target(center)));
  }
  constexpr std::array inks{Cmyk{1, 0, 0, 0},  Cmyk{0, 1, 0, 0},  Cmyk{0, 0, 1, 0},  Cmyk{0, 0, 0, 1},
                            Cmyk{.5, 0, 0, 0}, Cmyk{0, .5, 0, 0}, Cmyk{0, 0, .5, 0}, Cmyk{0, 0, 0, .5}};
  Length x = Length::mm(10);
  for (const Cmyk& ink : inks) {
    Shape shape;
    shape.path.rect({x, height + page.bleed + Length::mm(3), patch, patch});
    shape.fill = Paint{Color{{}, ink, {}}, 1, false};
    items.push_back({std::move(shape), graphics::artifact, {}});
    x += patch;
  }
  return items;
}

}  // namespace banxin::pdf
