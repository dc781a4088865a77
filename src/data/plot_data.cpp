#include "data/plot_data.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "data/expression/evaluator.hpp"
#include "data/format/format.hpp"
#include "data/named_table.hpp"

namespace banxin::data {

namespace {

using model::ColumnRef;
using model::Plot;
using table::Column;
using table::Table;
using Channel = std::vector<ColumnRef>;

bool is_number(const Column& column) {
  return column.type == table::Type::number || column.type == table::Type::percent;
}

/// Whole numbers that can only be years.
bool holds_years(const Column& column) {
  if (column.type != table::Type::number || !column.unit.empty()) return false;
  return std::all_of(column.values.begin(), column.values.end(), [](const table::Value& value) {
    const double* number = std::get_if<double>(&value);
    return number == nullptr || (*number == std::floor(*number) && *number >= 1500 && *number <= 2200);
  });
}

const Channel& first_of(const Channel& own, const Channel& inherited) { return own.empty() ? inherited : own; }

/// What several numbers of one place add up to.
struct Gathered {
  double sum = 0, least = 0, most = 0;
  std::size_t count = 0;
  void take(double value) {
    least = count == 0 ? value : std::min(least, value);
    most = count == 0 ? value : std::max(most, value);
    sum += value;
    ++count;
  }
  [[nodiscard]] double result(std::string_view how) const {
    if (how == "mean") return count == 0 ? 0 : sum / static_cast<double>(count);
    if (how == "min") return least;
    if (how == "max") return most;
    if (how == "count") return static_cast<double>(count);
    return sum;
  }
};

class Join {
 public:
  Join(model::Chart& chart, const Table& table, Diagnostics& diagnostics)
      : chart_(chart), table_(table), plot_(*chart.plot), diagnostics_(diagnostics) {}

  void run(std::vector<model::Layer> layers) {
    const std::size_t errors = diagnostics_.all().size();
    turn(layers);
    for (const Channel* channel : {&chart_.column, &chart_.row}) {
      if (!channel->empty() && facet_ == Table::none) facet_ = find(channel->front());
    }
    for (const model::Layer& layer : layers) choose_position(layer);
    if (diagnostics_.all().size() > errors) return;
    for (std::size_t i = 0; i < layers.size(); ++i) {
      add(layers[i], i);
      if (diagnostics_.all().size() > errors) return;
    }
    if (plot_.position == Plot::Position::band) {
      sort(first_of(layers.front().x, chart_.x));
    } else {
      for (model::Series& series : chart_.series) {
        const bool dots = plot_.layers[series.layer].mark == "point";
        if (dots) continue;
        std::stable_sort(series.data.begin(), series.data.end(),
                         [](const model::Datum& a, const model::Datum& b) { return a.at < b.at; });
      }
    }
  }

 private:
  std::size_t find(const ColumnRef& column) { return named_column(table_, column.field, diagnostics_); }
  [[nodiscard]] const Column& column(std::size_t at) const { return table_.columns()[at]; }

  /// Bars whose numbers are in `x` run from left to right: x and y change places.
  void turn(std::vector<model::Layer>& layers) {
    for (model::Layer& layer : layers) {
      if (layer.x.empty() || layer.y.empty() || layer.mark != "bar") continue;
      const std::size_t x = table_.column(*layer.x.front().field), y = table_.column(*layer.y.front().field);
      if (layer.x.front().aggregate->empty() && x == Table::none) continue;
      const bool number = x == Table::none || is_number(column(x));
      if (y == Table::none || !number || is_number(column(y))) continue;
      std::swap(layer.x, layer.y);
      plot_.horizontal = true;
    }
  }

  std::size_t label_of(const model::Layer& layer) {
    return layer.x.empty() ? table_.key_column() : find(layer.x.front());
  }

  void choose_position(const model::Layer& layer) {
    const std::size_t x = label_of(layer);
    if (x == Table::none) return;
    const std::string type = layer.x.empty() ? std::string() : layer.x.front().type;
    auto wanted = Plot::Position::band;
    const bool dated = column(x).type == table::Type::date || holds_years(column(x));
    if (type == "temporal" ? dated : type.empty() && dated) {
      wanted = Plot::Position::time;
    } else if (type == "quantitative" || (type.empty() && is_number(column(x)))) {
      wanted = is_number(column(x)) ? Plot::Position::number : wanted;
    } else if (type == "temporal") {
      diagnostics_.report(MessageId::chart_channel_type, layer.x.front().field.span,
                          {*layer.x.front().field, "temporal", "dates"}, "write dates as 2024-03-01, 2024-03 or 2024");
    }
    if (layer.mark == "bar") wanted = Plot::Position::band;
    // One layer of bars gives all of them its bands.
    const bool first = plot_.layers.empty();
    if (first || wanted == Plot::Position::band) plot_.position = wanted;
    if (first && !layer.x.empty()) {
      const ColumnRef& channel = layer.x.front();
      plot_.x_title = channel.title.empty() ? channel.axis.title : channel.title;
      if (plot_.x_title.empty() && wanted == Plot::Position::number) plot_.x_title = *channel.field;
      plot_.x_unit = channel.unit.empty() ? column(x).unit : channel.unit;
    }
    plot_.layers.emplace_back();
  }

  void add(const model::Layer& layer, std::size_t index) {
    Plot::PlotLayer& out = plot_.layers[index];
    out.mark = layer.mark;
    out.stack = layer.stack;
    out.grouped = !layer.x_offset.empty() || (layer.mark == "bar" && layer.stack == "none");
    Channel values = layer.y;
    if (values.empty()) {
      for (const Column& one : table_.columns()) {
        if (!is_number(one) || &one == &column(label_of(layer))) continue;
        values.emplace_back().field = {one.name, one.span};
        break;
      }
    }
    if (values.empty()) {
      diagnostics_.report(MessageId::chart_column_missing, layer.span, {table_.name(), "no column"});
      return;
    }
    const Channel& names = first_of(layer.color, layer.x_offset);
    const std::size_t color = names.empty() ? Table::none : find(names.front());
    for (const ColumnRef& value : values) {
      const bool counted = *value.aggregate == "count" && value.field->empty();
      const std::size_t at = counted ? Table::none : find(value);
      if (at == Table::none && !counted) return;
      if (at != Table::none && !is_number(column(at)) && *value.aggregate != "count") {
        diagnostics_.report(MessageId::chart_channel_type, value.field.span, {*value.field, "quantitative", "numbers"},
                            "name a column of numbers");
        return;
      }
      describe(out, value, at, values.size() > 1);
      rows(layer, index, value, at, color, values.size() > 1);
    }
  }

  void describe(Plot::PlotLayer& out, const ColumnRef& value, std::size_t at, bool several) const {
    const bool percent = at != Table::none && column(at).type == table::Type::percent;
    out.unit = !value.unit.empty() ? value.unit : percent ? "%" : at != Table::none ? column(at).unit : std::string();
    out.scale = value.scale;
    out.right = value.axis.position == "right";
    if (!several) out.title = !value.axis.title.empty() ? value.axis.title : title_of(value);
  }

  static std::string title_of(const ColumnRef& value) { return value.title.empty() ? *value.field : value.title; }

  void rows(const model::Layer& layer, std::size_t index, const ColumnRef& value, std::size_t at, std::size_t color,
            bool several) {
    const std::size_t x = label_of(layer);
    std::map<std::pair<std::size_t, std::string>, std::pair<std::size_t, Gathered>> gathered;  // place of each sum
    for (std::size_t row = 0; row < table_.rows(); ++row) {
      const double* number = at == Table::none ? nullptr : std::get_if<double>(&column(at).values[row]);
      const bool counting = *value.aggregate == "count";
      if (table::missing(column(x).values[row])) continue;
      const bool percent = at != Table::none && column(at).type == table::Type::percent && !counting;
      const double one = number == nullptr ? 1 : percent ? expression::rounded(*number * 100) : *number;
      std::string name = color != Table::none ? text(color, row) : several ? title_of(value) : std::string();
      const std::size_t owner = series_of(index, facet(row), color != Table::none ? name : *value.field, name,
                                          color != Table::none ? span(color, row) : value.field.span);
      model::Series& series = chart_.series[owner];
      if (number == nullptr && !counting) {
        series.gaps.push_back(position(x, row));
        continue;
      }
      std::string label = text(x, row);
      if (!value.aggregate->empty()) {
        auto [known, fresh] = gathered.try_emplace({owner, label}, series.data.size(), Gathered{});
        known->second.second.take(one);
        if (!fresh) {
          model::Datum& sum = series.data[known->second.first];
          sum.value.value = expression::rounded(known->second.second.result(*value.aggregate));
          if (sum.provenance == Provenance::published) sum.provenance = Provenance::derived;
          continue;
        }
      }
      model::Datum& datum = series.data.emplace_back();
      datum.label = model::PrintableText(std::move(label), span(x, row));
      datum.value = {one, at == Table::none ? span(x, row) : span(at, row)};
      datum.provenance = table_.provenance(row, at == Table::none ? x : at);
      datum.span = datum.value.span;
      datum.at = position(x, row);
    }
  }

  [[nodiscard]] double position(std::size_t x, std::size_t row) const {
    const table::Value& value = column(x).values[row];
    if (const auto* date = std::get_if<table::Date>(&value)) return static_cast<double>(date->days());
    const double* number = std::get_if<double>(&value);
    if (number == nullptr) return 0;
    if (plot_.position != Plot::Position::time) return column(x).type == table::Type::percent ? *number * 100 : *number;
    table::Date year;
    year.year = static_cast<std::int16_t>(*number);
    return static_cast<double>(year.days());
  }

  std::size_t facet(std::size_t row) {
    if (facet_ == Table::none) return 0;
    const std::string name = text(facet_, row);
    const auto found = std::find(plot_.facets.begin(), plot_.facets.end(), name);
    if (found != plot_.facets.end()) return static_cast<std::size_t>(found - plot_.facets.begin());
    plot_.facets.push_back(name);
    return plot_.facets.size() - 1;
  }

  std::size_t series_of(std::size_t layer, std::size_t facet, const std::string& key, const std::string& name,
                        Span at) {
    const auto [known, fresh] = places_.try_emplace({layer, facet, key}, chart_.series.size());
    if (!fresh) return known->second;
    model::Series& added = chart_.series.emplace_back();
    added.layer = layer;
    added.facet = facet;
    added.key = name.empty() ? plot_.layers[layer].title : name;
    std::string printed = plot_.layers.size() > 1 && name.empty() ? added.key : name;
    if (!plot_.facets.empty()) printed = plot_.facets[facet] + (printed.empty() ? "" : " " + printed);
    added.name = model::PrintableText(std::move(printed), at);
    return known->second;
  }

  void sort(const Channel& x) {
    const std::string how = x.empty() ? std::string() : x.front().sort;
    if (how.empty()) return;
    std::unordered_map<std::string, double> totals;
    for (const model::Series& series : chart_.series) {
      for (const model::Datum& datum : series.data) totals[*datum.label] += *datum.value;
    }
    for (model::Series& series : chart_.series) {
      std::stable_sort(series.data.begin(), series.data.end(), [&](const model::Datum& a, const model::Datum& b) {
        if (how == "y") return totals[*a.label] < totals[*b.label];
        if (how == "-y") return totals[*a.label] > totals[*b.label];
        return how == "descending" ? *a.label > *b.label : *a.label < *b.label;
      });
    }
  }

  [[nodiscard]] std::string text(std::size_t at, std::size_t row) const {
    if (at == table_.key_column()) return table_.keys()[row];
    const Column& from = column(at);
    const table::Value& value = from.values[row];
    if (const auto* date = std::get_if<table::Date>(&value)) return date->iso();
    if (const double* number = std::get_if<double>(&value); number != nullptr && holds_years(from))
      return std::to_string(static_cast<int>(*number));
    return print(value, expression::type_of(from.type, from.unit), {}, Language::zh_hans);
  }

  [[nodiscard]] Span span(std::size_t at, std::size_t row) const {
    const Span cell = column(at).spans[row];
    return cell.known() ? cell : table_.span();
  }

  model::Chart& chart_;
  const Table& table_;
  Plot& plot_;
  Diagnostics& diagnostics_;
  std::size_t facet_ = Table::none;
  std::map<std::tuple<std::size_t, std::size_t, std::string>, std::size_t> places_;
};

/// The layers with what they inherit.
std::vector<model::Layer> layers_of(const model::Chart& chart) {
  std::vector<model::Layer> layers = chart.layers;
  if (layers.empty()) {
    model::Layer& only = layers.emplace_back();
    only.mark = chart.mark;
    only.span = chart.span;
  }
  for (model::Layer& layer : layers) {
    layer.x = first_of(layer.x, chart.x);
    layer.y = first_of(layer.y, chart.y);
    layer.color = first_of(layer.color, chart.color);
    layer.x_offset = first_of(layer.x_offset, chart.x_offset);
    if (layer.stack.empty()) layer.stack = chart.stack;
  }
  return layers;
}

}  // namespace

void join_plot(model::Chart& chart, const Table* table, Diagnostics& diagnostics) {
  chart.plot.emplace();
  const std::vector<model::Layer> layers = layers_of(chart);
  if (table != nullptr) {
    Join(chart, *table, diagnostics).run(layers);
  } else {
    for (model::Series& series : chart.series) series.key = *series.name;
    for (const model::Layer& layer : layers) {
      Plot::PlotLayer& out = chart.plot->layers.emplace_back();
      out.mark = layer.mark;
      out.stack = layer.stack;
      out.grouped = layer.mark == "bar" && layer.stack == "none";
      out.unit = chart.unit;
    }
  }
  Plot& plot = *chart.plot;
  if (plot.layers.empty()) return;
  const bool one_unit = std::all_of(plot.layers.begin(), plot.layers.end(), [&](const Plot::PlotLayer& layer) {
    return layer.unit == plot.layers.front().unit;
  });
  if (chart.resolve_y == "independent" && plot.layers.size() > 1 &&
      std::none_of(plot.layers.begin(), plot.layers.end(), [](const Plot::PlotLayer& layer) { return layer.right; }))
    plot.layers.back().right = true;
  const bool dual = std::any_of(plot.layers.begin(), plot.layers.end(), [](const auto& layer) { return layer.right; });
  if (one_unit && !dual && chart.unit.empty() && plot.layers.front().stack != "normalize")
    chart.unit = plot.layers.front().unit;
}

}  // namespace banxin::data
