#include "font/face_set.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <limits>
#include <map>
#include <set>
#include <tuple>

#include "font/weight.hpp"

namespace banxin::font {
namespace {

using Origin = FaceSlot::Origin;

constexpr std::size_t max_faces = std::numeric_limits<FaceId>::max();
constexpr std::size_t max_system_fallbacks = 24;  // a chain is searched to its end for each missing character

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

}  // namespace

FaceSet::FaceSet(const Options& options, Catalogue&& catalogue, Diagnostics& diagnostics)
    : catalogue_(std::move(catalogue)) {
  add_folders(options.folders, diagnostics);
  add_catalogue();
  if (options.system_fonts) add_system();
  check_default(diagnostics);
}

void FaceSet::add(FaceSlot::Place place) {
  if (slots_.size() < max_faces) slots_.emplace_back(std::move(place), files_);
}

void FaceSet::add_folders(const std::vector<std::string>& folders, Diagnostics& diagnostics) {
  std::set<std::tuple<std::string, int, bool>> seen;  // the first folder wins
  for (const std::string& folder : folders) {
    for (const std::string& path : font_files(folder, diagnostics)) {
      std::string why;
      const auto file = files_.open(path, why);
      if (file == nullptr) {
        diagnostics.report(MessageId::font_file_invalid, {}, {path, why});
        continue;
      }
      for (const FaceRecord& record : file->faces()) {
        if (!seen.emplace(record.family, record.weight, record.italic).second) continue;
        add({Origin::folder, path, record.family, record.weight, record.italic, {}, true, record.aliases});
        if (std::find(folder_families_.begin(), folder_families_.end(), record.family) == folder_families_.end()) {
          folder_families_.push_back(record.family);
        }
      }
    }
  }
}

void FaceSet::add_catalogue() {
  std::map<std::string, bool> exists;
  for (const CatalogueFamily& family : catalogue_.families) {
    std::set<std::string> names;
    if (family.names_in_font.empty()) names.insert(family.name_in_font);
    for (const auto& [language, name] : family.names_in_font) names.insert(name);
    for (const CatalogueFace& face : family.faces) {
      const std::string path = catalogue_.path_of(face);
      const auto [known, fresh] = exists.try_emplace(path);
      if (fresh) known->second = ::access(path.c_str(), R_OK) == 0;
      for (const std::string& name : names) {
        add({Origin::catalogue, path, name, face.weight, face.italic, face.package, known->second, {}});
      }
    }
  }
}

void FaceSet::add_system() {
  system_ = std::make_unique<SystemFonts>();
  first_system_ = slots_.size();
  for (const SystemFace& face : system_->faces()) {
    add({Origin::system, face.path, face.family, face.weight, face.italic, {}, true, face.aliases});
  }
}

void FaceSet::check_default(Diagnostics& diagnostics) const {
  if (catalogue_.families.empty()) return;  // reported by the reader
  const CatalogueFamily& first = catalogue_.families.front();
  for (const Language language : font_languages) {
    if (match(first.face_family(language), 400, false)) return;
  }
  std::string suggestion;
  if (!first.faces.empty()) suggestion = fmt::format("apt install {}", first.faces[first.faces.size() / 2].package);
  diagnostics.report(MessageId::font_none, {}, {first.name}, suggestion);
}

std::optional<FaceId> FaceSet::match(const std::string& name_in_font, int weight, bool italic) const {
  // CSS Fonts 4, 5.2: slant before weight. Folders come first in `slots`, so they win among equals.
  for (const bool slant : {italic, !italic}) {
    std::vector<int> weights;
    std::vector<FaceId> ids;
    for (std::size_t id = 0; id < slots_.size(); ++id) {
      const FaceSlot::Place& place = slots_[id].place();
      if (place.italic != slant || !place.exists || !matches_family(place.family, place.aliases, name_in_font))
        continue;
      if (!slots_[id].usable()) continue;
      weights.push_back(place.weight);
      ids.push_back(static_cast<FaceId>(id));
    }
    if (const auto best = match_weight(weight, weights)) {
      return ids[static_cast<std::size_t>(std::find(weights.begin(), weights.end(), *best) - weights.begin())];
    }
  }
  return std::nullopt;
}

std::string FaceSet::name_in_font(const std::string& family, Language language) const {
  const CatalogueFamily* named = catalogue_.find(family);
  return named == nullptr ? family : named->face_family(language);
}

std::vector<FaceId> FaceSet::chain(const Query& query) const {
  std::vector<FaceId> faces;
  const auto add_family = [&](const std::string& name) {
    const auto id = match(name_in_font(name, query.language), query.weight, query.italic);
    if (id && std::find(faces.begin(), faces.end(), *id) == faces.end()) faces.push_back(*id);
    return id;
  };
  const CatalogueFamily* family = catalogue_.find(query.family);
  const auto own = match(name_in_font(query.family, query.language), query.weight, query.italic);
  // East Asian families have no italics: letters come from the first fallback family that has them.
  if (query.italic && family != nullptr && !(own && slots_[*own].place().italic)) {
    for (const std::string& name : family->fallback) {
      const auto slanted = match(name_in_font(name, query.language), query.weight, true);
      if (!slanted || !slots_[*slanted].place().italic) continue;
      faces.push_back(*slanted);
      break;
    }
  }
  const auto requested = add_family(query.family);
  if (!requested && !catalogue_.families.empty()) {
    add_family(catalogue_.families.front().name);
  }
  for (const std::string& name : folder_families_) add_family(name);
  if (family != nullptr) {
    for (const std::string& name : family->fallback) add_family(name);
  }
  // A family that is not in the catalogue falls back on the default family for ideographs.
  if (family == nullptr && !catalogue_.families.empty()) add_family(catalogue_.families.front().name);
  for (const std::string& name : catalogue_.fallback) add_family(name);
  if (system_ != nullptr) {
    const std::lock_guard lock(system_mutex_);
    for (const std::size_t face :
         system_->preferred(query.language, query.weight, query.italic, max_system_fallbacks)) {
      const std::size_t id = first_system_ + face;
      if (id >= slots_.size() || !slots_[id].usable()) continue;
      const auto narrow = static_cast<FaceId>(id);
      if (std::find(faces.begin(), faces.end(), narrow) == faces.end()) faces.push_back(narrow);
    }
  }
  return faces;
}

}  // namespace banxin::font
