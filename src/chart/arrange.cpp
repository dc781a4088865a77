// What is done to the data before they are drawn: order, and the rest gathered under one name.
#include <algorithm>
#include <cmath>
#include <numeric>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "chart/chart.hpp"
#include "chart/numbers.hpp"
#include "chart/words.hpp"

namespace banxin::chart {

namespace {

/// Of a sum: one reconstructed part makes all of it reconstructed, else one without a provenance leaves it without.
int weakness(std::optional<model::Provenance> provenance) {
  if (!provenance) return 2;
  switch (*provenance) {
    case model::Provenance::published: return 0;
    case model::Provenance::derived: return 1;
    case model::Provenance::reconstructed: break;
  }
  return 3;
}

bool weaker(std::optional<model::Provenance> a, std::optional<model::Provenance> b) {
  return weakness(a) > weakness(b);
}

void gather(model::Series& series, std::size_t keep, const std::string& name) {
  if (series.data.size() <= keep) return;
  model::Datum rest = series.data[keep];
  rest.label.value = name;
  rest.note.clear();
  rest.display.clear();
  for (std::size_t i = keep + 1; i < series.data.size(); ++i) {
    rest.value.value += *series.data[i].value;
    if (weaker(series.data[i].provenance, rest.provenance)) rest.provenance = series.data[i].provenance;
  }
  // The sum of published numbers is itself no published number.
  if (series.data.size() > keep + 1 && rest.provenance == model::Provenance::published) {
    rest.provenance = model::Provenance::derived;
  }
  // Sums carry no more decimals than their parts: 0.1 + 0.2 is 0.3.
  int decimals = 0;
  for (std::size_t i = keep; i < series.data.size(); ++i)
    decimals = std::max(decimals, decimals_written(*series.data[i].value));
  const double power = std::pow(10.0, decimals);
  rest.value.value = std::round(rest.value.value * power) / power;
  series.data.resize(keep);
  series.data.push_back(std::move(rest));
}

std::string cell(const model::Datum& datum, const NumberFormat& format, const Words& said) {
  const std::string number = print(datum, format);
  if (!datum.provenance) return number;
  switch (*datum.provenance) {
    case model::Provenance::derived: return number + said.open + said.derived + said.close;
    case model::Provenance::reconstructed: return number + said.open + said.reconstructed + said.close;
    case model::Provenance::published: break;
  }
  return number;
}

std::string with_unit(const std::string& name, const model::Chart& chart, const Words& said) {
  if (chart.unit.empty()) return name;
  return name.empty() ? chart.unit : name + said.open + chart.unit + said.close;
}

using Cells = std::vector<std::vector<DataCell>>;

Cells map_cells(const model::Chart& chart, const Words& said) {
  Cells rows{{{said.group, {}, {}, 1}, {said.product, {}, {}, 1}, {said.note, {}, {}, 1}}};
  for (const model::LandscapeGroup& group : chart.groups) {
    int reach = static_cast<int>(group.items.size());
    for (const model::LandscapeItem& item : group.items) {
      rows.push_back({{*group.name, group.name.span, {}, std::exchange(reach, 0)},
                      {*item.name, item.name.span, {}, 1},
                      {item.note, {}, {item.name.span}, 1}});
    }
  }
  return rows;
}

}  // namespace

model::Chart arrange(model::Chart chart) {
  if (chart.sort && !chart.series.empty()) {
    // Series that list the same classes stay side by side, in the order of the first; rankings each have their own.
    const model::Series& first = chart.series.front();
    const bool parallel = std::all_of(chart.series.begin(), chart.series.end(), [&](const model::Series& series) {
      return series.data.size() == first.data.size() &&
             std::equal(series.data.begin(), series.data.end(), first.data.begin(),
                        [](const model::Datum& a, const model::Datum& b) { return *a.label == *b.label; });
    });
    std::vector<std::vector<std::size_t>> orders;
    for (const model::Series& series : chart.series) {
      std::vector<std::size_t> order(series.data.size());
      std::iota(order.begin(), order.end(), std::size_t{0});
      const model::Series& key = parallel ? first : series;
      std::stable_sort(order.begin(), order.end(),
                       [&](std::size_t a, std::size_t b) { return *key.data[a].value > *key.data[b].value; });
      orders.push_back(std::move(order));
    }
    for (std::size_t s = 0; s < chart.series.size(); ++s) {
      std::vector<model::Datum> sorted;
      for (const std::size_t i : orders[s]) sorted.push_back(chart.series[s].data[i]);
      chart.series[s].data = std::move(sorted);
    }
  }
  if (chart.top && *chart.top > 0 && !chart.other.empty()) {
    for (model::Series& series : chart.series) gather(series, static_cast<std::size_t>(*chart.top), chart.other);
  }
  return chart;
}

double largest_value(const model::Chart& chart) {
  double largest = 0;
  for (const model::Series& series : chart.series) {
    for (const model::Datum& datum : series.data) largest = std::max(largest, *datum.value);
  }
  return largest;
}

std::vector<std::vector<DataCell>> data_cells(const model::Chart& chart, Language language) {
  const Words& said = words(language);
  if (!chart.groups.empty()) return map_cells(chart, said);
  NumberFormat format = number_format(chart);
  format.unit.clear();  // the header says it

  std::vector<DataCell> header{{said.category, {}, {}, 1}};
  for (const model::Series& series : chart.series) {
    std::string name = with_unit(*series.name, chart, said);
    if (name.empty()) name = chart.title.plain();  // a column of numbers says what they are
    header.push_back({std::move(name), series.name.span, {}, 1});
  }
  std::vector<const Spanned<std::string>*> labels;
  std::unordered_set<std::string_view> known;
  std::vector<std::unordered_map<std::string_view, const model::Datum*>> first_of(chart.series.size());
  for (std::size_t i = 0; i < chart.series.size(); ++i) {
    for (const model::Datum& datum : chart.series[i].data) {
      first_of[i].emplace(*datum.label, &datum);
      if (known.insert(*datum.label).second) labels.push_back(&datum.label);
    }
  }
  const bool notes = std::any_of(chart.series.begin(), chart.series.end(), [](const model::Series& series) {
    return std::any_of(series.data.begin(), series.data.end(), [](const model::Datum& d) { return !d.note.empty(); });
  });
  if (notes || !chart.events.empty()) header.push_back({said.note, {}, {}, 1});

  Cells rows{header};
  for (const Spanned<std::string>* label : labels) {
    std::vector<DataCell> row{{**label, label->span, {}, 1}};
    DataCell note;
    for (const auto& data : first_of) {
      const auto at = data.find(**label);
      if (at == data.end()) {
        row.emplace_back();
        continue;
      }
      const model::Datum* found = at->second;
      row.push_back({cell(*found, format, said), found->value.span, {}, 1});
      // Where a name stands once for each series, each of them is printed.
      if (found->label.span != label->span) row.front().remarks.push_back(found->label.span);
      if (note.text.empty() && !found->note.empty()) {
        note.text = found->note;
        note.remarks.push_back(found->span);
      }
    }
    for (const model::Event& event : chart.events) {
      if (*event.at != **label) continue;
      note.text += (note.text.empty() ? std::string() : said.joint) + *event.label;
      note.remarks.push_back(event.label.span);
    }
    if (header.size() > row.size()) row.push_back(std::move(note));
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<std::vector<std::string>> data_table(const model::Chart& chart, Language language) {
  std::vector<std::vector<std::string>> table;
  for (const std::vector<DataCell>& row : data_cells(chart, language)) {
    std::vector<std::string>& texts = table.emplace_back();
    for (const DataCell& cell : row) texts.push_back(cell.text);
  }
  return table;
}

}  // namespace banxin::chart
