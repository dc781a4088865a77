#include "data/table/listed.hpp"

#include <fmt/format.h>

#include <unordered_map>
#include <utility>

#include "source/yaml_tree.hpp"

namespace banxin::data {

namespace {

/// Collects rows whose cells come by name.
class Collector {
 public:
  std::size_t column(std::string_view name, Span span) {
    const auto [known, added] = columns_.try_emplace(std::string(name), table_.names.size());
    if (added) {
      table_.names.push_back(cell(name, span));
      widen();
    }
    return known->second;
  }
  RawCell cell(std::string_view text, Span span) {
    RawCell out;
    out.text = table_.texts.emplace_back(text);
    out.span = span;
    return out;
  }
  void begin_row(Span span) {
    const RawCell missing{{}, span, nullptr, false, std::nullopt};
    rows_.emplace_back(table_.names.size(), missing);
    span_ = span;
  }
  void set(std::size_t column, RawCell cell) { rows_.back()[column] = std::move(cell); }
  [[nodiscard]] std::size_t width() const { return table_.names.size(); }
  RawTable finish() {
    for (std::vector<RawCell>& row : rows_) {
      row.resize(table_.names.size());
      table_.cells.insert(table_.cells.end(), row.begin(), row.end());
    }
    for (std::size_t i = 0; i < rows_.size(); ++i) table_.lines.push_back(i + 1);
    return std::move(table_);
  }

 private:
  void widen() {
    if (!rows_.empty()) rows_.back().resize(table_.names.size(), {{}, span_, nullptr, false, std::nullopt});
  }
  RawTable table_;
  std::vector<std::vector<RawCell>> rows_;
  std::unordered_map<std::string, std::size_t> columns_;
  Span span_;
};

}  // namespace

std::optional<RawTable> read_rows(const std::string& name, const model::DataSource& source, Diagnostics& diagnostics) {
  Collector collector;
  bool first = true, good = true;
  for (const model::DataRow& row : *source.rows) {
    if (std::exchange(first, false) && !row.named) {
      for (const auto& [unnamed, cell] : row.cells) collector.column(cell.text.value, cell.text.span);
      continue;
    }
    if (!row.named && row.cells.size() != collector.width()) {
      diagnostics.report(MessageId::row_length, row.span,
                         {counted(row.cells.size(), "cell", "cells"), fmt::format("{}", collector.width())});
      good = false;
      continue;
    }
    collector.begin_row(row.span);
    std::size_t index = 0;
    for (const auto& [column, cell] : row.cells) {
      const std::size_t at = row.named ? collector.column(column.value, column.span) : index++;
      RawCell raw = collector.cell(cell.text.value, cell.text.span);
      raw.provenance = cell.provenance;
      collector.set(at, std::move(raw));
    }
  }
  if (!good) return std::nullopt;
  RawTable table = collector.finish();
  if (table.names.empty() || table.rows() == 0) {
    diagnostics.report(MessageId::data_no_rows, source.span, {name});
    return std::nullopt;
  }
  return table;
}

namespace {

/// Spaces for tabs between the tokens: YAML allows none there, JSON does.
std::string without_tabs(std::string_view text) {
  std::string out(text);
  bool quoted = false;
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (out[i] == '\\' && quoted) {
      ++i;
    } else if (out[i] == '"') {
      quoted = !quoted;
    } else if (out[i] == '\t' && !quoted) {
      out[i] = ' ';
    }
  }
  return out;
}

class JsonReader {
 public:
  explicit JsonReader(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  std::optional<RawTable> read(source::YamlNode root) {
    if (root.is_mapping()) {
      columns(root);
    } else if (root.is_sequence()) {
      rows(root);
    } else {
      wrong(root);
    }
    if (!good_) return std::nullopt;
    RawTable table = collector_.finish();
    if (table.names.empty() || table.rows() == 0) {
      diagnostics_.report(MessageId::csv_empty, root.span(), {}, "write a list of objects");
      return std::nullopt;
    }
    return table;
  }

 private:
  void wrong(source::YamlNode node) {
    if (good_) {
      diagnostics_.report(MessageId::json_shape, node.span(), {},
                          "write a list of objects, a list of lists with the names first, or an object of lists");
    }
    good_ = false;
  }

  RawCell cell(source::YamlNode node) {
    if (node.is_mapping() || node.is_sequence()) {
      wrong(node);
      return {};
    }
    return collector_.cell(node.kind() == source::NodeKind::null ? std::string_view() : node.text(), node.span());
  }

  void rows(source::YamlNode root) {
    bool first = true;
    root.each_item([&](source::YamlNode row) {
      if (row.is_mapping()) {
        collector_.begin_row(row.span());
        row.each_entry([&](source::YamlNode key, source::YamlNode value) {
          collector_.set(collector_.column(key.text(), key.span()), cell(value));
        });
      } else if (row.is_sequence() && first) {
        row.each_item([&](source::YamlNode name) { collector_.column(name.text(), name.span()); });
      } else if (row.is_sequence() && row.size() == collector_.width()) {
        collector_.begin_row(row.span());
        std::size_t index = 0;
        row.each_item([&](source::YamlNode value) { collector_.set(index++, cell(value)); });
      } else {
        wrong(row);
      }
      first = false;
    });
  }

  void columns(source::YamlNode root) {
    std::vector<std::vector<source::YamlNode>> columns;
    root.each_entry([&](source::YamlNode key, source::YamlNode values) {
      if (!values.is_sequence()) return wrong(values);
      collector_.column(key.text(), key.span());
      auto& column = columns.emplace_back();
      values.each_item([&](source::YamlNode value) { column.push_back(value); });
      if (column.size() != columns.front().size()) wrong(values);
    });
    if (!good_ || columns.empty()) return;
    for (std::size_t row = 0; row < columns.front().size(); ++row) {
      collector_.begin_row(columns.front()[row].span());
      for (std::size_t i = 0; i < columns.size(); ++i) collector_.set(i, cell(columns[i][row]));
    }
  }

  Collector collector_;
  Diagnostics& diagnostics_;
  bool good_ = true;
};

}  // namespace

std::optional<RawTable> read_json(source::SourceFiles& files, FileId id, Diagnostics& diagnostics) {
  if (files.file(id).text().find('\t') != std::string_view::npos) {
    id = files.add(files.file(id).path(), without_tabs(files.file(id).text()));
  }
  const auto tree = source::YamlTree::read(files, id, diagnostics);
  if (!tree) return std::nullopt;
  return JsonReader(diagnostics).read(tree->root());
}

}  // namespace banxin::data
