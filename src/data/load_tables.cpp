#include "data/load_tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "data/table/database.hpp"
#include "data/table/delimited.hpp"
#include "data/table/encoding.hpp"
#include "data/table/listed.hpp"
#include "data/table/typed.hpp"
#include "data/table/workbook.hpp"

namespace banxin::data {

namespace {

std::string extension(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  std::string out(dot == std::string_view::npos ? std::string_view() : name.substr(dot));
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

class Loader {
 public:
  Loader(const model::Document& document, const std::vector<expression::Variable>& parameters,
         source::SourceFiles& files, Diagnostics& diagnostics)
      : document_(document), parameters_(parameters), files_(files), diagnostics_(diagnostics) {
    for (const auto& [name, source] : document.data) names_.push_back(name);
  }

  Tables load() {
    for (const auto& [name, source] : document_.data) (void)table(name);
    std::erase_if(tables_, [](const auto& entry) { return entry.second == nullptr; });
    return std::move(tables_);
  }

 private:
  std::shared_ptr<const table::Table> table(std::string_view wanted) {
    if (const auto known = tables_.find(wanted); known != tables_.end()) return known->second;
    const auto found = document_.data.find(std::string(wanted));
    if (found == document_.data.end()) return nullptr;
    const auto& [name, source] = *found;
    if (std::find(path_.begin(), path_.end(), name) != path_.end()) {
      report_circle(name, source);
      return nullptr;
    }
    path_.push_back(name);
    auto made = read(name, source);
    path_.pop_back();
    tables_[name] = made;
    return made;
  }

  void report_circle(const std::string& name, const model::DataSource& source) {
    std::string circle;
    for (auto at = std::find(path_.begin(), path_.end(), name); at != path_.end(); ++at) circle += *at + " → ";
    diagnostics_.report(MessageId::query_circle, source.query ? source.query->span : source.span, {circle + name});
  }

  std::shared_ptr<const table::Table> read(const std::string& name, const model::DataSource& source) {
    if (source.query) {
      return run_query(
          name, source, [this](std::string_view wanted) { return table(wanted); }, names_, parameters_, diagnostics_);
    }
    model::DataSource inherited = source;
    if (!inherited.provenance) inherited.provenance = document_.provenance;
    const auto raw = source.rows   ? read_rows(name, source, diagnostics_)
                     : source.file ? read_file(source)
                                   : std::nullopt;
    return raw ? typed(name, *raw, inherited, diagnostics_) : nullptr;
  }

  std::optional<RawTable> read_file(const model::DataSource& source) {
    const Spanned<std::string>& file = *source.file;
    const auto path = files_.locate(document_.folder, file, diagnostics_);
    const auto id = path ? files_.open(*path, file.span, diagnostics_) : std::nullopt;
    if (!id) return std::nullopt;
    const std::string kind = extension(file.value);
    if (kind == ".xlsx") return read_workbook(files_, *id, source, diagnostics_);
    if (kind == ".sqlite" || kind == ".db") return read_database(files_, *id, source, diagnostics_);
    if (kind != ".csv" && kind != ".tsv" && kind != ".json") {
      diagnostics_.report(MessageId::data_file_kind, file.span, {file.value},
                          "data files end in .csv, .tsv, .json, .xlsx, .sqlite or .db");
      return std::nullopt;
    }
    const auto utf8 = as_utf8(files_, *id, diagnostics_);
    if (!utf8) return std::nullopt;
    return kind == ".json" ? read_json(files_, *utf8, diagnostics_)
                           : read_delimited(files_, *utf8, kind == ".tsv", diagnostics_);
  }

  const model::Document& document_;
  const std::vector<expression::Variable>& parameters_;
  source::SourceFiles& files_;
  Diagnostics& diagnostics_;
  std::vector<std::string_view> names_;
  std::vector<std::string> path_;  ///< of queries that wait for each other
  Tables tables_;
};

}  // namespace

Tables load_tables(const model::Document& document, const std::vector<expression::Variable>& parameters,
                   source::SourceFiles& files, Diagnostics& diagnostics) {
  if (document.data.empty()) return {};
  return Loader(document, parameters, files, diagnostics).load();
}

}  // namespace banxin::data
