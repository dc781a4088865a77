#include "pdf/content/canvas.hpp"

#include <algorithm>
#include <cmath>

#include "pdf/object/number.hpp"

namespace banxin::pdf {

namespace {

// Lines as thin as this overprint in print, as small type does.
constexpr Length hairline = Length::pt(0.5);

}  // namespace

using graphics::LinearGradient;
using graphics::Paint;
using graphics::Path;

void Canvas::save() {
  out += "q\n";
  saved_.push_back({state_, frame_, box_});
}

void Canvas::restore() {
  out += "Q\n";
  state_ = std::move(saved_.back().state);
  frame_ = saved_.back().frame;
  box_ = std::move(saved_.back().box);
  saved_.pop_back();
}

void Canvas::transform(const Affine& affine) {
  if (affine.a == 1 && affine.b == 0 && affine.c == 0 && affine.d == 1) {
    frame_.origin = {x(affine.dx), y(affine.dy)};
    return;
  }
  // With both axes turned the off-diagonal terms change their sign.
  const Matrix matrix{affine.a, -affine.b, -affine.c, affine.d, x(affine.dx).to_pt(), y(affine.dy).to_pt()};
  append_matrix(out, matrix);
  out += " cm\n";
  frame_ = {{}, multiply(matrix, frame_.base)};
  box_ = "[-16000 -16000 16000 16000]";
}

void Canvas::point(Point p) {
  append_points(out, x(p.x));
  out.push_back(' ');
  append_points(out, y(p.y));
  out.push_back(' ');
}

void Canvas::trace(const Path& path) {
  std::size_t next = 0;
  for (std::size_t i = 0; i < path.verbs.size(); ++i) {
    switch (path.verbs[i]) {
      case Path::Verb::move: {
        // A rectangle in one operator (8.5.2.1): move, three lines along the axes, close.
        const auto* p = &path.points[next];
        if (i + 4 < path.verbs.size() && path.verbs[i + 1] == Path::Verb::line &&
            path.verbs[i + 2] == Path::Verb::line && path.verbs[i + 3] == Path::Verb::line &&
            path.verbs[i + 4] == Path::Verb::close && p[0].y == p[1].y && p[1].x == p[2].x && p[2].y == p[3].y &&
            p[3].x == p[0].x) {
          const std::int64_t left = millipoints(x(p[0].x)), bottom = millipoints(y(p[2].y));
          const std::int64_t width = millipoints(x(p[2].x)) - left, height = millipoints(y(p[0].y)) - bottom;
          for (const std::int64_t value : {left, bottom, width, height}) {
            append_number(out, static_cast<double>(value) / 1000, 3);
            out.push_back(' ');
          }
          out += "re\n";
          next += 4;
          i += 4;
          break;
        }
        point(path.points[next++]);
        out += "m\n";
        break;
      }
      case Path::Verb::line:
        point(path.points[next++]);
        out += "l\n";
        break;
      case Path::Verb::cubic:
        point(path.points[next]);
        point(path.points[next + 1]);
        point(path.points[next + 2]);
        next += 3;
        out += "c\n";
        break;
      case Path::Verb::close: out += "h\n"; break;
    }
  }
}

void Canvas::clip(const Path& path, bool even_odd) {
  trace(path);
  out += even_odd ? "W* n\n" : "W n\n";
}

PlacedGradient Canvas::place(const LinearGradient& gradient) const {
  return {gradient, x(gradient.from.x).to_pt(), y(gradient.from.y).to_pt(), x(gradient.to.x).to_pt(),
          y(gradient.to.y).to_pt()};
}

void Canvas::set_opacity(double fill, double stroke, bool overprint_fill, bool overprint_stroke) {
  if (fill == state_.fill_opacity && stroke == state_.stroke_opacity && overprint_fill == state_.overprint_fill &&
      overprint_stroke == state_.overprint_stroke) {
    return;
  }
  state_.fill_opacity = fill;
  state_.stroke_opacity = stroke;
  state_.overprint_fill = overprint_fill;
  state_.overprint_stroke = overprint_stroke;
  std::string entries = "/ca ";
  append_number(entries, fill, 4);
  entries += "/CA ";
  append_number(entries, stroke, 4);
  entries += std::string("/op ") + (overprint_fill ? "true" : "false") + "/OP " +
             (overprint_stroke ? "true" : "false") + "/OPM " + (overprint_fill || overprint_stroke ? "1" : "0");
  out += "/" + resources_.name({ResourceKind::graphics_state, std::move(entries), false, {}}) + " gs\n";
}

void Canvas::write_color(const Paint& paint, ColorWriter::Use use) {
  const bool fill = use == ColorWriter::Use::fill;
  std::string operators;
  if (const auto* color = std::get_if<Color>(&paint.source)) {
    operators = colors_.operators(*color, use, resources_);
  } else if (const auto& gradient = std::get<LinearGradient>(paint.source); !gradient.stops.empty()) {
    // A pattern's matrix maps to the axes of the page or form, not to the current ones (8.7.2).
    std::string entries = "/PatternType 2/Matrix[";
    append_matrix(entries, frame_.base);
    const std::string shading =
        resources_.reference({ResourceKind::shading, shading_entries(place(gradient), colors_, resources_), false, {}});
    entries += "]/Shading " + shading;
    const std::string name = resources_.name({ResourceKind::pattern, std::move(entries), false, {}});
    operators = std::string(fill ? "/Pattern cs /" : "/Pattern CS /") + name + (fill ? " scn" : " SCN");
  }
  std::string& current = fill ? state_.fill : state_.stroke;
  if (operators == current) return;
  current = operators;
  out += operators + "\n";
}

void Canvas::set_fill(const Paint& paint) {
  set_opacity(paint.opacity, state_.stroke_opacity, paint.overprint, state_.overprint_stroke);
  write_color(paint, ColorWriter::Use::fill);
}

void Canvas::line_width(Length width) {
  if (width == state_.width) return;
  state_.width = width;
  append_points(out, width);
  out += " w\n";
}

void Canvas::line_cap(graphics::LineCap cap) {
  if (cap == state_.cap) return;
  state_.cap = cap;
  append_integer(out, static_cast<int>(cap));
  out += " J\n";
}

void Canvas::set_stroke(const graphics::Stroke& stroke) {
  const bool overprint = stroke.paint.overprint || (stroke.width <= hairline && colors_.overprints(stroke.paint));
  set_opacity(state_.fill_opacity, stroke.paint.opacity, state_.overprint_fill, overprint);
  write_color(stroke.paint, ColorWriter::Use::stroke);
  line_width(stroke.width);
  line_cap(stroke.cap);
  if (stroke.join != state_.join) {
    state_.join = stroke.join;
    append_integer(out, static_cast<int>(stroke.join));
    out += " j\n";
  }
  std::string dash;
  if (!stroke.dashes.empty()) {
    for (const Length length : stroke.dashes) {
      if (!dash.empty()) dash.push_back(' ');
      append_points(dash, length);
    }
    dash = "[" + dash + "]";
    append_points(dash, stroke.dash_offset);
    dash += " d\n";
  }
  if (dash != state_.dash) {
    state_.dash = dash;
    out += dash.empty() ? "[]0 d\n" : dash;
  }
}

void Canvas::set_font(FontKey font, Length size) {
  std::string operators = "/" + resources_.font_name(font) + " ";
  append_points(operators, size);
  operators += " Tf\n";
  if (operators == state_.font) return;
  state_.font = operators;
  out += operators;
}

void Canvas::set_text_mode(int mode) {
  if (mode == state_.text_mode) return;
  state_.text_mode = mode;
  append_integer(out, mode);
  out += " Tr\n";
}

void Canvas::set_spacing(double points) {
  if (points == state_.spacing) return;
  state_.spacing = points;
  append_number(out, points, 5);
  out += " Tc\n";
}

void Canvas::reset_inherited() { out += "1 w 0 J 0 j []0 d 0 Tr 0 Tc\n"; }

void Canvas::fill_gradient(const graphics::Shape& shape, const LinearGradient& gradient) {
  save();
  set_opacity(shape.fill->opacity, state_.stroke_opacity, shape.fill->overprint, state_.overprint_stroke);
  if (has_opacity_stops(gradient)) {
    // The mask uses the axes in effect at `gs` (11.6.5.3), which are those of the shape.
    const std::string entries = soft_mask_entries(place(gradient), box_, resources_);
    out += "/" + resources_.name({ResourceKind::graphics_state, entries, false, {}}) + " gs\n";
  }
  clip(shape.path, shape.even_odd);
  out += "/" +
         resources_.name({ResourceKind::shading, shading_entries(place(gradient), colors_, resources_), false, {}}) +
         " sh\n";
  restore();
}

void Canvas::paint(const graphics::Shape& shape) {
  bool fill = shape.fill.has_value();
  if (shape.path.empty() || (!fill && !shape.stroke)) return;
  if (fill) {
    if (const auto* gradient = std::get_if<LinearGradient>(&shape.fill->source)) {
      if (!gradient->stops.empty()) fill_gradient(shape, *gradient);
      fill = false;
    }
  }
  if (fill) {
    // A rule may be a stroked line or a thin box; black hairlines overprint in both cases.
    const Rect box = shape.path.bounds();
    graphics::Paint paint = *shape.fill;
    paint.overprint |= std::min(box.width, box.height) <= hairline && colors_.overprints(paint);
    set_fill(paint);
  }
  if (shape.stroke) set_stroke(*shape.stroke);
  if (!fill && !shape.stroke) return;
  trace(shape.path);
  if (fill && shape.stroke) {
    out += shape.even_odd ? "B*\n" : "B\n";
  } else if (fill) {
    out += shape.even_odd ? "f*\n" : "f\n";
  } else {
    out += "S\n";
  }
}

void Canvas::set_dot_paint(const Paint& paint) {
  set_opacity(state_.fill_opacity, paint.opacity, state_.overprint_fill, paint.overprint);
  write_color(paint, ColorWriter::Use::stroke);
}

// A disc is a very short line with round caps. (A line of zero length would do by 8.5.3.2, but PDFium lengthens it and
// pdf.js drops it; MuPDF clips round joins.)
void Canvas::paint(const std::vector<const graphics::Dots*>& parts) {
  std::vector<Point> centers;
  for (const graphics::Dots* dots : parts) {
    if (dots->radii.empty()) continue;
    centers.insert(centers.end(), dots->centers.begin(), dots->centers.end());
  }
  if (centers.empty()) return;
  const DotLattice lattice(centers);
  save();
  line_cap(graphics::LineCap::round);
  if (lattice.pitch > 0) transform({lattice.pitch, 0, 0, lattice.pitch, lattice.origin.x, lattice.origin.y});
  DotPen pen;
  for (const graphics::Dots* dots : parts) {
    if (dots->radii.empty()) continue;
    set_dot_paint(dots->fill);
    if (lattice.pitch > 0) {
      lattice_dots(*dots, lattice, pen);
    } else {
      scattered_dots(*dots);
    }
  }
  restore();
}

// On a lattice each dot is a translation from the previous one and the same stroke at the origin: a repeated
// translation compresses to two bytes, a third of an absolute position.
void Canvas::lattice_dots(const graphics::Dots& dots, const DotLattice& lattice, DotPen& pen) {
  struct Cell {
    std::int64_t column, row, diameter;  // diameter: 1/100 pt
    auto operator<=>(const Cell&) const = default;
  };
  std::vector<Cell> cells;
  for (std::size_t i = 0; i < dots.centers.size(); ++i) {
    const Point from = dots.centers[i] - lattice.origin;
    const std::int64_t diameter = (millipoints(dots.radius(i)) * 2 + 5) / 10;
    if (diameter > 0) {
      cells.push_back(
          {std::llround(from.x.to_pt() / lattice.pitch), std::llround(-from.y.to_pt() / lattice.pitch), diameter});
    }
  }
  std::sort(cells.begin(), cells.end());
  for (const Cell& cell : cells) {
    if (cell.diameter != pen.diameter) {
      append_number(out, static_cast<double>(cell.diameter) / 100 / lattice.pitch, 4);
      out += " w\n";
    }
    out += "1 0 0 1 ";
    append_integer(out, cell.column - pen.column);
    out.push_back(' ');
    append_integer(out, cell.row - pen.row);
    out += " cm 0 0 m 0 .001 l S\n";
    pen = {cell.column, cell.row, cell.diameter};
  }
}

void Canvas::scattered_dots(const graphics::Dots& dots) {
  for (std::size_t i = 0; i < dots.centers.size(); ++i) {
    line_width(dots.radius(i) * 2);
    append_number(out, x(dots.centers[i].x).to_pt(), 2);
    out.push_back(' ');
    append_number(out, y(dots.centers[i].y).to_pt(), 2);
    out += " m ";
    append_number(out, x(dots.centers[i].x).to_pt(), 2);
    out.push_back(' ');
    append_number(out, y(dots.centers[i].y).to_pt() + 0.01, 2);
    out += " l S\n";
  }
}

}  // namespace banxin::pdf
