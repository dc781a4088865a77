#include "font/catalogue.hpp"

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <set>

#include "font/weight.hpp"

namespace banxin::font {
namespace {

std::string write_instead(std::string_view name) { return name.empty() ? std::string() : fmt::format("write “{}”", name); }

/// Walks the nodes of one catalogue; everything that is wrong becomes a diagnostic with line and column.
class Reader {
 public:
  Reader(const std::string& path, Diagnostics& diagnostics) : path_(path), diagnostics_(diagnostics) {}

  Catalogue read(const YAML::Node& root) {
    Catalogue catalogue;
    if (!expect_map(root, "the catalogue", {"packages", "families", "fallback"})) return catalogue;
    if (root["packages"] && expect_map(root["packages"], "packages", {})) {
      for (const auto& entry : root["packages"]) catalogue.packages[entry.first.Scalar()] = scalar(entry.second, "a folder");
    }
    if (!root["families"]) {
      fault(root, "the key “families” is missing");
    } else if (expect_map(root["families"], "families", {})) {
      for (const auto& entry : root["families"]) {
        catalogue.families.push_back(read_family(entry.first.Scalar(), entry.second, catalogue));
      }
    }
    catalogue.fallback = read_names(root["fallback"]);
    for (auto& family : catalogue.families) check_names(family.fallback, root["families"], catalogue);
    check_names(catalogue.fallback, root["fallback"], catalogue);
    return catalogue;
  }

  void fault(const YAML::Mark& mark, const std::string& cause, std::string suggestion = {}) {
    std::string place = path_;
    if (mark.line >= 0) place = fmt::format("{}:{}:{}", path_, mark.line + 1, mark.column + 1);
    diagnostics_.report(MessageId::font_catalogue_invalid, {}, {place, cause}, std::move(suggestion));
  }

 private:
  void fault(const YAML::Node& node, const std::string& cause, std::string suggestion = {}) {
    fault(node.Mark(), cause, std::move(suggestion));
  }

  /// With `keys` empty any key may stand there, yet none twice.
  bool expect_map(const YAML::Node& node, const std::string& what, std::initializer_list<std::string_view> keys) {
    if (!node.IsMap()) {
      fault(node, fmt::format("{} must be a mapping of keys to values", what));
      return false;
    }
    std::set<std::string> seen;
    for (const auto& entry : node) {
      if (!entry.first.IsScalar()) {
        fault(entry.first, "a key must be a plain word");
        return false;
      }
      const std::string& key = entry.first.Scalar();
      if (!seen.insert(key).second) fault(entry.first, fmt::format("the key “{}” stands here twice", key));
      if (keys.size() == 0 || std::find(keys.begin(), keys.end(), key) != keys.end()) continue;
      const std::string_view near = nearest(key, keys);
      fault(entry.first, fmt::format("the key “{}” is unknown", key), write_instead(near));
    }
    return true;
  }

  std::string scalar(const YAML::Node& node, const std::string& what) {
    if (node && node.IsScalar() && !node.Scalar().empty()) return node.Scalar();
    if (node) fault(node, fmt::format("{} is expected here", what));
    return {};
  }

  std::vector<std::string> read_names(const YAML::Node& node) {
    std::vector<std::string> names;
    if (!node) return names;
    if (!node.IsSequence()) {
      fault(node, "a list of family names is expected here");
      return names;
    }
    for (const auto& entry : node) {
      if (std::string name = scalar(entry, "a family name"); !name.empty()) names.push_back(std::move(name));
    }
    return names;
  }

  CatalogueFamily read_family(const std::string& name, const YAML::Node& node, const Catalogue& catalogue) {
    CatalogueFamily family;
    family.name = name;
    if (!expect_map(node, "a family", {"name", "languages", "faces", "fallback"})) return family;
    if (node["name"]) family.own_name = scalar(node["name"], "the name by which the font calls itself");
    if (node["languages"] && expect_map(node["languages"], "languages", {})) {
      for (const auto& entry : node["languages"]) {
        const auto language = language_from_tag(entry.first.Scalar());
        if (language) {
          family.own_names[*language] = scalar(entry.second, "the name by which the font calls itself");
        } else {
          fault(entry.first, fmt::format("“{}” is not a language of Banxin", entry.first.Scalar()),
                "write zh-Hans, zh-Hant, ja, ko or en");
        }
      }
    }
    if (family.own_name.empty() && family.own_names.empty()) {
      fault(node, fmt::format("the family “{}” needs `name` or `languages`, the name by which the font calls itself", name));
    }
    if (family.own_name.empty() && !family.own_names.empty()) family.own_name = family.own_names.begin()->second;
    if (!node["faces"] || !node["faces"].IsSequence()) {
      fault(node, fmt::format("the family “{}” needs `faces`, a list of files", name));
      return family;
    }
    for (const auto& entry : node["faces"]) read_face(entry, family, catalogue);
    family.fallback = read_names(node["fallback"]);
    return family;
  }

  void read_face(const YAML::Node& node, CatalogueFamily& family, const Catalogue& catalogue) {
    if (!expect_map(node, "a face", {"file", "package", "weight", "italic"})) return;
    CatalogueFace face;
    face.file = scalar(node["file"], "a file name");
    face.package = scalar(node["package"], "a package name");
    if (face.file.empty() || face.package.empty()) {
      fault(node, "a face needs `file` and `package`");
      return;
    }
    if (face.file.find('/') != std::string::npos) {
      fault(node["file"], "a file name has no folder in it: the folder is the package's");
      return;
    }
    if (!catalogue.packages.contains(face.package)) {
      fault(node["package"], fmt::format("the package “{}” is not among `packages`", face.package));
      return;
    }
    if (const auto weight = node["weight"]) {
      const auto value = weight_from_name(scalar(weight, "a weight"));
      if (value) {
        face.weight = *value;
      } else {
        fault(weight, "this is not a weight", "write thin, light, regular, medium, bold, black or a number from 1 to 1000");
      }
    }
    if (const auto italic = node["italic"]) {
      const std::string value = scalar(italic, "true or false");
      face.italic = value == "true";
      if (value != "true" && value != "false") fault(italic, "`italic` is true or false");
    }
    family.faces.push_back(std::move(face));
  }

  void check_names(std::vector<std::string>& names, const YAML::Node& place, const Catalogue& catalogue) {
    std::erase_if(names, [&](const std::string& name) {
      if (catalogue.find(name) != nullptr) return false;
      std::vector<std::string_view> known;
      for (const auto& family : catalogue.families) known.push_back(family.name);
      const std::string_view near = nearest(name, known);
      fault(place, fmt::format("a fallback names the family “{}”, which is not among `families`", name), write_instead(near));
      return true;
    });
  }

  const std::string& path_;
  Diagnostics& diagnostics_;
};

}  // namespace

const std::string& CatalogueFamily::face_family(Language language) const {
  const auto found = own_names.find(language);
  return found == own_names.end() ? own_name : found->second;
}

const CatalogueFamily* Catalogue::find(std::string_view family) const {
  const auto found = std::find_if(families.begin(), families.end(),
                                  [&](const CatalogueFamily& candidate) { return candidate.name == family; });
  return found == families.end() ? nullptr : &*found;
}

std::string Catalogue::path_of(const CatalogueFace& face) const {
  const auto folder = packages.find(face.package);
  return folder == packages.end() ? face.file : folder->second + "/" + face.file;
}

Catalogue read_catalogue(const std::string& path, const std::string& text, Diagnostics& diagnostics) {
  Reader reader(path, diagnostics);
  try {
    return reader.read(YAML::Load(text));
  } catch (const YAML::Exception& wrong) {  // yaml-cpp reports a syntax error by throwing
    reader.fault(wrong.mark, wrong.msg);
  }
  return {};
}

}  // namespace banxin::font
