#include "model/schema.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "source/yaml_fault.hpp"

namespace banxin::model {

namespace {

std::string described(source::YamlNode node) {
  switch (node.kind()) {
    case source::NodeKind::sequence: return "a list";
    case source::NodeKind::mapping: return "a mapping";
    case source::NodeKind::null:
      if (node.text().empty()) return "empty";
      break;
    case source::NodeKind::scalar: break;
  }
  constexpr std::size_t longest = 36;
  std::string_view text = node.text();
  if (text.size() <= longest && text.find('\n') == std::string_view::npos) return fmt::format("“{}”", text);
  return "text";
}

bool is_text(source::YamlNode node) {
  return node.is_scalar() || (node.kind() == source::NodeKind::null && !node.text().empty());
}

bool is_plain(source::YamlNode node) { return node.is_scalar() && node.style() == source::ScalarStyle::plain; }

/// Reports a full-width colon in a name: it was probably meant as a key and its value.
bool report_fullwidth_colon(Reader& reader, source::YamlNode node, std::string_view text) {
  const std::string_view key = source::key_before_fullwidth_colon(text);
  if (key.empty()) return false;
  const auto begin = static_cast<std::uint32_t>(key.size());
  reader.report(MessageId::yaml_fullwidth_colon, node.map().at(begin, begin + 3), {key},
                fmt::format("write `{}: ` with an ASCII colon and a space", key));
  return true;
}

bool report_colon_space(Reader& reader, source::YamlNode node, const std::vector<std::string_view>& keys) {
  const std::string_view text = node.text();
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return false;
  const std::string_view key = text.substr(0, colon);
  for (const std::string_view candidate : keys) {
    if (candidate != key) continue;
    const auto at = static_cast<std::uint32_t>(colon);
    reader.report(MessageId::yaml_colon_space, node.map().at(at, at + 1), {key}, fmt::format("write `{}: `", key));
    return true;
  }
  return false;
}

std::string listed(const std::vector<std::string_view>& words) {
  std::string result;
  for (const std::string_view word : words) result += (result.empty() ? "" : ", ") + std::string(word);
  return result;
}

std::optional<double> parsed(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

/// Whether a double keeps all digits: up to 15, and whole numbers up to 2^53.
bool keeps_all_digits(std::string_view text, double value) {
  constexpr std::size_t certain = 15;
  constexpr double largest_whole = 9007199254740992;
  if (value == std::floor(value) && std::abs(value) < largest_whole) return true;
  std::string digits;
  for (const char c : text.substr(0, text.find_first_of("eE"))) {
    if (c >= '0' && c <= '9' && (c != '0' || !digits.empty())) digits += c;
  }
  return digits.find_last_not_of('0') == std::string::npos || digits.find_last_not_of('0') < certain;
}

/// The number that "28.4%", "1,200" or "3.5万" probably means; empty if it is not clear.
std::string meant_number(std::string_view text) {
  const std::size_t end = std::min(text.find_first_not_of("0123456789.,-"), text.size());
  std::string digits(text.substr(0, end));
  for (std::size_t comma = 0; (comma = digits.find(',', comma)) != std::string::npos;) {
    const std::size_t next = std::min(digits.find_first_of(",.", comma + 1), digits.size());
    if (next - comma != 4) return {};
    digits.erase(comma, 1);
  }
  if (digits.empty() || !parsed(digits)) return {};
  std::string_view rest = text.substr(end);
  std::size_t shift = 0;
  for (const auto& [word, zeros] : {std::pair<std::string_view, std::size_t>{"万", 4}, {"亿", 8}}) {
    if (!rest.starts_with(word)) continue;
    shift = zeros;
    rest.remove_prefix(word.size());
  }
  for (const std::string_view word : {"万", "亿", "千", "百", "十"}) {
    if (rest.find(word) != std::string_view::npos) return {};
  }
  for (const char c : rest) {
    if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return {};
  }
  if (shift == 0) return digits;
  const std::size_t point = std::min(digits.find('.'), digits.size());
  const std::size_t decimals = point == digits.size() ? 0 : digits.size() - point - 1;
  if (decimals > shift) return {};
  if (point != digits.size()) digits.erase(point, 1);
  digits.append(shift - decimals, '0');
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));
  return digits;
}

bool read_number(Reader& reader, source::YamlNode node, std::string_view name, const Shape& shape, double& out) {
  if (!is_plain(node)) {
    const std::string meant = node.is_scalar() ? meant_number(node.text()) : "";
    reader.wrong_type(node, name, shape.words,
                      meant.empty()          ? ""
                      : meant == node.text() ? "write it without quotation marks"
                                             : fmt::format("write {} without quotation marks", meant));
    return false;
  }
  const auto value = parsed(node.text());
  if (!value) {
    const std::string meant = meant_number(node.text());
    reader.wrong_type(node, name, shape.words, meant.empty() ? "" : fmt::format("write {}", meant));
    return false;
  }
  if (!keeps_all_digits(node.text(), *value)) {
    reader.report(MessageId::number_not_exact, node.span(), {node.text(), fmt::format("{:.15g}", *value)},
                  "round it to 15 digits");
    return false;
  }
  if (shape.bounded && (*value < shape.minimum || *value > shape.maximum)) {
    reader.report(MessageId::number_out_of_range, node.span(),
                  {name, fmt::format("{}", shape.minimum), fmt::format("{}", shape.maximum), node.text()});
    return false;
  }
  out = *value;
  return true;
}

Type<double> number_type(Shape shape) {
  auto shared = std::make_shared<const Shape>(std::move(shape));
  return {shared, [shared](Reader& reader, source::YamlNode node, std::string_view name, double& out) {
            return read_number(reader, node, name, *shared, out);
          }};
}

}  // namespace

void Reader::wrong_type(source::YamlNode node, std::string_view name, std::string_view expected,
                        std::string suggestion) {
  report(MessageId::type_wrong, node.span(), {name, expected, described(node)}, std::move(suggestion));
}

std::string_view Reader::unknown_key(source::YamlNode key, std::string_view owner,
                                     const std::vector<std::string_view>& keys) {
  if (report_fullwidth_colon(*this, key, key.text())) return source::key_before_fullwidth_colon(key.text());
  if (report_colon_space(*this, key, keys)) return key.text().substr(0, key.text().find(':'));
  for (const auto& [space, words] : {std::pair<std::string_view, std::string_view>{"\u3000", "a full-width space"},
                                     {"\u00A0", "a no-break space"}}) {
    if (!key.text().starts_with(space)) continue;
    report(MessageId::yaml_other_space, key.map().at(0, static_cast<std::uint32_t>(space.size())), {words},
           "indent with ordinary spaces");
    return {};
  }
  const std::string_view near = nearest(key.text(), keys);
  report(MessageId::key_unknown, key.span(), {key.text(), owner},
         near.empty() ? fmt::format("keys are {}", listed(keys)) : fmt::format("did you mean `{}`?", near));
  return near;
}

void Reader::unknown_word(source::YamlNode node, std::string_view name, const std::vector<std::string_view>& words) {
  const std::string_view near = nearest(node.text(), words);
  report(MessageId::choice_unknown, node.span(), {node.text(), name},
         near.empty() ? fmt::format("expected one of {}", listed(words)) : fmt::format("did you mean `{}`?", near));
}

void Reader::missing_key(source::YamlNode node, std::string_view owner, std::string_view key) {
  Span span = node.span();
  // Point at the first key: carets under all lines of a mapping do not help.
  bool first = true;
  if (node.is_mapping()) {
    node.each_entry([&](source::YamlNode name, source::YamlNode) {
      if (first) span = name.span();
      first = false;
    });
  }
  report(MessageId::key_missing, span, {owner, key}, fmt::format("add `{}: …`", key));
}

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
    if (is_text(node) &&
        (report_fullwidth_colon(reader, node, node.text()) || report_colon_space(reader, node, kinds))) {
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
        reported = report_fullwidth_colon(reader, key, key.text());
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

Type<std::string> text_like(std::string words, std::string pattern) {
  Shape shape;
  shape.words = std::move(words);
  shape.pattern = std::move(pattern);
  auto shared = std::make_shared<const Shape>(std::move(shape));
  return {shared,
          [shared](Reader& reader, source::YamlNode node, std::string_view name, std::string& out) {
            if (!is_text(node)) {
              reader.wrong_type(node, name, shared->words,
                                node.is_mapping() ? "put text with “: ” or in brackets in quotation marks" : "");
              return false;
            }
            out = node.text();
            return true;
          },
          is_text};
}

Type<std::string> text(std::string words) { return text_like(std::move(words), {}); }

Type<std::string> word(std::vector<std::string> words) {
  std::vector<Shape::Choice> choices;
  for (std::string& w : words) choices.push_back({std::move(w), {}});
  ShapePtr shape = detail::choice_shape(std::move(choices));
  return {shape,
          [shape](Reader& reader, source::YamlNode node, std::string_view name, std::string& out) {
            if (!is_text(node)) {
              reader.wrong_type(node, name, shape->words);
              return false;
            }
            for (const Shape::Choice& c : shape->choices) {
              if (c.name == node.text()) {
                out = c.name;
                return true;
              }
            }
            reader.unknown_word(node, name, detail::names(*shape));
            return false;
          },
          is_text};
}

Type<double> number() {
  Shape shape;
  shape.kind = Shape::Kind::number;
  shape.words = "a number";
  return number_type(std::move(shape));
}

Type<double> number(double minimum, double maximum) {
  Shape shape;
  shape.kind = Shape::Kind::number;
  shape.words = "a number";
  shape.bounded = true;
  shape.minimum = minimum;
  shape.maximum = maximum;
  return number_type(std::move(shape));
}

Type<int> integer(int minimum, int maximum) {
  Shape shape;
  shape.kind = Shape::Kind::integer;
  shape.words = "a whole number";
  shape.bounded = true;
  shape.minimum = minimum;
  shape.maximum = maximum;
  auto shared = std::make_shared<const Shape>(std::move(shape));
  return {shared, [shared](Reader& reader, source::YamlNode node, std::string_view name, int& out) {
            double value = 0;
            if (!read_number(reader, node, name, *shared, value)) return false;
            if (value != std::floor(value)) {
              reader.wrong_type(node, name, shared->words);
              return false;
            }
            out = static_cast<int>(value);
            return true;
          }};
}

Type<bool> boolean() {
  Shape shape;
  shape.kind = Shape::Kind::boolean;
  shape.words = "true or false";
  auto shared = std::make_shared<const Shape>(std::move(shape));
  return {shared,
          [shared](Reader& reader, source::YamlNode node, std::string_view name, bool& out) {
            const std::string_view word = is_plain(node) ? node.text() : std::string_view{};
            // YAML 1.1 and 1.2 disagree on these words; all are accepted here, where they cannot mean anything else.
            if (word == "true" || word == "yes" || word == "on") return out = true, true;
            if (word == "false" || word == "no" || word == "off") return out = false, true;
            reader.wrong_type(node, name, shared->words);
            return false;
          },
          is_plain};
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
  if (report_fullwidth_colon(reader, key, name)) return false;
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
