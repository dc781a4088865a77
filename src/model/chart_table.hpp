// The table of a chart's keys.
#pragma once

#include "model/chart.hpp"
#include "model/schema.hpp"

namespace banxin::model {

/// What a chart is read into before its data know their provenance.
struct DatumDraft {
  Datum datum;
  std::optional<Provenance> provenance;
};
struct SeriesDraft {
  PrintableText name;
  std::vector<DatumDraft> data;
};
struct ChartDraft {
  Chart chart;
  std::vector<SeriesDraft> series;
  std::optional<std::vector<DatumDraft>> data;
  Span span;
};

const Object<ChartDraft>& chart_table();
/// The words of `provenance`, for other readers of data.
std::optional<Provenance> provenance_from_word(std::string_view word);

}  // namespace banxin::model
