#include "data/table/workbook.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <utility>

#include "data/table/xml.hpp"
#include "data/table/zip.hpp"

namespace banxin::data {

namespace {

constexpr std::size_t largest_index = 10'000'000;

std::size_t number_of(std::string_view text) {
  std::size_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return std::min(value, largest_index);
}

/// 0 for A; the letters of a reference such as B7.
std::size_t column_of(std::string_view reference) {
  std::size_t column = 0;
  for (const char c : reference) {
    if (c < 'A' || c > 'Z' || column > largest_index) break;
    column = column * 26 + static_cast<std::size_t>(c - 'A' + 1);
  }
  return column == 0 ? 0 : column - 1;
}

enum class Look : std::uint8_t { number, percent, date };

/// What a number format shows (ECMA-376, part 1, 18.8.30 and 18.8.31).
Look look_of(std::size_t id, const std::map<std::size_t, std::string>& formats) {
  if (id == 9 || id == 10) return Look::percent;
  if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return Look::date;
  const auto own = formats.find(id);
  if (own == formats.end()) return Look::number;
  bool quoted = false, bracket = false;
  for (std::size_t i = 0; i < own->second.size(); ++i) {
    const char c = own->second[i];
    if (c == '\\') {
      ++i;
    } else if (c == '"') {
      quoted = !quoted;
    } else if (c == '[' || c == ']') {
      bracket = c == '[';
    } else if (!quoted && !bracket) {
      if (c == '%') return Look::percent;
      if (c == 'y' || c == 'd' || c == 'Y' || c == 'D') return Look::date;
    }
  }
  return Look::number;
}

class Workbook {
 public:
  Workbook(std::string_view bytes, const model::DataSource& source, Diagnostics& diagnostics)
      : zip_(bytes, largest_workbook), source_(source), diagnostics_(diagnostics), span_(source.file->span) {}

  std::optional<RawTable> read() {
    if (!zip_.open() || !read_index()) return damaged();
    const auto path = sheet_path();
    if (!path) return std::nullopt;
    read_strings();
    read_styles();
    const auto sheet = zip_.part(*path);
    if (!sheet) return damaged();
    if (!read_sheet(*sheet)) return damaged();
    return failed_ ? std::nullopt : finished();
  }

 private:
  std::nullopt_t damaged() {
    if (zip_.too_large()) {
      diagnostics_.report(MessageId::data_too_large, span_,
                          {"more data", fmt::format("{} MiB", largest_workbook >> 20)}, "save the sheet as CSV");
    } else {
      diagnostics_.report(MessageId::database_unreadable, span_,
                          {source_.file->value, "it is not an .xlsx workbook, or damaged"}, "save it again, or as CSV");
    }
    return std::nullopt;
  }

  bool read_index() {
    const auto workbook = zip_.part("xl/workbook.xml");
    const auto relations = zip_.part("xl/_rels/workbook.xml.rels");
    if (!workbook || !relations) return false;
    XmlHandler handler;
    handler.begin = [this](std::string_view name, const XmlAttributes& attributes) {
      if (name == "sheet") sheets_.emplace_back(attributes["name"], attributes["id"]);
      if (name == "workbookPr") from_1904_ = attributes["date1904"] == "1" || attributes["date1904"] == "true";
    };
    if (!read_xml(*workbook, handler)) return false;
    handler.begin = [this](std::string_view name, const XmlAttributes& attributes) {
      if (name == "Relationship") targets_[std::string(attributes["Id"])] = attributes["Target"];
    };
    return read_xml(*relations, handler);
  }

  std::optional<std::string> sheet_path() {
    if (sheets_.empty()) return damaged();
    std::size_t index = 0;
    if (source_.sheet) {
      while (index < sheets_.size() && sheets_[index].first != source_.sheet->value) ++index;
      if (index == sheets_.size()) {
        std::vector<std::string_view> names;
        for (const auto& [name, id] : sheets_) names.push_back(name);
        diagnostics_.report(MessageId::sheet_unknown, source_.sheet->span, {source_.file->value, source_.sheet->value},
                            did_you_mean(source_.sheet->value, names, "sheets are"));
        return std::nullopt;
      }
    }
    const std::string& target = targets_[sheets_[index].second];
    return target.starts_with('/') ? target.substr(1) : "xl/" + target;
  }

  void read_strings() {
    const auto strings = zip_.part("xl/sharedStrings.xml");
    if (!strings) return;
    bool in_text = false, phonetic = false;
    XmlHandler handler;
    handler.begin = [&](std::string_view name, const XmlAttributes&) {
      if (name == "si") strings_.emplace_back();
      if (name == "rPh") phonetic = true;  // the reading of a text, printed above it
      in_text = name == "t" && !phonetic;
    };
    handler.end = [&](std::string_view name) {
      if (name == "rPh") phonetic = false;
      if (name == "t") in_text = false;
    };
    handler.text = [&](std::string_view text) {
      if (in_text && !strings_.empty()) strings_.back() += text;
    };
    read_xml(*strings, handler);
  }

  void read_styles() {
    const auto styles = zip_.part("xl/styles.xml");
    if (!styles) return;
    std::map<std::size_t, std::string> formats;
    bool in_cells = false;
    XmlHandler handler;
    handler.begin = [&](std::string_view name, const XmlAttributes& attributes) {
      if (name == "numFmt") formats[number_of(attributes["numFmtId"])] = attributes["formatCode"];
      if (name == "cellXfs") in_cells = true;
      if (name == "xf" && in_cells) looks_.push_back(look_of(number_of(attributes["numFmtId"]), formats));
    };
    handler.end = [&](std::string_view name) {
      if (name == "cellXfs") in_cells = false;
    };
    read_xml(*styles, handler);
  }

  struct Cell {
    std::string reference, type, text;
    std::size_t style = 0;
    bool formula = false, has_value = false;
  };

  bool read_sheet(std::string_view xml) {
    Cell cell;
    bool in_value = false;
    XmlHandler handler;
    handler.begin = [&](std::string_view name, const XmlAttributes& attributes) {
      if (name == "row") {
        row_ = attributes["r"].empty() ? row_ + 1 : number_of(attributes["r"]);
        next_column_ = 0;
      } else if (name == "c") {
        cell = {std::string(attributes["r"]), std::string(attributes["t"]), {}, number_of(attributes["s"])};
      } else if (name == "f") {
        cell.formula = true;
      } else if (name == "v" || name == "t") {
        in_value = true;
        cell.has_value = true;
      }
    };
    handler.end = [&](std::string_view name) {
      if (name == "v" || name == "t") in_value = false;
      if (name == "c") store(cell);
    };
    handler.text = [&](std::string_view text) {
      if (in_value) cell.text += text;
    };
    return read_xml(xml, handler);
  }

  void store(const Cell& cell) {
    const std::size_t column = cell.reference.empty() ? next_column_ : column_of(cell.reference);
    next_column_ = column + 1;
    if (failed_) return;
    if (cell.formula && !cell.has_value) {
      failed_ = true;
      diagnostics_.report(MessageId::formula_without_value, span_, {source_.file->value, cell.reference},
                          "open the workbook in a spreadsheet program and save it there");
      return;
    }
    if (cell.type == "e") {
      failed_ = true;
      diagnostics_.report(MessageId::formula_error, span_, {source_.file->value, cell.reference, cell.text},
                          "mend the formula, or leave the cell empty");
      return;
    }
    if (!cell.has_value || cell.text.empty()) return;
    if (row_ > largest_rows || column >= largest_columns) {
      failed_ = true;
      diagnostics_.report(MessageId::data_too_large, span_,
                          {row_ > largest_rows ? "more rows" : "more columns",
                           fmt::format("{}", row_ > largest_rows ? largest_rows : largest_columns)});
      return;
    }
    rows_[row_][column] = made(cell);
  }

  RawCell made(const Cell& cell) {
    RawCell out;
    out.span = span_;
    if (cell.type == "s") {
      const std::size_t index = number_of(cell.text);
      out.text = table_.texts.emplace_back(index < strings_.size() ? strings_[index] : std::string());
    } else if (cell.type == "str" || cell.type == "inlineStr" || cell.type == "d") {
      out.text = table_.texts.emplace_back(cell.text);
    } else if (cell.type == "b") {
      out.value = &table_.values.emplace_back(cell.text == "1");
      out.text = cell.text == "1" ? "true" : "false";
    } else {
      number(cell, out);
    }
    while (out.text.starts_with(' ')) out.text.remove_prefix(1);
    while (out.text.ends_with(' ')) out.text.remove_suffix(1);
    return out;
  }

  void number(const Cell& cell, RawCell& out) {
    double value = 0;
    std::from_chars(cell.text.data(), cell.text.data() + cell.text.size(), value);
    const Look look = cell.style < looks_.size() ? looks_[cell.style] : Look::number;
    if (look == Look::date && value >= 0 && value < 2'958'466) {
      // Serial 60 is 29 February 1900, which never was: days before it count from one day later.
      const double days = std::floor(value);
      const std::int64_t epoch = from_1904_ ? -24107 : days < 60 ? -25568 : -25569;
      const table::Date date = table::Date::from_days(epoch + static_cast<std::int64_t>(days));
      out.value = &table_.values.emplace_back(date);
      out.text = table_.texts.emplace_back(date.iso());
      return;
    }
    out.percent = look == Look::percent;
    out.value = &table_.values.emplace_back(value);
    out.text = table_.texts.emplace_back(fmt::format("{:.15g}", value));
  }

  std::optional<RawTable> finished() {
    if (rows_.size() < 2) {
      diagnostics_.report(MessageId::data_no_rows, span_, {source_.file->value});
      return std::nullopt;
    }
    const auto& [first_row, names] = *rows_.begin();
    const std::size_t first = names.begin()->first, last = names.rbegin()->first;
    RawCell missing;
    missing.span = span_;
    for (std::size_t column = first; column <= last; ++column) {
      const auto found = names.find(column);
      table_.names.push_back(found == names.end() ? missing : found->second);
    }
    for (auto row = std::next(rows_.begin()); row != rows_.end(); ++row) {
      for (std::size_t column = first; column <= last; ++column) {
        const auto found = row->second.find(column);
        table_.cells.push_back(found == row->second.end() ? missing : found->second);
      }
      table_.lines.push_back(row->first);
    }
    return std::move(table_);
  }

  Zip zip_;
  const model::DataSource& source_;
  Diagnostics& diagnostics_;
  Span span_;
  std::vector<std::pair<std::string, std::string>> sheets_;  ///< name, relation
  std::map<std::string, std::string> targets_;
  std::vector<std::string> strings_;
  std::vector<Look> looks_;
  bool from_1904_ = false, failed_ = false;
  std::size_t row_ = 0, next_column_ = 0;
  std::map<std::size_t, std::map<std::size_t, RawCell>> rows_;
  RawTable table_;
};

}  // namespace

std::optional<RawTable> read_workbook(const source::SourceFiles& files, FileId id, const model::DataSource& source,
                                      Diagnostics& diagnostics) {
  return Workbook(files.file(id).text(), source, diagnostics).read();
}

}  // namespace banxin::data
