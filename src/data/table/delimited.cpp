#include "data/table/delimited.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace banxin::data {

namespace {

constexpr std::size_t most_errors = 5;

class Reader {
 public:
  Reader(const source::SourceFile& file, FileId id, bool tabs, Diagnostics& diagnostics)
      : text_(file.text()), id_(id), at_(file.text_begin()), diagnostics_(diagnostics) {
    delimiter_ = tabs ? '\t' : detected();
  }

  std::optional<RawTable> read() {
    while (at_ < text_.size()) {
      if (!row()) return std::nullopt;
    }
    if (ragged_ == 0 && (table_.names.empty() || table_.cells.empty())) {
      diagnostics_.report(MessageId::csv_empty, {id_, 0, 0}, {},
                          "write the names of the columns in the first row and the data below");
      return std::nullopt;
    }
    if (ragged_ > most_errors) {
      diagnostics_.report(MessageId::data_rows_more, {id_, 0, 0},
                          {counted(ragged_ - most_errors, "more row", "more rows")});
    }
    if (table_.cells.empty()) return std::nullopt;
    table_.decimal_comma = decimal_comma();
    return std::move(table_);
  }

 private:
  /// The character that divides most fields of the first line, outside of quotation marks.
  [[nodiscard]] char detected() const {
    std::array<std::size_t, 3> counts{};
    constexpr std::string_view candidates = ",;\t";
    bool quoted = false;
    for (std::size_t at = at_; at < text_.size(); ++at) {
      if (text_[at] == '"') quoted = !quoted;
      if (quoted) continue;
      if (text_[at] == '\n' || text_[at] == '\r') break;
      const std::size_t found = candidates.find(text_[at]);
      if (found != std::string_view::npos) ++counts[found];
    }
    return candidates[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin())];
  }

  [[nodiscard]] bool at_end() const {
    return at_ >= text_.size() || text_[at_] == delimiter_ || text_[at_] == '\n' || text_[at_] == '\r';
  }
  void skip_blanks() {
    while (at_ < text_.size() && (text_[at_] == ' ' || (text_[at_] == '\t' && delimiter_ != '\t'))) ++at_;
  }

  bool row() {
    ++line_;
    const std::uint32_t begin = at_;
    std::vector<RawCell>& fields = table_.names.empty() ? table_.names : fields_;
    fields.clear();
    while (true) {
      column_ = fields.size() + 1;
      if (!field(fields.emplace_back())) return false;
      if (at_ >= text_.size() || text_[at_] != delimiter_) break;
      ++at_;
    }
    if (at_ < text_.size() && text_[at_] == '\r') ++at_;
    if (at_ < text_.size() && text_[at_] == '\n') ++at_;
    const bool blank = std::all_of(fields.begin(), fields.end(), [](const RawCell& cell) { return cell.text.empty(); });
    if (blank) {
      fields.clear();
      return true;
    }
    if (&fields == &table_.names) return columns_fit();
    return store(begin);
  }

  bool columns_fit() {
    if (table_.names.size() <= largest_columns) return true;
    diagnostics_.report(MessageId::data_too_large, table_.names.front().span,
                        {fmt::format("{} columns", table_.names.size()), fmt::format("{}", largest_columns)});
    return false;
  }

  bool store(std::uint32_t begin) {
    const std::size_t width = table_.names.size();
    // Spreadsheets often leave delimiters without fields at the end of a row.
    while (fields_.size() > width && fields_.back().text.empty()) fields_.pop_back();
    if (fields_.size() != width) {
      if (++ragged_ <= most_errors) {
        diagnostics_.report(
            MessageId::csv_row_length, {id_, begin, std::max(begin, fields_.back().span.end)},
            {fmt::format("{}", line_), counted(fields_.size(), "field", "fields"), fmt::format("{}", width)},
            fields_.size() > width ? "put text with delimiters in quotation marks" : "");
      }
      return true;
    }
    if (table_.lines.size() >= largest_rows) {
      diagnostics_.report(MessageId::data_too_large, {id_, begin, begin},
                          {"more rows", fmt::format("{}", largest_rows)}, "use a database, and a query");
      return false;
    }
    table_.cells.insert(table_.cells.end(), fields_.begin(), fields_.end());
    table_.lines.push_back(line_);
    return true;
  }

  bool field(RawCell& out) {
    skip_blanks();
    if (at_ < text_.size() && text_[at_] == '"') return quoted(out);
    const std::uint32_t begin = at_;
    while (!at_end()) ++at_;
    std::uint32_t end = at_;
    while (end > begin && (text_[end - 1] == ' ' || text_[end - 1] == '\t')) --end;
    out.text = text_.substr(begin, end - begin);
    out.span = {id_, begin, end};
    return true;
  }

  bool quoted(RawCell& out) {
    const std::uint32_t begin = at_++;
    std::uint32_t piece = at_;
    std::string* decoded = nullptr;
    while (true) {
      const std::size_t close = text_.find('"', at_);
      if (close == std::string_view::npos) {
        diagnostics_.report(MessageId::csv_quote_open, {id_, begin, begin + 1}, {},
                            "close it, or write it twice if it is part of the text");
        return false;
      }
      at_ = static_cast<std::uint32_t>(close) + 1;
      if (at_ >= text_.size() || text_[at_] != '"') break;
      if (decoded == nullptr) decoded = &table_.texts.emplace_back();
      decoded->append(text_.substr(piece, at_ - piece));
      piece = ++at_;
    }
    const std::string_view last = text_.substr(piece, at_ - 1 - piece);
    if (decoded != nullptr) decoded->append(last);
    out.text = decoded != nullptr ? std::string_view(*decoded) : last;
    out.span = {id_, begin, at_};
    line_ += static_cast<std::size_t>(std::count(text_.begin() + begin, text_.begin() + at_, '\n'));
    skip_blanks();
    if (at_end()) return true;
    diagnostics_.report(MessageId::csv_quote_stray, {id_, at_, at_ + 1},
                        {fmt::format("{}", line_), fmt::format("{}", column_)},
                        "put the whole field in quotation marks, and write quotation marks inside twice");
    return false;
  }

  /// Files with semicolons or tabs often have decimal commas: some cell must show it, and none may deny it.
  [[nodiscard]] bool decimal_comma() const {
    if (delimiter_ == ',') return false;
    bool shown = false;
    for (const RawCell& cell : table_.cells) {
      const std::size_t comma = cell.text.rfind(',');
      const std::size_t point = cell.text.rfind('.');
      if (comma == std::string_view::npos && point == std::string_view::npos) continue;
      if (cell.text.find_first_not_of("+-0123456789., %") != std::string_view::npos) continue;
      const auto decimals = [&](std::size_t at) {
        return cell.text.find_first_not_of("0123456789", at + 1) == std::string_view::npos ? cell.text.size() - at - 1
                                                                                           : 0;
      };
      if (comma != std::string_view::npos && (point == std::string_view::npos || point < comma)) {
        if (decimals(comma) != 3) shown = true;
      } else if (point != std::string_view::npos && decimals(point) != 3) {
        return false;
      }
    }
    return shown;
  }

  std::string_view text_;
  FileId id_;
  std::uint32_t at_;
  Diagnostics& diagnostics_;
  char delimiter_ = ',';
  RawTable table_;
  std::vector<RawCell> fields_;
  std::size_t line_ = 0, column_ = 0, ragged_ = 0;
};

}  // namespace

std::optional<RawTable> read_delimited(const source::SourceFiles& files, FileId id, bool tabs,
                                       Diagnostics& diagnostics) {
  return Reader(files.file(id), id, tabs, diagnostics).read();
}

}  // namespace banxin::data
