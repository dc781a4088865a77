// The reports of a Reader.
#include <fmt/format.h>

#include "model/schema.hpp"
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

}  // namespace

std::string detail::listed(const std::vector<std::string_view>& words) {
  std::string result;
  for (const std::string_view word : words) result += (result.empty() ? "" : ", ") + std::string(word);
  return result;
}

bool Reader::report_fullwidth_colon(source::YamlNode node, std::string_view text) {
  const std::string_view key = source::key_before_fullwidth_colon(text);
  if (key.empty()) return false;
  const auto begin = static_cast<std::uint32_t>(key.size());
  report(MessageId::yaml_fullwidth_colon, node.map().at(begin, begin + 3), {key},
         fmt::format("write `{}: ` with an ASCII colon and a space", key));
  return true;
}

bool Reader::report_colon_space(source::YamlNode node, const std::vector<std::string_view>& keys) {
  const std::string_view text = node.text();
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return false;
  const std::string_view key = text.substr(0, colon);
  for (const std::string_view candidate : keys) {
    if (candidate != key) continue;
    const auto at = static_cast<std::uint32_t>(colon);
    report(MessageId::yaml_colon_space, node.map().at(at, at + 1), {key}, fmt::format("write `{}: `", key));
    return true;
  }
  return false;
}

void Reader::wrong_type(source::YamlNode node, std::string_view name, std::string_view expected,
                        std::string suggestion) {
  report(MessageId::type_wrong, node.span(), {name, expected, described(node)}, std::move(suggestion));
}

std::string_view Reader::unknown_key(source::YamlNode key, std::string_view owner,
                                     const std::vector<std::string_view>& keys) {
  if (report_fullwidth_colon(key, key.text())) return source::key_before_fullwidth_colon(key.text());
  if (report_colon_space(key, keys)) return key.text().substr(0, key.text().find(':'));
  for (const auto& [space, words] : {std::pair<std::string_view, std::string_view>{"\u3000", "a full-width space"},
                                     {"\u00A0", "a no-break space"}}) {
    if (!key.text().starts_with(space)) continue;
    report(MessageId::yaml_other_space, key.map().at(0, static_cast<std::uint32_t>(space.size())), {words},
           "indent with ordinary spaces");
    return {};
  }
  const std::string_view near = nearest(key.text(), keys);
  report(MessageId::key_unknown, key.span(), {key.text(), owner},
         near.empty() ? fmt::format("keys are {}", detail::listed(keys)) : fmt::format("did you mean `{}`?", near));
  return near;
}

void Reader::unknown_word(source::YamlNode node, std::string_view name, const std::vector<std::string_view>& words) {
  const std::string_view near = nearest(node.text(), words);
  report(MessageId::choice_unknown, node.span(), {node.text(), name},
         near.empty() ? fmt::format("expected one of {}", detail::listed(words))
                      : fmt::format("did you mean `{}`?", near));
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

}  // namespace banxin::model
