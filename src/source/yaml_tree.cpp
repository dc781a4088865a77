#include "source/yaml_tree.hpp"

namespace banxin::source {

YamlNode YamlTree::root() const { return {this, 0}; }

std::uint32_t YamlNode::target() const {
  const YamlTree::Record& own = tree_->records_[index_];
  // The builder resolves chains of aliases, so one step is enough.
  return own.is_alias ? own.text_begin : index_;
}

Span YamlNode::span() const {
  const YamlTree::Record& own = tree_->records_[index_];
  return {tree_->file_, own.begin, own.end};
}

std::string_view YamlNode::text() const {
  const YamlTree::Record& r = record();
  const std::string_view whole = r.in_file ? tree_->source_ : std::string_view(tree_->texts_);
  return whole.substr(r.text_begin, r.text_size);
}

SourceMap YamlNode::map() const {
  const YamlTree::Record& r = record();
  SourceMap result;
  result.set_file(tree_->file_);
  if (r.anchors_begin == r.anchors_end) {
    result.add(0, r.in_file ? r.text_begin : r.begin);
  } else {
    for (std::uint32_t i = r.anchors_begin; i < r.anchors_end; ++i) {
      result.add(tree_->anchors_[i].first, tree_->anchors_[i].second);
    }
  }
  return result;
}

std::vector<std::uint32_t> YamlNode::folds() const {
  const YamlTree::Record& r = record();
  return {tree_->folds_.begin() + r.folds_begin, tree_->folds_.begin() + r.folds_end};
}

std::size_t YamlNode::size() const { return is_mapping() ? record().children / 2 : record().children; }

YamlNode YamlNode::find(std::string_view key) const {
  YamlNode found;
  if (!is_mapping()) return found;
  each_entry([&](YamlNode name, YamlNode value) {
    if (!found && name.text() == key) found = value;
  });
  return found;
}

}  // namespace banxin::source
