#include "pdf/content/text_painter.hpp"

#include <cmath>
#include <numbers>

#include "pdf/object/number.hpp"

namespace banxin::pdf {

namespace {

void append_code_byte(std::string& out, unsigned byte) {
  switch (byte) {
    case '(':
    case ')':
    case '\\':
      out.push_back('\\');
      out.push_back(static_cast<char>(byte));
      break;
    case '\r': out += "\\r"; break;
    case '\n': out += "\\n"; break;
    default: out.push_back(static_cast<char>(byte));
  }
}

}  // namespace

void TextPainter::flush() {
  if (shown_.empty()) return;
  if (string_open_) shown_.push_back(')');
  canvas_.out += adjusted_ ? "[" + shown_ + "]TJ\n" : shown_ + "Tj\n";
  shown_.clear();
  string_open_ = adjusted_ = false;
}

void TextPainter::end() {
  flush();
  if (open_) canvas_.out += "ET\n";
  open_ = false;
  run_ = nullptr;
}

void TextPainter::set_spacing(double points) {
  flush();
  spacing_ = points;
  canvas_.set_spacing(points);
}

void TextPainter::start_run(const graphics::GlyphRun& run) {
  const bool turned = run.rotation != 0 || (run_ && run_->rotation != 0) || (run_ && run_->mode != run.mode);
  flush();
  if (turned) end();
  run_ = &run;
  if (!open_) {
    canvas_.out += "BT\n";
    open_ = true;
    origin_x_ = origin_y_ = 0;
    pen_known_ = false;
  }
  if (run.rotation != 0) {
    // Clockwise on the page; the y axis points up here.
    const double angle = run.rotation * std::numbers::pi / 180;
    append_matrix(canvas_.out, {std::cos(angle), -std::sin(angle), std::sin(angle), std::cos(angle),
                                canvas_.x(run.origin.x).to_pt(), canvas_.y(run.origin.y).to_pt()});
    canvas_.out += " Tm\n";
  }
  canvas_.set_font({run.face, run.mode == WritingMode::vertical}, run.size);
  if (run.fill) {
    graphics::Paint fill = *run.fill;
    fill.overprint |= canvas_.colors().overprints(fill);
    canvas_.set_fill(fill);
  }
  if (run.stroke) canvas_.set_stroke(*run.stroke);
  canvas_.set_text_mode(run.fill ? (run.stroke ? 2 : 0) : (run.stroke ? 1 : 3));
}

void TextPainter::move_to(const Cell& cell) {
  const bool turned = run_->rotation != 0, vertical = run_->mode == WritingMode::vertical;
  const Length at_x = turned ? cell.pen.x : canvas_.x(cell.pen.x), at_y = turned ? -cell.pen.y : canvas_.y(cell.pen.y);
  const double size = run_->size.to_pt();
  const bool same_line =
      pen_known_ && std::abs(vertical ? at_x.to_pt() - pen_x_ : at_y.to_pt() - pen_y_) < 0.0006 && size > 0;
  if (same_line) {
    // 9.4.4: an adjustment moves backward along the line, in thousandths of the size; a vertical line runs down, so y
    // too.
    const double ahead = vertical ? pen_y_ - at_y.to_pt() : at_x.to_pt() - pen_x_;
    const std::int64_t adjustment = std::llround((vertical ? ahead : -ahead) / size * 1000);
    if (adjustment == 0) return;
    if (string_open_) shown_.push_back(')');
    string_open_ = false;
    adjusted_ = true;
    append_integer(shown_, adjustment);
    if (vertical) {
      pen_y_ -= static_cast<double>(adjustment) / 1000 * size;
    } else {
      pen_x_ -= static_cast<double>(adjustment) / 1000 * size;
    }
    return;
  }
  flush();
  const std::int64_t to_x = millipoints(at_x), to_y = millipoints(at_y);
  append_number(canvas_.out, static_cast<double>(to_x - origin_x_) / 1000, 3);
  canvas_.out.push_back(' ');
  append_number(canvas_.out, static_cast<double>(to_y - origin_y_) / 1000, 3);
  canvas_.out += " Td\n";
  origin_x_ = to_x;
  origin_y_ = to_y;
  pen_x_ = static_cast<double>(to_x) / 1000;
  pen_y_ = static_cast<double>(to_y) / 1000;
  pen_known_ = true;
}

void TextPainter::show(const Cell& cell) {
  if (cell.run != run_ || !open_) start_run(*cell.run);
  move_to(cell);
  if (!string_open_) shown_.push_back('(');
  string_open_ = true;
  append_code_byte(shown_, cell.glyph->code >> 8);
  append_code_byte(shown_, cell.glyph->code & 0xFFu);
  const double size = run_->size.to_pt();
  if (run_->mode == WritingMode::vertical) {
    pen_y_ -= cell.glyph->vertical_advance / 1000 * size + spacing_;
  } else {
    pen_x_ += cell.glyph->width / 1000 * size + spacing_;
  }
}

}  // namespace banxin::pdf
