// The table of a chart's keys.
#pragma once

#include "model/chart.hpp"
#include "model/schema.hpp"

namespace banxin::model {

/// A chart while its keys are read: `data` is a short form of `series`.
struct ChartDraft {
  Chart chart;
  std::optional<std::vector<Datum>> data;
  Span span;
};

const Object<ChartDraft>& chart_table();

}  // namespace banxin::model
