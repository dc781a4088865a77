#include "font/library.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <deque>
#include <filesystem>
#include <limits>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <shared_mutex>
#include <tuple>

#include "font/catalogue.hpp"
#include "font/face_slot.hpp"
#include "font/system_fonts.hpp"
#include "font/weight.hpp"

namespace banxin::font {
namespace {

using Origin = FaceSlot::Origin;
using ChainKey = std::tuple<std::string, int, bool, Language>;

constexpr std::size_t max_faces = std::numeric_limits<FaceId>::max();
constexpr std::size_t max_system_fallbacks = 24;  // the end of a chain that is walked for each missing character
constexpr Language languages[] = {Language::zh_hans, Language::zh_hant, Language::ja, Language::ko, Language::en};

bool has_extension(const std::filesystem::path& path, std::initializer_list<std::string_view> extensions) {
  std::string extension = path.extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return std::find(extensions.begin(), extensions.end(), extension) != extensions.end();
}

/// The font files of a folder in the order of their names; an absent folder has none.
std::vector<std::string> font_files(const std::string& folder, Diagnostics& diagnostics) {
  std::vector<std::string> paths;
  std::error_code error;
  for (std::filesystem::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    if (has_extension(at->path(), {".ttf", ".otf", ".ttc", ".otc"})) {
      paths.push_back(at->path().string());
    } else if (has_extension(at->path(), {".woff", ".woff2", ".pfb", ".dfont"})) {
      diagnostics.report(MessageId::font_file_invalid, {},
                         {at->path().string(), "its format is not one of .ttf, .otf, .ttc"},
                         "convert it to .ttf or .otf");
    }
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::string describe_style(int weight, bool italic) {
  return fmt::format("{} {}{}", weight, weight_name(weight), italic ? " italic" : "");
}

std::string folder_reason(const std::string& path) {
  return fmt::format("file in {}", std::filesystem::path(path).parent_path().string());
}

/// What was asked for, was in the catalogue, and is not on the disk.
struct Substitution {
  std::string family, wished, package;
  int weight, served;
  auto operator<=>(const Substitution&) const = default;
};

}  // namespace

struct Library::State {
  Catalogue catalogue;
  mutable FontFiles files;
  std::deque<FaceSlot> slots;  ///< by face id: folders', catalogue's, system's; a deque since slots do not move
  std::unique_ptr<SystemFonts> system;
  std::size_t first_system = 0;
  std::vector<std::string> folder_families;  ///< own names of the folders' fonts, each once, in the order found

  mutable std::shared_mutex mutex;  ///< guards what follows
  mutable std::map<ChainKey, std::vector<FaceId>> chains;
  mutable std::set<Substitution> substitutions;
  mutable std::mutex system_mutex;

  void add(FaceSlot::Place place) {
    if (slots.size() < max_faces) slots.emplace_back(std::move(place), files);
  }
  void add_folders(const std::vector<std::string>& folders, Diagnostics& diagnostics);
  void add_catalogue();
  void add_system();
  void check_default(Diagnostics& diagnostics) const;

  std::optional<FaceId> match(const std::string& own_name, int weight, bool italic) const;
  /// A name of the catalogue in a language as a font's own name; other names stand for themselves.
  std::string own_name(const std::string& family, Language language) const;
  std::vector<FaceId> build_chain(const Query& query) const;
  void note_substitution(const Query& query, FaceId served) const;
  Explanation explain(const CatalogueFamily& family, Language language, int weight, bool italic) const;
};

void Library::State::add_folders(const std::vector<std::string>& folders, Diagnostics& diagnostics) {
  std::set<std::tuple<std::string, int, bool>> seen;  // the first folder wins
  for (const std::string& folder : folders) {
    for (const std::string& path : font_files(folder, diagnostics)) {
      std::string why;
      const auto file = files.open(path, why);
      if (file == nullptr) {
        diagnostics.report(MessageId::font_file_invalid, {}, {path, why});
        continue;
      }
      for (const FaceRecord& record : file->faces()) {
        if (!seen.emplace(record.family, record.weight, record.italic).second) continue;
        add({Origin::folder, path, record.family, record.weight, record.italic, {}, true, record.aliases});
        if (std::find(folder_families.begin(), folder_families.end(), record.family) == folder_families.end()) {
          folder_families.push_back(record.family);
        }
      }
    }
  }
}

void Library::State::add_catalogue() {
  std::map<std::string, bool> exists;
  for (const CatalogueFamily& family : catalogue.families) {
    std::set<std::string> names;
    if (family.own_names.empty()) names.insert(family.own_name);
    for (const auto& [language, name] : family.own_names) names.insert(name);
    for (const CatalogueFace& face : family.faces) {
      const std::string path = catalogue.path_of(face);
      const auto [known, fresh] = exists.try_emplace(path);
      if (fresh) known->second = ::access(path.c_str(), R_OK) == 0;
      for (const std::string& name : names) {
        add({Origin::catalogue, path, name, face.weight, face.italic, face.package, known->second, {}});
      }
    }
  }
}

void Library::State::add_system() {
  system = std::make_unique<SystemFonts>();
  first_system = slots.size();
  for (const SystemFace& face : system->faces()) {
    add({Origin::system, face.path, face.family, face.weight, face.italic, {}, true, face.aliases});
  }
}

void Library::State::check_default(Diagnostics& diagnostics) const {
  if (catalogue.families.empty()) return;  // reported by the reader
  const CatalogueFamily& first = catalogue.families.front();
  for (const Language language : languages) {
    if (match(first.face_family(language), 400, false)) return;
  }
  std::string suggestion;
  if (!first.faces.empty()) suggestion = fmt::format("apt install {}", first.faces[first.faces.size() / 2].package);
  diagnostics.report(MessageId::font_none, {}, {first.name}, suggestion);
}

std::optional<FaceId> Library::State::match(const std::string& own_name, int weight, bool italic) const {
  // CSS Fonts 4, 5.2: slant is settled before weight; folders come first in `slots`, so they win among equals.
  for (const bool slant : {italic, !italic}) {
    std::vector<int> weights;
    std::vector<FaceId> ids;
    for (std::size_t id = 0; id < slots.size(); ++id) {
      const FaceSlot::Place& place = slots[id].place();
      if (place.italic != slant || !place.exists || !answers_to(place.family, place.aliases, own_name)) continue;
      if (!slots[id].usable()) continue;
      weights.push_back(place.weight);
      ids.push_back(static_cast<FaceId>(id));
    }
    if (const auto best = match_weight(weight, weights)) {
      return ids[static_cast<std::size_t>(std::find(weights.begin(), weights.end(), *best) - weights.begin())];
    }
  }
  return std::nullopt;
}

std::string Library::State::own_name(const std::string& family, Language language) const {
  const CatalogueFamily* named = catalogue.find(family);
  return named == nullptr ? family : named->face_family(language);
}

std::vector<FaceId> Library::State::build_chain(const Query& query) const {
  std::vector<FaceId> chain;
  const auto add_family = [&](const std::string& name) {
    const auto id = match(own_name(name, query.language), query.weight, query.italic);
    if (id && std::find(chain.begin(), chain.end(), *id) == chain.end()) chain.push_back(*id);
    return id;
  };
  const CatalogueFamily* family = catalogue.find(query.family);
  const auto own = match(own_name(query.family, query.language), query.weight, query.italic);
  // East Asian families have no italics: their letters come from the first family behind them that has.
  if (query.italic && family != nullptr && !(own && slots[*own].place().italic)) {
    for (const std::string& name : family->fallback) {
      const auto slanted = match(own_name(name, query.language), query.weight, true);
      if (!slanted || !slots[*slanted].place().italic) continue;
      chain.push_back(*slanted);
      break;
    }
  }
  const auto wished = add_family(query.family);
  if (wished) note_substitution(query, *wished);
  if (!wished && !catalogue.families.empty()) {
    add_family(catalogue.families.front().name);
  }
  for (const std::string& name : folder_families) add_family(name);
  if (family != nullptr) {
    for (const std::string& name : family->fallback) add_family(name);
  }
  // A font named by its own name falls back on the default family's ideographs.
  if (family == nullptr && !catalogue.families.empty()) add_family(catalogue.families.front().name);
  for (const std::string& name : catalogue.fallback) add_family(name);
  if (system != nullptr) {
    const std::lock_guard lock(system_mutex);
    for (const std::size_t face : system->preferred(query.language, query.weight, query.italic, max_system_fallbacks)) {
      const std::size_t id = first_system + face;
      if (id >= slots.size() || !slots[id].usable()) continue;
      const auto narrow = static_cast<FaceId>(id);
      if (std::find(chain.begin(), chain.end(), narrow) == chain.end()) chain.push_back(narrow);
    }
  }
  return chain;
}

void Library::State::note_substitution(const Query& query, FaceId served) const {
  const std::string wished = own_name(query.family, query.language);
  const FaceSlot::Place& got = slots[served].place();
  if (got.weight == query.weight) return;
  for (const FaceSlot& slot : slots) {
    const FaceSlot::Place& place = slot.place();
    if (place.origin == Origin::catalogue && !place.exists && place.weight == query.weight &&
        place.italic == query.italic && same_family(place.family, wished)) {
      const std::unique_lock lock(mutex);
      substitutions.insert({query.family, wished, place.package, place.weight, got.weight});
      return;
    }
  }
}

Explanation Library::State::explain(const CatalogueFamily& family, Language language, int weight, bool italic) const {
  const std::string& own = family.face_family(language);
  Explanation row;
  row.family = family.name;
  row.language = family.own_names.empty() ? "any" : tag(language);
  row.weight = describe_style(weight, italic);
  const auto listed = std::find_if(family.faces.begin(), family.faces.end(), [&](const CatalogueFace& face) {
    return face.weight == weight && face.italic == italic;
  });
  if (const auto id = match(own, weight, italic)) {
    const FaceSlot::Place& place = slots[*id].place();
    row.found = true;
    row.path = place.path;
    row.index = slots[*id].index();
    row.package = place.package;
    switch (place.origin) {
      case Origin::folder: row.reason = folder_reason(place.path); break;
      case Origin::catalogue: row.reason = "named in fonts.yaml"; break;
      case Origin::system: row.reason = "found by fontconfig"; break;
    }
    if (place.weight == weight && place.italic == italic) return row;
    row.reason += ", stands in for the weight that is missing";
  }
  if (listed == family.faces.end()) return row;
  const std::string path = catalogue.path_of(*listed);
  if (::access(path.c_str(), R_OK) != 0) {
    row.reason += fmt::format("{}not installed: apt install {}", row.found ? ": " : "", listed->package);
    if (!row.found) row.package = listed->package;
    return row;
  }
  std::string why;
  const auto file = files.open(path, why);
  if (why.empty() && file->find(own) == nullptr) why = fmt::format("it holds no face called “{}”", own);
  row.reason += fmt::format("{}{}: {}", row.found ? ": " : "", path, why);
  return row;
}

Library::Library(std::unique_ptr<State> state) : state_(std::move(state)) {}
Library::~Library() = default;

std::shared_ptr<const Library> Library::make(const Options& options, Catalogue&& catalogue, Diagnostics& diagnostics) {
  auto state = std::make_unique<State>();
  state->catalogue = std::move(catalogue);
  state->add_folders(options.folders, diagnostics);
  state->add_catalogue();
  if (options.system_fonts) state->add_system();
  state->check_default(diagnostics);
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
  for (const Diagnostic& diagnostic : found.all()) {  // nobody else knows these files: the place goes into the text
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
  std::vector<FaceId> built = state_->build_chain(query);  // outside the lock: two threads may build the same
  const std::unique_lock lock(state_->mutex);
  return state_->chains.try_emplace(key, std::move(built)).first->second;
}

const Face& Library::face(FaceId id) const { return state_->slots.at(id).face(); }

std::vector<Explanation> Library::explain() const {
  std::vector<Explanation> rows;
  for (const CatalogueFamily& family : state_->catalogue.families) {
    std::set<std::pair<bool, int>> styles;
    for (const CatalogueFace& face : family.faces) styles.emplace(face.italic, face.weight);
    for (const Language language : languages) {
      if (family.own_names.empty() ? language != Language::zh_hans : !family.own_names.contains(language)) continue;
      for (const auto& [italic, weight] : styles) rows.push_back(state_->explain(family, language, weight, italic));
    }
  }
  for (const FaceSlot& slot : state_->slots) {  // what lies in the folders under its own name
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
  if (state_->catalogue.find(family) != nullptr) return true;
  return std::any_of(state_->slots.begin(), state_->slots.end(), [&](const FaceSlot& slot) {
    return slot.place().exists && answers_to(slot.place().family, slot.place().aliases, family);
  });
}

std::vector<std::string_view> Library::families() const {
  std::vector<std::string_view> names;
  for (const CatalogueFamily& family : state_->catalogue.families) names.push_back(family.name);
  for (const FaceSlot& slot : state_->slots) {
    const FaceSlot::Place& place = slot.place();
    if (place.origin == Origin::system || !place.exists) continue;
    if (std::find(names.begin(), names.end(), place.family) == names.end()) names.push_back(place.family);
  }
  return names;
}

std::vector<std::string> Library::dependencies() const {
  std::vector<std::string> paths;
  for (const FaceSlot& slot : state_->slots) {
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
                       {weight_name(missing.weight), missing.wished, weight_name(missing.served)},
                       fmt::format("apt install {}", missing.package));
  }
}

}  // namespace banxin::font
