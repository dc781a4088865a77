#include "data/expression/result.hpp"

namespace banxin::data::expression {

Span Cell::span() const {
  const auto& spans = table->columns()[column].spans;
  return row < spans.size() && spans[row].known() ? spans[row] : table->span();
}

void Trace::add(const Cell& cell) {
  ++count_;
  reconstructed_ |= cell.table->provenance(cell.row, cell.column) == Provenance::reconstructed;
  if (cells_.size() < kept) cells_.push_back(cell);
}

void Trace::add(const Trace& other) {
  for (const Cell& cell : other.cells_) {
    if (cells_.size() < kept) cells_.push_back(cell);
  }
  count_ += other.count_;
  reconstructed_ |= other.reconstructed_;
}

std::optional<double> Result::number() const {
  if (values.size() != 1) return std::nullopt;
  const double* number = std::get_if<double>(&values.front());
  return number == nullptr ? std::nullopt : std::optional(*number);
}

std::optional<Provenance> Result::provenance() const {
  if (trace.count() == 0) return std::nullopt;
  if (plain_cell) {
    const Cell& cell = trace.cells().front();
    return cell.table->provenance(cell.row, cell.column);
  }
  return trace.reconstructed() ? Provenance::reconstructed : Provenance::derived;
}

}  // namespace banxin::data::expression
