#include "data/csv.hpp"

#include <fmt/format.h>

#include "source/yaml_view.hpp"

namespace banxin::data {

namespace {

class CsvReader {
 public:
  CsvReader(std::string_view text, FileId id, std::uint32_t begin, Diagnostics& diagnostics)
      : text_(text), id_(id), at_(begin), diagnostics_(diagnostics) {}

  bool read(std::vector<std::vector<Field>>& rows) {
    while (at_ < text_.size()) {
      std::vector<Field> row;
      do {
        row.emplace_back();
        if (!field(row.back(), rows.size() + 1, row.size())) return false;
      } while (skip(','));
      skip_break();
      const bool blank = row.size() == 1 && row[0].text.empty() && row[0].span.begin == row[0].span.end;
      if (!blank) rows.push_back(std::move(row));
    }
    return true;
  }

 private:
  bool skip(char c) {
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  void skip_break() {
    if (skip('\r')) {
      skip('\n');
    } else {
      skip('\n');
    }
  }
  void skip_spaces() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t')) ++at_;
  }
  [[nodiscard]] bool at_end() const {
    return at_ >= text_.size() || text_[at_] == ',' || text_[at_] == '\n' || text_[at_] == '\r';
  }

  bool field(Field& out, std::size_t row, std::size_t column) {
    skip_spaces();
    out.map.set_file(id_);
    const std::uint32_t begin = at_;
    if (at_ < text_.size() && text_[at_] == '"') return quoted(out, row, column);
    while (!at_end()) ++at_;
    std::uint32_t end = at_;
    while (end > begin && (text_[end - 1] == ' ' || text_[end - 1] == '\t')) --end;
    out.text = text_.substr(begin, end - begin);
    out.map.add(0, begin);
    out.span = {id_, begin, end};
    return true;
  }

  bool quoted(Field& out, std::size_t row, std::size_t column) {
    const std::uint32_t begin = at_++;
    out.map.add(0, at_);
    while (true) {
      if (at_ >= text_.size()) {
        diagnostics_.report(MessageId::csv_quote_open, {id_, begin, begin + 1}, {},
                            "close it, or write it twice if it is part of the text");
        return false;
      }
      if (text_[at_] != '"') {
        out.text += text_[at_++];
        continue;
      }
      ++at_;
      if (!skip('"')) break;
      out.text += '"';
      out.map.add(static_cast<std::uint32_t>(out.text.size()), at_);
    }
    out.span = {id_, begin, at_};
    skip_spaces();
    if (at_end()) return true;
    diagnostics_.report(MessageId::csv_quote_stray, {id_, at_, at_ + 1},
                        {fmt::format("{}", row), fmt::format("{}", column)},
                        "put the whole field in quotation marks, and write quotation marks inside twice");
    return false;
  }

  std::string_view text_;
  FileId id_;
  std::uint32_t at_;
  Diagnostics& diagnostics_;
};

}  // namespace

std::optional<Csv> read_csv(const source::SourceFiles& files, FileId id, Diagnostics& diagnostics) {
  const source::SourceFile& file = files.file(id);
  const std::string_view text = file.text();
  for (std::size_t at = file.text_begin(); at < text.size();) {
    const std::size_t length = source::character_length(text, at);
    if (length == 0) {
      const auto place = static_cast<std::uint32_t>(at);
      diagnostics.report(MessageId::file_not_utf8, {id, place, place + 1},
                         {fmt::format("{:02X}", static_cast<unsigned char>(text[at]))},
                         "save the table as “CSV UTF-8”");
      return std::nullopt;
    }
    at += length;
  }
  Csv csv;
  csv.span = {id, file.text_begin(), static_cast<std::uint32_t>(text.size())};
  if (!CsvReader(text, id, file.text_begin(), diagnostics).read(csv.rows)) return std::nullopt;
  if (csv.rows.size() < 2) {
    diagnostics.report(MessageId::csv_empty, {id, file.text_begin(), file.text_begin()}, {},
                       "write the names of the columns in the first row and the data below");
    return std::nullopt;
  }
  for (std::size_t i = 1; i < csv.rows.size(); ++i) {
    const auto& row = csv.rows[i];
    if (row.size() == csv.rows[0].size()) continue;
    diagnostics.report(
        MessageId::csv_row_length, {id, row.front().span.begin, row.back().span.end},
        {fmt::format("{}", i + 1), counted(row.size(), "field", "fields"), fmt::format("{}", csv.rows[0].size())},
        row.size() > csv.rows[0].size() ? "put text with commas in quotation marks" : "");
  }
  return csv;
}

}  // namespace banxin::data
