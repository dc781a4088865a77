#include "content/publication.hpp"

#include <numeric>
#include <stdexcept>

#include "data/bind.hpp"
#include "model/read_document.hpp"
#include "source/source_files.hpp"

namespace banxin::content {

namespace {

void collect(const std::vector<model::Block>& blocks, std::map<std::string, model::Chart>& charts) {
  for (const model::Block& block : blocks) {
    if (const auto* chart = std::get_if<model::ChartBlock>(&block.kind)) charts.emplace(*chart->chart.id, chart->chart);
    if (const auto* row = std::get_if<model::Row>(&block.kind)) collect(row->cells, charts);
    if (const auto* box = std::get_if<model::Box>(&block.kind)) collect(box->body, charts);
  }
}

std::map<std::string, model::Chart> read_charts() {
  source::SourceFiles files;
  Diagnostics diagnostics;
  auto document = model::read_document(files, BANXIN_PROJECT "/content/aigc-talent-2023", diagnostics);
  if (document) document = data::bind(std::move(*document), files, diagnostics).document;
  std::string faults;
  for (const Diagnostic& diagnostic : diagnostics.all()) faults += diagnostic.text + "\n";
  if (!document || !faults.empty()) throw std::runtime_error("the publication has faults:\n" + faults);
  std::map<std::string, model::Chart> charts;
  for (const model::Section& section : document->sections) collect(section.body, charts);
  return charts;
}

}  // namespace

const std::map<std::string, model::Chart>& charts() {
  static const std::map<std::string, model::Chart> read = read_charts();
  return read;
}

const model::Chart& chart(const std::string& id) { return charts().at(id); }

double value(const model::Series& series, const std::string& label) {
  for (const model::Datum& datum : series.data) {
    if (*datum.label == label) return *datum.value;
  }
  throw std::out_of_range("the series “" + *series.name + "” has no “" + label + "”");
}

std::vector<double> values(const model::Series& series) {
  std::vector<double> numbers;
  for (const model::Datum& datum : series.data) numbers.push_back(*datum.value);
  return numbers;
}

double sum(const model::Series& series) {
  const std::vector<double> numbers = values(series);
  return std::accumulate(numbers.begin(), numbers.end(), 0.0);
}

}  // namespace banxin::content
