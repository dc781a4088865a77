#include "data/table/read_data_file.hpp"

#include <string_view>

#include "data/table/database.hpp"
#include "data/table/delimited.hpp"
#include "data/table/encoding.hpp"
#include "data/table/listed.hpp"
#include "data/table/workbook.hpp"

namespace banxin::data {

namespace {

std::string extension(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  std::string out(dot == std::string_view::npos ? std::string_view() : name.substr(dot));
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

}  // namespace

std::optional<RawTable> read_data_file(const model::DataSource& source, const std::string& folder,
                                       source::SourceFiles& files, Diagnostics& diagnostics) {
  const Spanned<std::string>& file = *source.file;
  const auto path = files.locate(folder, file, diagnostics);
  const auto id = path ? files.open(*path, file.span, diagnostics) : std::nullopt;
  if (!id) return std::nullopt;
  const std::string kind = extension(file.value);
  if (kind == ".xlsx") return read_workbook(files, *id, source, diagnostics);
  if (kind == ".sqlite" || kind == ".db") return read_database(files, *id, source, diagnostics);
  if (kind != ".csv" && kind != ".tsv" && kind != ".json") {
    diagnostics.report(MessageId::data_file_kind, file.span, {file.value},
                       "data files end in .csv, .tsv, .json, .xlsx, .sqlite or .db");
    return std::nullopt;
  }
  const auto utf8 = as_utf8(files, *id, diagnostics);
  if (!utf8) return std::nullopt;
  return kind == ".json" ? read_json(files, *utf8, diagnostics)
                         : read_delimited(files, *utf8, kind == ".tsv", diagnostics);
}

}  // namespace banxin::data
