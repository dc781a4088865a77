// Builds charts: an element with title, unit, note and structure.
#include <algorithm>
#include <functional>

#include "chart/chart.hpp"
#include "layout/builder.hpp"
#include "layout/chart_element.hpp"
#include "layout/fixed_elements.hpp"

namespace banxin::layout {

using graphics::NodeId;
using semantics::Role;

namespace {

void visit_charts(const std::vector<model::Block>& blocks, const std::function<void(const model::Chart&)>& visit) {
  for (const auto& block : blocks) {
    if (const auto* chart = std::get_if<model::ChartBlock>(&block.kind)) visit(chart->chart);
    if (const auto* row = std::get_if<model::Row>(&block.kind)) visit_charts(row->cells, visit);
    if (const auto* box = std::get_if<model::Box>(&block.kind)) visit_charts(box->body, visit);
    if (const auto* list = std::get_if<model::List>(&block.kind)) {
      for (const auto& item : list->items) visit_charts(item, visit);
    }
  }
}

/// The term for the provenance of a chart's numbers, if it must be printed.
const char* provenance_term(const model::Chart& chart) {
  if (!chart.reconstructed()) return nullptr;
  const bool some_published = std::any_of(chart.series.begin(), chart.series.end(), [](const model::Series& series) {
    return std::any_of(series.data.begin(), series.data.end(),
                       [](const model::Datum& datum) { return datum.provenance != model::Provenance::reconstructed; });
  });
  if (!chart.groups.empty()) return "reconstructed-map";
  return some_published ? "partly-reconstructed" : "reconstructed";
}

}  // namespace

void Builder::share_scales(const model::Document& document) {
  for (const auto& section : document.sections) {
    visit_charts(section.body, [&](const model::Chart& chart) {
      if (chart.share_scale.empty()) return;
      double& most = shared_scales_[chart.share_scale];
      most = std::max(most, chart::largest_value(chart));
    });
  }
}

Builder::ElementPtr Builder::build_chart(const model::Block& block, const model::ChartBlock& source,
                                         const Place& place) {
  Diagnostics found;
  chart::check(source.chart, found);
  const bool drawable = !found.has_errors();
  diagnostics_.append(std::move(found));
  if (!drawable) return nullptr;
  model::Chart chart = chart::arrange(source.chart);

  ChartElement::Parts parts;
  auto& tree = target_.tree;
  const auto& styles = setting_.styles();
  Place upright = place;  // the text of a chart is horizontal, like its labels
  upright.axes = {};
  if (place.axes.vertical()) upright.measure = Length{};  // the width is known when it is placed
  parts.figure = tree.add(place.parent, Role::figure, chart.span);
  const bool unit_printed = !chart.unit.empty() && !chart.unit_on_values;
  // The first child of its figure (ISO 32000-1, 14.8.4.3.4, table 337).
  const model::InlineText title = numbered(block, chart.title, upright);
  const NodeId caption =
      title.empty() && !unit_printed ? graphics::artifact : tree.add(parts.figure, Role::caption, title.span);
  if (!title.empty()) {
    parts.title = paragraph(title, styles.get("chart-title"), caption, upright);
    jobs_.back().measure = Length{};
    parts.icon = chart.icon.value;  // printed only next to a title
  }
  if (unit_printed) {
    parts.unit =
        plain_paragraph(chart.unit, styles.get("chart-unit"), tree.add(caption, Role::content), upright, chart.span);
    parts.unit->prepare(setting_.fonts, {});  // its width determines the title's measure
    jobs_.pop_back();
  }
  if (chart.table) tree[parts.figure].attachment = chart.table->value + ".csv";
  // A figure must have alternative text (ISO 14289-1, 7.3); the fallback is its title.
  tree[parts.figure].alternative = chart.alternative.value.empty() ? chart.title.plain() : chart.alternative.value;
  parts.content = tree.add(parts.figure, Role::content);
  parts.table = ChartTable(chart, setting_.styled.document.lang.language, place.parent, tree);
  if (!chart.note.empty()) {
    const NodeId note = tree.add(place.parent, Role::paragraph, chart.note.span);
    parts.note = paragraph(chart.note, styles.get("chart-note"), note, upright);
  }
  if (const char* term = provenance_term(chart)) {
    const NodeId note = tree.add(place.parent, Role::note, chart.span);
    Place foot = place;
    foot.measure = place.note_measure;
    const auto& style = styles.get("provenance");
    auto words = decorated(plain_paragraph(setting_.styled.term(term), style, tree.add(note, Role::content),
                                           inside(style, {}, foot), chart.span),
                           style, foot);
    words->note_key = term;
    words->aside = true;
    parts.provenance = std::make_unique<FootNoteElement>(std::move(words));
  }
  if (auto shared = shared_scales_.find(chart.share_scale); shared != shared_scales_.end()) {
    parts.shared_maximum = shared->second;
  }
  auto element = std::make_unique<ChartElement>(std::move(chart), std::move(parts), setting_, place.axes);
  if (!block.style.value.empty()) {
    const auto& style = setting_.styles().get(block.style, diagnostics_);
    element->space_before = style.space_before;
    element->space_after = style.space_after;
  }
  if (const NumberedTarget* target = numbering_.of(block); target && !target->number.empty()) {
    element->link_target = listed_anchor(block);
  }
  for (const auto* id : {&block.id, &source.chart.id}) {
    if (id->value.empty()) continue;
    if (!element->link_target) element->link_target = new_anchor();
    name_anchor(*id, *element->link_target);
  }
  return element;
}

}  // namespace banxin::layout
