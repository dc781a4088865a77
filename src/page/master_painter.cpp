#include "page/master_painter.hpp"

#include "art/art.hpp"
#include "style/palette.hpp"
#include "text/paragraph.hpp"

namespace banxin::page {

using graphics::artifact;
using graphics::Paint;
using graphics::Shape;
using style::Part;
using style::Place;

namespace {

/// Start and extent on one axis from two of three values.
std::pair<Length, Length> resolve_axis(Length start, Length extent, const std::optional<model::Measure>& near,
                                       const std::optional<model::Measure>& far,
                                       const std::optional<model::Measure>& size, Length em, Length line) {
  auto length = [&](const model::Measure& measure) { return measure.resolve(em, line, extent); };
  const Length near_gap = near ? length(*near) : Length{};
  const Length far_gap = far ? length(*far) : Length{};
  if (!size) return {start + near_gap, extent - near_gap - far_gap};
  const Length own = length(*size);
  if (near || !far) return {start + near_gap, own};
  return {start + extent - far_gap - own, own};
}

/// inner and outer are the sides of a spread: on a right-hand page the outer edge is on the right.
text::Align alignment(const std::string& name, bool right_hand, text::Align usual) {
  if (name == "center") return text::Align::center;
  if (name == "end" || name == "right") return text::Align::end;
  if (name == "start" || name == "left") return text::Align::start;
  if (name == "outer") return right_hand ? text::Align::end : text::Align::start;
  if (name == "inner") return right_hand ? text::Align::start : text::Align::end;
  return usual;
}

/// From the middle of a line to its baseline, in em: the em box is 0.88 above and 0.12 below.
constexpr double baseline_em = 0.38;

}  // namespace

Rect resolve(const Place& place, const style::Sheet& sheet, bool right_hand, Length em, Length line) {
  Rect area = sheet.text_area(right_hand);
  if (place.area == Place::Area::page) area = {Length{}, Length{}, sheet.trim.width, sheet.trim.height};
  if (place.area == Place::Area::bleed) {
    area = {-sheet.bleed, -sheet.bleed, sheet.trim.width + sheet.bleed * 2, sheet.trim.height + sheet.bleed * 2};
  }
  const auto [x, width] = resolve_axis(area.x, area.width, place.left, place.right, place.width, em, line);
  const auto [y, height] = resolve_axis(area.y, area.height, place.top, place.bottom, place.height, em, line);
  return {x, y, width, height};
}

Color MasterPainter::color(const Spanned<std::string>& name) {
  return style::find_color(setting_.styled.palette, name, diagnostics_);
}

void MasterPainter::fill(const Rect& box, const Spanned<std::string>& name, double opacity, Span span, Page& page) {
  Shape shape;
  shape.path.rect(box);
  shape.fill = Paint{.source = color(name), .opacity = opacity};
  page.items.push_back({.what = std::move(shape), .node = artifact, .span = span});
}

void MasterPainter::paint(const style::Master& master, const PageSite& site, const FieldSource& fields,
                          const PartNodes& nodes, Page& page) {
  const auto& sheet = setting_.styled.sheet;
  const auto& body = setting_.styles().get("body");
  if (!master.background.value.empty()) {
    const Place whole{
        .area = Place::Area::bleed, .left = {}, .right = {}, .width = {}, .top = {}, .bottom = {}, .height = {}};
    fill(resolve(whole, sheet, site.right_hand, {}, {}), master.background, 1, master.span, page);
  }
  for (const Part& part : master.parts) {
    const Rect box = resolve(part.place, sheet, site.right_hand, body.text.size, body.paragraph.leading);
    switch (part.kind) {
      case Part::Kind::text: paint_text(part, box, site, fields, nodes, page); break;
      case Part::Kind::rule:
      case Part::Kind::box: fill(box, part.color, part.opacity, part.span, page); break;
      case Part::Kind::art: {
        art::Art art = part.art;
        for (const auto& [parameter, step] : part.art_step) {
          art.numbers[parameter] += step * static_cast<double>(site.chapter);
        }
        auto drawn = art::draw(art, box, diagnostics_, part.span);
        graphics::append(page.items, std::move(drawn));
        break;
      }
      case Part::Kind::progress: paint_progress(part, box, site, page); break;
    }
  }
}

void MasterPainter::paint_text(const Part& part, const Rect& box, const PageSite& site, const FieldSource& fields,
                               const PartNodes& nodes, Page& page) {
  graphics::NodeId node = artifact;
  if (!part.role.value.empty() && part.role.value != "artifact") {
    if (!site.first_of_section) return;
    if (auto found = nodes.find(&part); found != nodes.end()) node = found->second;
  }
  text::Run run;
  run.text = fill_fields(part.text, fields, diagnostics_);
  if (run.text.empty()) return;
  const auto& style =
      part.style.value.empty() ? setting_.styles().get("body") : setting_.styles().get(part.style, diagnostics_);
  run.source = SourceMap(part.text.span);
  run.style = style.text;
  run.node = node;
  text::ParagraphStyle set = style.paragraph;
  if (const auto other = language_of(part.text, fields)) run.style.font.language = set.language = other->language;
  set.align = alignment(part.align.value, site.right_hand, set.align);
  if (set.align == text::Align::justify) set.align = text::Align::start;
  set.indent = Length{};
  std::vector<text::Run> runs;
  runs.push_back(std::move(run));
  const auto paragraph = text::Paragraph::prepare(std::move(runs), set, setting_.fonts, diagnostics_);
  auto lines = paragraph.lines(box.width, diagnostics_);
  const Length leading = set.leading;
  const Length depth = leading * static_cast<std::int64_t>(lines.size());
  Length top = box.y;
  if (part.valign.value == "middle") top += (box.height - depth) / 2;
  if (part.valign.value == "bottom") top += box.height - depth;
  for (text::Line& line : lines) {
    const Length baseline = top + leading / 2 + style.text.size * baseline_em;
    graphics::append(page.items, std::move(line.items), {box.x, baseline});
    top += leading;
  }
}

void MasterPainter::paint_progress(const Part& part, const Rect& box, const PageSite& site, Page& page) {
  if (site.chapter == 0 || site.chapters == 0) return;
  // One short bar for each chapter, colored up to the current one.
  constexpr double gap_share = 0.25;
  const auto count = static_cast<std::int64_t>(site.chapters);
  const Length step = box.width / count;
  for (std::int64_t i = 0; i < count; ++i) {
    const Rect bar{box.x + step * i + step * gap_share, box.y, step * (1 - gap_share), box.height};
    const bool reached = static_cast<std::size_t>(i) < site.chapter;
    fill(bar, reached ? part.color : part.second, part.opacity, part.span, page);
  }
}

}  // namespace banxin::page
