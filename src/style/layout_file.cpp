#include "style/layout_file.hpp"

#include <algorithm>

#include "source/yaml_tree.hpp"

namespace banxin::style {

namespace {

/// Whether a layout's name is the name of a folder, not a path.
bool is_plain_name(const std::string& name) {
  return !name.empty() && name != "." && name != ".." && name.find('/') == std::string::npos;
}

}  // namespace

std::optional<LayoutSpec> read_layout(source::SourceFiles& files, const std::vector<std::string>& folders,
                                      const Spanned<std::string>& name, Diagnostics& diagnostics) {
  std::vector<std::string> known;
  for (const std::string& folder : folders) {
    for (const std::string& entry : files.system().list(folder)) {
      if (files.system().canonical(folder + "/" + entry + "/layout.yaml")) known.push_back(entry);
    }
    const std::string home = folder + "/" + name.value;
    const std::string path = home + "/layout.yaml";
    if (!is_plain_name(name.value) || !files.system().canonical(path)) continue;
    files.allow(home);
    const auto file = files.open(path, name.span, diagnostics);
    if (!file) return std::nullopt;
    const auto tree = source::YamlTree::read(files, *file, diagnostics);
    if (!tree) return std::nullopt;
    model::Reader reader(files, diagnostics, home);
    LayoutSpec layout;
    layout.folder = home;
    layout_table().read(reader, tree->root(), "layout", layout);
    if (reader.failed()) return std::nullopt;
    layout.name = name.value;
    return layout;
  }
  std::sort(known.begin(), known.end());
  const std::vector<std::string_view> candidates(known.begin(), known.end());
  diagnostics.report(MessageId::layout_missing, name.span, {name.value},
                     did_you_mean(name.value, candidates, "layouts are"));
  return std::nullopt;
}

std::string layout_json_schema() {
  return model::json_schema_of(layout_table().shape(), "layout.schema.json", "Banxin layout");
}

}  // namespace banxin::style
