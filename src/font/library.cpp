#include "font/library.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <mutex>
#include <set>
#include <shared_mutex>
#include <tuple>

#include "font/catalogue.hpp"
#include "font/face_set.hpp"
#include "font/weight.hpp"

namespace banxin::font {
namespace {

using Origin = FaceSlot::Origin;
using ChainKey = std::tuple<std::string, int, bool, Language>;

std::string describe_style(int weight, bool italic) {
  return fmt::format("{} {}{}", weight, weight_name(weight), italic ? " italic" : "");
}

std::string folder_reason(const std::string& path) {
  return fmt::format("file in {}", std::filesystem::path(path).parent_path().string());
}

/// A requested face of the catalogue that is not installed.
struct Substitution {
  std::string family, requested, package;
  int weight, served;
  auto operator<=>(const Substitution&) const = default;
};

}  // namespace

struct Library::State {
  State(const Options& options, Catalogue&& catalogue, Diagnostics& diagnostics)
      : faces(options, std::move(catalogue), diagnostics) {}

  const FaceSet faces;
  mutable std::shared_mutex mutex;  ///< guards the following members
  mutable std::map<ChainKey, std::vector<FaceId>> chains;
  mutable std::set<Substitution> substitutions;

  void record_substitution(const Query& query) const;
  Explanation explain(const CatalogueFamily& family, Language language, int weight, bool italic) const;
};

void Library::State::record_substitution(const Query& query) const {
  const std::string requested = faces.name_in_font(query.family, query.language);
  const auto served = faces.match(requested, query.weight, query.italic);
  if (!served) return;
  const FaceSlot::Place& got = faces.slots()[*served].place();
  if (got.weight == query.weight) return;
  for (const FaceSlot& slot : faces.slots()) {
    const FaceSlot::Place& place = slot.place();
    if (place.origin == Origin::catalogue && !place.exists && place.weight == query.weight &&
        place.italic == query.italic && same_family(place.family, requested)) {
      const std::unique_lock lock(mutex);
      substitutions.insert({query.family, requested, place.package, place.weight, got.weight});
      return;
    }
  }
}

Explanation Library::State::explain(const CatalogueFamily& family, Language language, int weight, bool italic) const {
  const std::string& own = family.face_family(language);
  Explanation row;
  row.family = family.name;
  row.language = family.names_in_font.empty() ? "any" : tag(language);
  row.weight = describe_style(weight, italic);
  const auto listed = std::find_if(family.faces.begin(), family.faces.end(), [&](const CatalogueFace& face) {
    return face.weight == weight && face.italic == italic;
  });
  if (const auto id = faces.match(own, weight, italic)) {
    const FaceSlot::Place& place = faces.slots()[*id].place();
    row.found = true;
    row.path = place.path;
    row.index = faces.slots()[*id].index();
    row.package = place.package;
    switch (place.origin) {
      case Origin::folder: row.reason = folder_reason(place.path); break;
      case Origin::catalogue: row.reason = "named in fonts.yaml"; break;
      case Origin::system: row.reason = "found by fontconfig"; break;
    }
    if (place.weight == weight && place.italic == italic) return row;
    row.reason += ", replaces the missing weight";
  }
  if (listed == family.faces.end()) return row;
  const std::string path = faces.catalogue().path_of(*listed);
  if (::access(path.c_str(), R_OK) != 0) {
    row.reason += fmt::format("{}not installed: apt install {}", row.found ? ": " : "", listed->package);
    if (!row.found) row.package = listed->package;
    return row;
  }
  std::string why;
  const auto file = faces.files().open(path, why);
  if (why.empty() && file->find(own) == nullptr) why = fmt::format("it has no face named “{}”", own);
  row.reason += fmt::format("{}{}: {}", row.found ? ": " : "", path, why);
  return row;
}

Library::Library(std::unique_ptr<State> state) : state_(std::move(state)) {}
Library::~Library() = default;

std::shared_ptr<const Library> Library::make(const Options& options, Catalogue&& catalogue, Diagnostics& diagnostics) {
  auto state = std::make_unique<State>(options, std::move(catalogue), diagnostics);
  return std::shared_ptr<const Library>(new Library(std::move(state)));
}

std::shared_ptr<const Library> Library::open(const Options& options, source::SourceFiles& files,
                                             Diagnostics& diagnostics) {
  files.allow(source::folder_of(options.catalogue));
  const auto id = files.open(options.catalogue, {}, diagnostics);
  return make(options, id ? read_catalogue(files, *id, diagnostics) : Catalogue{}, diagnostics);
}

std::shared_ptr<const Library> Library::open(const Options& options, Diagnostics& diagnostics) {
  source::SourceFiles files;
  files.allow(source::folder_of(options.catalogue));
  const auto id = files.open(options.catalogue, {}, diagnostics);
  Catalogue catalogue;
  Diagnostics found;
  if (id) catalogue = read_catalogue(files, *id, found);
  for (const Diagnostic& diagnostic : found.all()) {  // the caller lacks these files, so the text holds the position
    const source::Position position = files.file(*id).position(diagnostic.span.begin);
    diagnostics.report(
        MessageId::font_catalogue_invalid, {},
        {fmt::format("{}:{}:{}", files.file(*id).path(), position.line, position.column), diagnostic.text},
        diagnostic.suggestion);
  }
  return make(options, std::move(catalogue), diagnostics);
}

const std::vector<FaceId>& Library::chain(const Query& query) const {
  const ChainKey key(query.family, query.weight, query.italic, query.language);
  {
    const std::shared_lock lock(state_->mutex);
    const auto known = state_->chains.find(key);
    if (known != state_->chains.end()) return known->second;
  }
  std::vector<FaceId> built = state_->faces.chain(query);  // outside the lock: two threads may build the same
  state_->record_substitution(query);
  const std::unique_lock lock(state_->mutex);
  return state_->chains.try_emplace(key, std::move(built)).first->second;
}

const Face& Library::face(FaceId id) const { return state_->faces.slots().at(id).face(); }

std::vector<Explanation> Library::explain() const {
  std::vector<Explanation> rows;
  for (const CatalogueFamily& family : state_->faces.catalogue().families) {
    std::set<std::pair<bool, int>> styles;
    for (const CatalogueFace& face : family.faces) styles.emplace(face.italic, face.weight);
    for (const Language language : font_languages) {
      if (family.names_in_font.empty() ? language != Language::zh_hans : !family.names_in_font.contains(language))
        continue;
      for (const auto& [italic, weight] : styles) rows.push_back(state_->explain(family, language, weight, italic));
    }
  }
  for (const FaceSlot& slot : state_->faces.slots()) {  // fonts in the folders, by their names in the files
    const FaceSlot::Place& place = slot.place();
    if (place.origin != Origin::folder) continue;
    rows.push_back({place.family,
                    "any",
                    describe_style(place.weight, place.italic),
                    place.path,
                    folder_reason(place.path),
                    {},
                    slot.index(),
                    true});
  }
  return rows;
}

bool Library::has_family(std::string_view family) const {
  if (state_->faces.catalogue().find(family) != nullptr) return true;
  return std::any_of(state_->faces.slots().begin(), state_->faces.slots().end(), [&](const FaceSlot& slot) {
    return slot.place().exists && matches_family(slot.place().family, slot.place().aliases, family);
  });
}

std::vector<std::string_view> Library::families() const {
  std::vector<std::string_view> names;
  for (const CatalogueFamily& family : state_->faces.catalogue().families) names.push_back(family.name);
  for (const FaceSlot& slot : state_->faces.slots()) {
    const FaceSlot::Place& place = slot.place();
    if (place.origin == Origin::system || !place.exists) continue;
    if (std::find(names.begin(), names.end(), place.family) == names.end()) names.push_back(place.family);
  }
  return names;
}

std::vector<std::string> Library::dependencies() const {
  std::vector<std::string> paths;
  for (const FaceSlot& slot : state_->faces.slots()) {
    if (slot.opened()) paths.push_back(slot.place().path);
  }
  std::sort(paths.begin(), paths.end());
  paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
  return paths;
}

void Library::report_substitutions(Diagnostics& diagnostics) const {
  const std::shared_lock lock(state_->mutex);
  for (const Substitution& missing : state_->substitutions) {
    diagnostics.report(MessageId::font_not_installed, {},
                       {weight_name(missing.weight), missing.requested, weight_name(missing.served)},
                       fmt::format("apt install {}", missing.package));
  }
}

}  // namespace banxin::font
