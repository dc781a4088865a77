#include "data/load_tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "data/table/database.hpp"
#include "data/table/listed.hpp"
#include "data/table/read_data_file.hpp"
#include "data/table/typed.hpp"

namespace banxin::data {

namespace {

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
    return load_table(name, source, document_, files_, diagnostics_);
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

std::shared_ptr<const table::Table> load_table(const std::string& name, const model::DataSource& source,
                                               const model::Document& document, source::SourceFiles& files,
                                               Diagnostics& diagnostics) {
  model::DataSource inherited = source;
  if (!inherited.provenance) inherited.provenance = document.provenance;
  const auto raw = source.rows   ? read_rows(name, source, diagnostics)
                   : source.file ? read_data_file(source, document.folder, files, diagnostics)
                                 : std::nullopt;
  return raw ? typed(name, *raw, inherited, diagnostics) : nullptr;
}

}  // namespace banxin::data
