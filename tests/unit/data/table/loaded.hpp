// Tables of a report in memory, as text.
#pragma once

#include <fmt/format.h>

#include <memory>
#include <string>

#include "data/bind.hpp"
#include "model/read_document.hpp"

namespace banxin::data {

struct Loaded {
  std::shared_ptr<source::MemoryFiles> memory = std::make_shared<source::MemoryFiles>();
  source::SourceFiles files{memory};
  Diagnostics diagnostics;
  BoundDocument bound;

  /// `data` is what is below `data:`, each line indented.
  explicit Loaded(const std::string& data, const std::vector<std::pair<std::string, std::string>>& others = {},
                  const std::string& body = "body:\n  - text: 甲\n") {
    memory->put("report.yaml", "title: 甲\ndata:\n" + data + body);
    for (const auto& [name, text] : others) memory->put(name, text);
    if (auto read = model::read_document(files, "report.yaml", diagnostics)) {
      bound = bind(std::move(*read), files, diagnostics);
    }
  }

  static std::string shown(const table::Value& value) {
    if (table::missing(value)) return "-";
    if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* date = std::get_if<table::Date>(&value)) return date->iso();
    return fmt::format("{:.12g}", std::get<double>(value));
  }

  /// "城市:text 占比:percent | 北京 0.333 | 上海 -"
  [[nodiscard]] std::string operator()(const std::string& name) const {
    const auto found = bound.tables.find(name);
    if (found == bound.tables.end()) return "none";
    const table::Table& table = *found->second;
    std::string out;
    for (const table::Column& column : table.columns()) {
      out += fmt::format("{}{}:{}{}", out.empty() ? "" : " ", column.name, table::name(column.type), column.unit);
    }
    for (std::size_t row = 0; row < table.rows(); ++row) {
      out += " |";
      for (const table::Column& column : table.columns()) out += " " + shown(column.values[row]);
    }
    return out;
  }

  /// Each diagnostic as "file:line:column: text; help".
  [[nodiscard]] std::vector<std::string> messages() const {
    std::vector<std::string> out;
    for (const Diagnostic& one : diagnostics.all()) {
      std::string place;
      if (one.span.known()) {
        const auto at = files.file(one.span.file).position(one.span.begin);
        place = fmt::format("{}:{}:{}: ", files.file(one.span.file).path(), at.line, at.column);
      }
      out.push_back(place + one.text + (one.suggestion.empty() ? "" : "; " + one.suggestion));
    }
    return out;
  }
};

}  // namespace banxin::data
