// Types of scalars: text, words, numbers, booleans.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "model/schema.hpp"

namespace banxin::model {

namespace {

bool is_plain(source::YamlNode node) { return node.is_scalar() && node.style() == source::ScalarStyle::plain; }

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

bool detail::is_text(source::YamlNode node) {
  return node.is_scalar() || (node.kind() == source::NodeKind::null && !node.text().empty());
}

Type<std::string> text_like(std::string words, std::string pattern) {
  Shape shape;
  shape.words = std::move(words);
  shape.pattern = std::move(pattern);
  auto shared = std::make_shared<const Shape>(std::move(shape));
  return {shared,
          [shared](Reader& reader, source::YamlNode node, std::string_view name, std::string& out) {
            if (!detail::is_text(node)) {
              reader.wrong_type(node, name, shared->words,
                                node.is_mapping() ? "put text with “: ” or in brackets in quotation marks" : "");
              return false;
            }
            out = node.text();
            return true;
          },
          detail::is_text};
}

Type<std::string> text(std::string words) { return text_like(std::move(words), {}); }

Type<std::string> word(std::vector<std::string> words) {
  std::vector<Shape::Choice> choices;
  for (std::string& w : words) choices.push_back({std::move(w), {}});
  ShapePtr shape = detail::choice_shape(std::move(choices));
  return {shape,
          [shape](Reader& reader, source::YamlNode node, std::string_view name, std::string& out) {
            if (!detail::is_text(node)) {
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
          detail::is_text};
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

}  // namespace banxin::model
