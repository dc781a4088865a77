#include "chart/check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <vector>

#include "chart/chart.hpp"
#include "chart/events.hpp"
#include "chart/numbers.hpp"

namespace banxin::chart {

namespace {

Span span_of(const model::Datum& datum) { return datum.value.span.known() ? datum.value.span : datum.span; }

std::string plain_number(double value) { return print(value, {decimals_needed(value), false, {}}); }

std::string series_name(const model::Chart& chart, const model::Series& series) {
  return series.name->empty() ? name_of(chart) : *series.name;
}

void check_values(const model::Chart& chart, Diagnostics& diagnostics) {
  for (const model::Series& series : chart.series) {
    std::set<std::string> seen;
    for (const model::Datum& datum : series.data) {
      if (!std::isfinite(*datum.value)) {
        diagnostics.report(MessageId::chart_value_not_finite, span_of(datum), {*datum.label},
                           "write a number, or leave the datum out");
      }
      const bool labeled = !chart.plot || chart.plot->position == model::Plot::Position::band;
      if (labeled && !seen.insert(*datum.label).second) {
        diagnostics.report(MessageId::chart_label_repeated, datum.label.span,
                           {*datum.label, series_name(chart, series)}, "give each class a name of its own");
      }
      if (chart.maximum && *datum.value > *chart.maximum) {
        diagnostics.report(MessageId::chart_value_beyond_scale, span_of(datum),
                           {plain_number(*datum.value), *datum.label, plain_number(*chart.maximum)},
                           "raise `maximum`, or leave it out");
      }
      if (chart.minimum && *datum.value < *chart.minimum && !(chart.maximum && *chart.maximum <= *chart.minimum)) {
        diagnostics.report(MessageId::chart_value_below_scale, span_of(datum),
                           {plain_number(*datum.value), *datum.label, plain_number(*chart.minimum)},
                           "lower `minimum`, or leave it out");
      }
    }
  }
}

void check_names(const model::Chart& chart, Diagnostics& diagnostics) {
  std::vector<std::string_view> labels;
  for (const model::Series& series : chart.series) {
    for (const model::Datum& datum : series.data) labels.push_back(*datum.label);
  }
  if (!chart.other.empty()) labels.push_back(chart.other);
  for (const model::LandscapeGroup& group : chart.groups) {
    labels.push_back(*group.name);
    for (const model::LandscapeItem& item : group.items) labels.push_back(*item.name);
  }
  const auto suggestion = [&](const std::string& word) {
    const std::string_view near = nearest(word, labels);
    return near.empty() ? std::string("write the label of a datum") : fmt::format("write “{}”", near);
  };
  for (const auto& name : chart.highlight) {
    if (std::find(labels.begin(), labels.end(), *name) == labels.end()) {
      diagnostics.report(MessageId::chart_highlight_unknown, name.span, {*name}, suggestion(*name));
    }
  }
  for (const model::Event& event : chart.events) {
    const bool known = std::any_of(chart.series.begin(), chart.series.end(), [&](const model::Series& series) {
      return place_of(*event.at, series).kind != Place::Kind::nowhere;
    });
    if (!known) {
      diagnostics.report(MessageId::chart_event_unknown, event.at.span, {*event.label, *event.at},
                         suggestion(*event.at));
    }
  }
}

}  // namespace

std::string name_of(const model::Chart& chart) {
  if (!chart.id->empty()) return *chart.id;
  const std::string title = chart.title.empty() ? std::string() : chart.title.plain();
  return title.empty() ? *chart.kind : title;
}

void check_series(const model::Chart& chart, std::size_t least, std::size_t most, Diagnostics& diagnostics) {
  const std::size_t count = chart.series.size();
  if (count == 0) {
    diagnostics.report(MessageId::chart_empty, chart.span, {name_of(chart), "it has no data"},
                       "write `data:` with a label and a value for each class");
  } else if (count < least || count > most) {
    const std::string wanted = least == most ? (most == 1 ? std::string("one series") : fmt::format("{} series", most))
                                             : fmt::format("{} to {} series", least, most);
    diagnostics.report(MessageId::chart_series_count, chart.span,
                       {*chart.kind, wanted, name_of(chart), std::to_string(count)});
  }
  for (const model::Series& series : chart.series) {
    if (series.data.empty()) {
      diagnostics.report(MessageId::chart_empty, series.name.span.known() ? series.name.span : chart.span,
                         {name_of(chart), fmt::format("the series “{}” has no data", *series.name)});
    }
  }
}

void check_not_negative(const model::Chart& chart, Diagnostics& diagnostics) {
  for (const model::Series& series : chart.series) {
    for (const model::Datum& datum : series.data) {
      if (*datum.value < 0) {
        diagnostics.report(MessageId::chart_value_negative, span_of(datum),
                           {*chart.kind, plain_number(*datum.value), *datum.label},
                           "a chart of the kind columns shows values below zero");
      }
    }
  }
}

void check_same_classes(const model::Chart& chart, Diagnostics& diagnostics) {
  for (std::size_t s = 1; s < chart.series.size(); ++s) {
    const model::Series &first = chart.series[0], &other = chart.series[s];
    for (std::size_t i = 0; i < std::max(first.data.size(), other.data.size()); ++i) {
      const std::string mine = i < first.data.size() ? *first.data[i].label : std::string();
      const std::string theirs = i < other.data.size() ? *other.data[i].label : std::string();
      if (mine == theirs) continue;
      const Span span = i < other.data.size() ? other.data[i].label.span : chart.span;
      diagnostics.report(
          MessageId::chart_labels_differ, span, {*first.name, *other.name, std::to_string(i + 1), mine, theirs},
          mine.empty() ? fmt::format("add “{}” to “{}”", theirs, *first.name) : fmt::format("write “{}” here", mine));
      break;
    }
  }
}

void check_total(const model::Chart& chart, Diagnostics& diagnostics) {
  for (const model::Series& series : chart.series) {
    double sum = 0, slack = 0;
    for (const model::Datum& datum : series.data) {
      sum += *datum.value;
      // Each number may be off by half of its last digit.
      slack += 0.5 * std::pow(10.0, -decimals_needed(*datum.value));
    }
    if (std::isfinite(sum) && !series.data.empty() && std::abs(sum - 100) > slack + 1e-9) {
      diagnostics.report(MessageId::chart_share_total, chart.span, {series_name(chart, series), plain_number(sum)},
                         "correct the numbers, or add the class that is missing");
    }
  }
}

void check_parts(const model::Chart& chart, Diagnostics& diagnostics) {
  check_same_classes(chart, diagnostics);
  check_not_negative(chart, diagnostics);
  if (chart.unit == "%") check_total(chart, diagnostics);
  for (const model::Series& series : chart.series) {
    if (!series.data.empty() && sum_of(series, 0, series.data.size() - 1) == 0) {
      diagnostics.report(MessageId::chart_empty, chart.span, {name_of(chart), "all its values are 0"});
    }
  }
}

void check(const model::Chart& chart, Diagnostics& diagnostics) {
  const Kind* kind = find_kind(*chart.kind);
  if (!kind) {
    std::vector<std::string_view> names;
    for (const Kind& each : registry()) names.push_back(each.name);
    const std::string_view near = nearest(*chart.kind, names);
    diagnostics.report(
        MessageId::chart_kind_unknown, chart.kind.span, {*chart.kind},
        near.empty() ? fmt::format("one of: {}", fmt::join(names, ", ")) : fmt::format("write `{}`", near));
    return;
  }
  if (chart.minimum && chart.maximum && *chart.minimum >= *chart.maximum) {
    diagnostics.report(MessageId::chart_scale_order, chart.span,
                       {name_of(chart), plain_number(*chart.minimum), plain_number(*chart.maximum)});
  }
  if (chart.top && *chart.top < 1) {
    diagnostics.report(MessageId::chart_top_invalid, chart.span, {name_of(chart), std::to_string(*chart.top)});
  }
  if (chart.top && chart.other.empty()) {
    diagnostics.report(MessageId::chart_other_missing, chart.span, {name_of(chart)}, "write `other: 其他`");
  }
  if (!chart.icon->empty()) {
    const auto names = icon_names();
    if (std::find(names.begin(), names.end(), *chart.icon) == names.end()) {
      const std::string_view near = nearest(*chart.icon, names);
      diagnostics.report(
          MessageId::chart_icon_unknown, chart.icon.span, {*chart.icon},
          near.empty() ? fmt::format("one of: {}", fmt::join(names, ", ")) : fmt::format("write `{}`", near));
    }
  }
  check_values(chart, diagnostics);
  check_names(chart, diagnostics);
  kind->check(chart, diagnostics);
}

}  // namespace banxin::chart
