// YamlTree::read: runs yaml-cpp over a view of the file.
#include <fmt/format.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <istream>
#include <streambuf>

#include "source/yaml_builder.hpp"
#include "source/yaml_fault.hpp"
#include "source/yaml_tree.hpp"
#include "source/yaml_view.hpp"

namespace banxin::source {

namespace {

class ViewBuffer : public std::streambuf {
 public:
  explicit ViewBuffer(const std::string& text) {
    char* begin = const_cast<char*>(text.data());  // streambuf takes char*, but does not write here
    setg(begin, begin, begin + text.size());
  }
};

/// Returns false if a scalar did not match its place in the file.
bool build(const SourceFiles& files, FileId id, const YamlView& view, bool whole_view, YamlTree& tree,
           Diagnostics& diagnostics, bool& complete) {
  ViewBuffer buffer(view.text());
  std::istream stream(&buffer);
  YamlBuilder builder(files, id, view, whole_view, tree, diagnostics);
  try {
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) {}
    complete = true;
  } catch (const YamlBuilder::Stop&) {
  } catch (const YamlBuilder::NotMatched&) {
    return false;
  } catch (const YAML::Exception& fault) {
    const std::uint32_t at = view.file_offset(static_cast<std::uint32_t>(std::max(fault.mark.pos, 0)));
    explain_yaml_fault(files.file(id), id, at, fault.msg, diagnostics);
  }
  return true;
}

}  // namespace

std::optional<YamlTree> YamlTree::read(const SourceFiles& files, FileId id, Diagnostics& diagnostics) {
  const SourceFile& file = files.file(id);
  for (const bool whole_view : {false, true}) {
    const YamlView view(file.text(), file.text_begin(), !whole_view);
    if (const auto& fault = view.fault()) {
      const auto byte = static_cast<unsigned char>(file.text()[fault->offset]);
      const Span span{id, fault->offset, fault->offset + 1};
      if (fault->control) {
        diagnostics.report(MessageId::control_character, span, {fmt::format("U+{:04X}", byte)}, "remove it");
      } else {
        diagnostics.report(MessageId::file_not_utf8, span, {fmt::format("{:02X}", byte)}, "save the file as UTF-8");
      }
      return std::nullopt;
    }
    YamlTree tree;
    tree.file_ = id;
    tree.source_ = file.text();
    Diagnostics found;
    bool complete = false;
    if (!build(files, id, view, whole_view, tree, found, complete)) continue;
    diagnostics.append(std::move(found));
    if (!complete) return std::nullopt;
    if (tree.records_.empty()) {
      diagnostics.report(MessageId::content_empty, {id, file.text_begin(), file.text_begin()});
      return std::nullopt;
    }
    return tree;  // even with a duplicate key or a tag: the schema can report more
  }
  return std::nullopt;
}

}  // namespace banxin::source
