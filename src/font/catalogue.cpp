#include "font/catalogue.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "font/weight.hpp"
#include "source/yaml_tree.hpp"

namespace banxin::font {
namespace {

using source::NodeKind;
using source::YamlNode;

std::string_view kind_name(NodeKind kind) {
  switch (kind) {
    case NodeKind::null: return "nothing";
    case NodeKind::scalar: return "text";
    case NodeKind::sequence: return "a list";
    case NodeKind::mapping: break;
  }
  return "a mapping";
}

/// Walks the nodes of one catalogue. An invalid node becomes a diagnostic and is skipped.
class Reader {
 public:
  explicit Reader(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  Catalogue read(YamlNode root) {
    Catalogue catalogue;
    if (!is(root, NodeKind::mapping, "the catalogue")) return catalogue;
    check_keys(root, "the catalogue of fonts", {"packages", "families", "fallback"});
    if (const YamlNode packages = root.find("packages"); packages && is(packages, NodeKind::mapping, "packages")) {
      packages.each_entry([&](YamlNode key, YamlNode value) {
        const std::string package(key.text());
        catalogue.packages[package] = text(value, package);
      });
    }
    const YamlNode families = root.find("families");
    if (!families) {
      diagnostics_.report(MessageId::key_missing, root.span(), {"the catalogue of fonts", "families"});
    } else if (is(families, NodeKind::mapping, "families")) {
      families.each_entry(
          [&](YamlNode key, YamlNode value) { read_family(std::string(key.text()), value, catalogue); });
      families.each_entry([&](YamlNode key, YamlNode value) {  // after all names are known
        if (!value.is_mapping()) return;
        const auto family = std::find_if(catalogue.families.begin(), catalogue.families.end(),
                                         [&](const CatalogueFamily& entry) { return entry.name == key.text(); });
        if (family != catalogue.families.end()) family->fallback = read_fallback(value, catalogue);
      });
    }
    catalogue.fallback = read_fallback(root, catalogue);
    return catalogue;
  }

 private:
  bool is(YamlNode node, NodeKind kind, std::string_view name) {
    if (node.kind() == kind) return true;
    diagnostics_.report(MessageId::type_wrong, node.span(), {name, kind_name(kind), kind_name(node.kind())});
    return false;
  }

  std::string text(YamlNode node, std::string_view name) {
    if (!node || !is(node, NodeKind::scalar, name)) return {};
    return std::string(node.text());
  }

  void unknown_word(YamlNode node, std::string_view name, const std::vector<std::string_view>& words) {
    diagnostics_.report(MessageId::choice_unknown, node.span(), {node.text(), name}, write_instead(node.text(), words));
  }

  void check_keys(YamlNode node, std::string_view owner, const std::vector<std::string_view>& keys) {
    node.each_entry([&](YamlNode key, YamlNode) {
      if (std::find(keys.begin(), keys.end(), key.text()) != keys.end()) return;
      diagnostics_.report(MessageId::key_unknown, key.span(), {key.text(), owner}, write_instead(key.text(), keys));
    });
  }

  static std::string write_instead(std::string_view word, const std::vector<std::string_view>& words) {
    const std::string_view near = nearest(word, words);
    return near.empty() ? std::string() : fmt::format("write “{}”", near);
  }

  void read_family(const std::string& name, YamlNode node, Catalogue& catalogue) {
    if (!is(node, NodeKind::mapping, name)) return;
    const std::string owner = fmt::format("the font family “{}”", name);
    check_keys(node, owner, {"name", "languages", "faces", "fallback"});
    CatalogueFamily family;
    family.name = name;
    family.name_in_font = text(node.find("name"), "name");
    if (const YamlNode languages = node.find("languages"); languages && is(languages, NodeKind::mapping, "languages")) {
      languages.each_entry([&](YamlNode key, YamlNode value) {
        if (const auto language = language_from_tag(key.text())) {
          family.names_in_font[*language] = text(value, key.text());
        } else {
          diagnostics_.report(MessageId::key_unknown, key.span(), {key.text(), "languages"},
                              "write zh-Hans, zh-Hant, ja, ko or en");
        }
      });
    }
    if (family.name_in_font.empty() && !family.names_in_font.empty())
      family.name_in_font = family.names_in_font.begin()->second;
    if (!node.find("name") && !node.find("languages")) {
      diagnostics_.report(MessageId::key_missing, node.span(), {owner, "name"});
    }
    const YamlNode faces = node.find("faces");
    if (!faces) {
      diagnostics_.report(MessageId::key_missing, node.span(), {owner, "faces"});
    } else if (is(faces, NodeKind::sequence, "faces")) {
      faces.each_item([&](YamlNode face) { read_face(face, family, catalogue); });
    }
    catalogue.families.push_back(std::move(family));
  }

  void read_face(YamlNode node, CatalogueFamily& family, const Catalogue& catalogue) {
    if (!is(node, NodeKind::mapping, "faces")) return;
    check_keys(node, "a face", {"file", "package", "weight", "italic"});
    CatalogueFace face;
    face.file = text(node.find("file"), "file");
    face.package = text(node.find("package"), "package");
    for (const auto& [key, value] : {std::pair("file", &face.file), std::pair("package", &face.package)}) {
      if (!node.find(key)) diagnostics_.report(MessageId::key_missing, node.span(), {"a face", key});
      if (value->empty()) return;
    }
    if (face.file.find('/') != std::string::npos) {
      diagnostics_.report(MessageId::font_file_folder, node.find("file").span(), {face.file});
      return;
    }
    if (!catalogue.packages.contains(face.package)) {
      std::vector<std::string_view> packages;
      for (const auto& [package, folder] : catalogue.packages) packages.push_back(package);
      unknown_word(node.find("package"), "package", packages);
      return;
    }
    if (const YamlNode weight = node.find("weight"); weight && is(weight, NodeKind::scalar, "weight")) {
      const auto value = weight_from_name(weight.text());
      face.weight = value.value_or(face.weight);
      if (!value) {
        diagnostics_.report(MessageId::choice_unknown, weight.span(), {weight.text(), "weight"},
                            "write thin, light, regular, medium, bold, black or a number from 1 to 1000");
      }
    }
    if (const YamlNode italic = node.find("italic"); italic && is(italic, NodeKind::scalar, "italic")) {
      face.italic = italic.text() == "true";
      if (!face.italic && italic.text() != "false") unknown_word(italic, "italic", {"true", "false"});
    }
    family.faces.push_back(std::move(face));
  }

  std::vector<std::string> read_fallback(YamlNode owner, const Catalogue& catalogue) {
    std::vector<std::string> names;
    const YamlNode node = owner.find("fallback");
    if (!node || !is(node, NodeKind::sequence, "fallback")) return names;
    node.each_item([&](YamlNode entry) {
      if (!is(entry, NodeKind::scalar, "fallback")) return;
      if (catalogue.find(entry.text()) != nullptr) {
        names.emplace_back(entry.text());
        return;
      }
      std::vector<std::string_view> families;
      for (const CatalogueFamily& family : catalogue.families) families.push_back(family.name);
      unknown_word(entry, "fallback", families);
    });
    return names;
  }

  Diagnostics& diagnostics_;
};

}  // namespace

const std::string& CatalogueFamily::face_family(Language language) const {
  const auto found = names_in_font.find(language);
  return found == names_in_font.end() ? name_in_font : found->second;
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

Catalogue read_catalogue(const source::SourceFiles& files, FileId id, Diagnostics& diagnostics) {
  const auto tree = source::YamlTree::read(files, id, diagnostics);
  return tree ? Reader(diagnostics).read(tree->root()) : Catalogue{};
}

}  // namespace banxin::font
