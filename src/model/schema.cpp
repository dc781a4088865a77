#include "model/schema.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "source/yaml_fault.hpp"

namespace banxin::model {

using detail::listed;

std::size_t ObjectShape::find(std::string_view key) const {
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (keys[i].name == key) return i;
  }
  return none;
}

std::string ObjectShape::expected() const {
  return keys.empty() ? phrase : fmt::format("a mapping with keys such as `{}`", keys.front().name);
}

std::vector<std::string_view> ObjectShape::names() const {
  std::vector<std::string_view> result;
  for (const KeyShape& key : keys) result.push_back(key.name);
  return result;
}

std::size_t VariantsShape::choose(Reader& reader, source::YamlNode node, std::string_view under) const {
  std::vector<std::string_view> kinds;
  for (const ObjectShape* alternative : alternatives) kinds.push_back(alternative->keys.front().name);
  if (!node.is_mapping()) {
    if (detail::is_text(node) &&
        (reader.report_fullwidth_colon(node, node.text()) || reader.report_colon_space(node, kinds))) {
      return alternatives.size();
    }
    reader.wrong_type(node, under, phrase, fmt::format("begin it with a key that names its kind: {}", listed(kinds)));
    return alternatives.size();
  }
  std::size_t found = alternatives.size();
  bool twice = false;
  source::YamlNode first_key;
  node.each_entry([&](source::YamlNode key, source::YamlNode) {
    if (!first_key) first_key = key;
    for (std::size_t i = 0; i < kinds.size(); ++i) {
      if (kinds[i] != key.text()) continue;
      if (found == alternatives.size()) {
        found = i;
      } else if (alternatives[found]->find(key.text()) == ObjectShape::none) {
        // The key that names one kind may be an ordinary key of another (`note` of a quote); else this is a second
        // kind.
        if (alternatives[i]->find(kinds[found]) != ObjectShape::none) {
          found = i;
        } else {
          reader.report(MessageId::kind_twice, key.span(), {name, kinds[found], key.text()},
                        "begin the second block with its own “- ”");
          twice = true;
        }
      }
    }
  });
  if (twice) return alternatives.size();
  if (found == alternatives.size()) {
    std::string suggestion = fmt::format("begin with one of {}", listed(kinds));
    Span span = node.span();
    bool near_found = false;
    if (first_key) span = first_key.span();
    bool reported = false;
    node.each_entry([&](source::YamlNode key, source::YamlNode) {
      if (near_found || reported) return;
      if (!source::key_before_fullwidth_colon(key.text()).empty()) {
        reported = reader.report_fullwidth_colon(key, key.text());
        return;
      }
      const std::string_view near = nearest(key.text(), kinds);
      if (near.empty()) return;
      near_found = true;
      span = key.span();
      suggestion = fmt::format("did you mean `{}`?", near);
    });
    if (!reported) reader.report(MessageId::kind_missing, span, {name}, std::move(suggestion));
  }
  return found;
}

namespace detail {

namespace {

/// A suggestion for a value that should be a list.
std::string as_item(source::YamlNode node, std::string_view name, const Shape& list) {
  constexpr std::size_t longest = 60;  // bytes of text that a suggestion repeats
  if (node.is_mapping()) return fmt::format("begin each item below `{}:` with “- ”", name);
  const std::string_view text = node.text();
  const bool short_enough = text.size() <= longest && text.find('\n') == std::string_view::npos;
  const Shape* item = list.parts[0].get();
  std::string written(text);
  if (item->kind == Shape::Kind::list) {
    written = "[" + written + "]";
    item = item->parts[0].get();
  }
  const bool block = item->kind == Shape::Kind::variants && item->variants().name == "block";
  if (block) written = "text: " + written;
  auto is_text = [](const Shape& one) { return one.kind == Shape::Kind::text; };
  const bool scalar = is_text(*item) || (item->kind == Shape::Kind::either &&
                                         std::any_of(item->parts.begin(), item->parts.end(),
                                                     [&](const ShapePtr& part) { return is_text(*part); }));
  if (name.empty() || !short_enough || !(block || scalar)) return "begin each item on its own line with “- ”";
  return fmt::format("write “- {}” on its own line below `{}:`", written, name);
}

}  // namespace

bool is_list(Reader& reader, source::YamlNode node, std::string_view name, const Shape& shape) {
  if (node.is_sequence()) return true;
  reader.wrong_type(node, name, words_of(shape), as_item(node, name, shape));
  return false;
}

bool is_mapping(Reader& reader, source::YamlNode node, std::string_view name, const Shape& shape) {
  if (node.is_mapping()) return true;
  reader.wrong_type(node, name, words_of(shape));
  return false;
}

bool has_value(Reader& reader, source::YamlNode key, source::YamlNode value, bool accepts_empty) {
  if (accepts_empty || value.kind() != source::NodeKind::null || !(value.text().empty() || value.text() == "~")) {
    return true;
  }
  const std::string_view name = key.text();
  // A key without an ASCII colon: `layout：plain` at the end of a mapping.
  if (reader.report_fullwidth_colon(key, name)) return false;
  reader.report(MessageId::value_missing, name.empty() ? value.span() : key.span(), {name.empty() ? "-" : name},
                value.text().empty() ? "" : "in YAML, “~” is an empty value; write \"~\" for the character");
  return false;
}

ShapePtr list_shape(ShapePtr element) {
  auto shape = std::make_shared<Shape>();
  shape->kind = Shape::Kind::list;
  shape->parts = {std::move(element)};
  return shape;
}

ShapePtr map_shape(ShapePtr value) {
  auto shape = std::make_shared<Shape>();
  shape->kind = Shape::Kind::map;
  shape->parts = {std::move(value)};
  return shape;
}

ShapePtr choice_shape(std::vector<Shape::Choice> choices) {
  auto shape = std::make_shared<Shape>();
  shape->kind = Shape::Kind::choice;
  shape->choices = std::move(choices);
  shape->words = "one of " + listed(names(*shape));
  return shape;
}

ShapePtr either_shape(ShapePtr a, ShapePtr b) {
  auto shape = std::make_shared<Shape>();
  shape->kind = Shape::Kind::either;
  shape->parts = {std::move(a), std::move(b)};
  return shape;
}

std::vector<std::string_view> names(const Shape& shape) {
  std::vector<std::string_view> result;
  for (const Shape::Choice& c : shape.choices) result.push_back(c.name);
  return result;
}

}  // namespace detail

std::string words_of(const Shape& shape) {
  switch (shape.kind) {
    case Shape::Kind::list: {
      const Shape& item = *shape.parts[0];
      if (item.kind == Shape::Kind::list) return "a list of lists, each item " + words_of(*item.parts[0]);
      return "a list, each item " + words_of(item);
    }
    case Shape::Kind::map: return "a mapping from names, each to " + words_of(*shape.parts[0]);
    case Shape::Kind::object: return shape.object().phrase;
    case Shape::Kind::variants: return shape.variants().phrase;
    case Shape::Kind::either: return words_of(*shape.parts[0]) + " or " + words_of(*shape.parts[1]);
    default: return shape.words;
  }
}

}  // namespace banxin::model
