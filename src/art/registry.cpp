#include <algorithm>

#include "art/art.hpp"
#include "art/dot_field.hpp"

#include <fmt/format.h>

namespace banxin::art {

namespace {

const Parameter* parameter_of(const Kind& kind, std::string_view name) {
  const auto found =
      std::find_if(kind.numbers.begin(), kind.numbers.end(), [&](const Parameter& p) { return p.name == name; });
  return found == kind.numbers.end() ? nullptr : &*found;
}

std::string suggest(std::string_view word, const std::vector<std::string_view>& names) {
  const std::string_view near = nearest(word, names);
  return near.empty() ? fmt::format("expected one of {}", fmt::join(names, ", "))
                      : fmt::format("did you mean `{}`?", near);
}

/// Every parameter with the layout's value if it is valid, else its default.
Art complete(const Kind& kind, const Art& given, Diagnostics& diagnostics, Span span) {
  Art art{given.kind, {}, {}};
  std::vector<std::string_view> names = kind.colors;
  for (const Parameter& parameter : kind.numbers) {
    art.numbers[std::string(parameter.name)] = parameter.value;
    names.push_back(parameter.name);
  }
  for (const auto& [name, value] : given.numbers) {
    const Parameter* parameter = parameter_of(kind, name);
    if (!parameter) {
      diagnostics.report(MessageId::art_parameter_unknown, span, {kind.name, name}, suggest(name, names));
    } else if (!(value >= parameter->least && value <= parameter->most)) {
      diagnostics.report(MessageId::art_parameter_range, span,
                         {name, kind.name, fmt::format("{:g}", parameter->least), fmt::format("{:g}", parameter->most),
                          fmt::format("{:g}", value)});
    } else {
      art.numbers[name] = value;
    }
  }
  // Missing colors are black on white, which is easy to notice.
  for (const std::string_view name : kind.colors) {
    art.colors[std::string(name)] = name == "ground" ? Color::white() : Color::black();
  }
  for (const auto& [name, color] : given.colors) {
    if (art.colors.contains(name)) {
      art.colors[name] = color;
    } else {
      diagnostics.report(MessageId::art_parameter_unknown, span, {kind.name, name}, suggest(name, names));
    }
  }
  return art;
}

}  // namespace

const std::vector<Kind>& registry() {
  static const std::vector<Kind> kinds = {dot_field(), dot_strip()};
  return kinds;
}

const Kind* find(std::string_view name) {
  const auto& kinds = registry();
  const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const Kind& kind) { return kind.name == name; });
  return found == kinds.end() ? nullptr : &*found;
}

graphics::DisplayList draw(const Art& art, const Rect& box, Diagnostics& diagnostics, Span span) {
  const Kind* kind = find(art.kind);
  if (!kind) {
    std::vector<std::string_view> names;
    for (const Kind& each : registry()) names.push_back(each.name);
    diagnostics.report(MessageId::art_unknown, span, {art.kind}, suggest(art.kind, names));
    return {};
  }
  if (box.width <= Length{} || box.height <= Length{}) return {};
  return kind->draw(complete(*kind, art, diagnostics, span), box, span);
}

}  // namespace banxin::art
