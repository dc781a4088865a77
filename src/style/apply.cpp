#include <algorithm>

#include "style/palette.hpp"
#include "style/styled_document.hpp"

namespace banxin::style {

namespace {

/// Merges a master with its bases: the parts of the base come first, its own values override those of the base.
class MasterResolver {
 public:
  MasterResolver(const std::map<std::string, Master>& masters, Diagnostics& diagnostics)
      : masters_(masters), diagnostics_(diagnostics) {}

  Master resolve(const std::string& name) {
    const Master& own = masters_.find(name)->second;
    if (own.base.value.empty()) return own;
    const std::string& base_name = own.base.value;
    if (base_name == name || std::find(open_.begin(), open_.end(), base_name) != open_.end()) {
      diagnostics_.report(MessageId::master_circle, own.base.span, {name, base_name});
      return own;
    }
    if (!masters_.contains(base_name)) {
      std::vector<std::string_view> names;
      for (const auto& [known, unused] : masters_) names.push_back(known);
      diagnostics_.report(MessageId::master_unknown, own.base.span, {base_name},
                          did_you_mean(base_name, names, "masters are"));
      return own;
    }
    open_.push_back(name);
    Master merged = resolve(base_name);
    open_.pop_back();
    if (!own.background.value.empty()) merged.background = own.background;
    if (own.flow) merged.flow = own.flow;
    if (own.columns) merged.columns = own.columns;
    if (own.column_gap) merged.column_gap = own.column_gap;
    if (own.body) merged.body = own.body;
    if (own.replace_parts) merged.parts.clear();
    merged.parts.insert(merged.parts.end(), own.parts.begin(), own.parts.end());
    merged.span = own.span;
    return merged;
  }

 private:
  const std::map<std::string, Master>& masters_;
  Diagnostics& diagnostics_;
  std::vector<std::string> open_;
};

/// Looks up colors by name and reports unknown names.
class ColorNames {
 public:
  ColorNames(const std::map<std::string, Color>& palette, Diagnostics& diagnostics)
      : palette_(palette), diagnostics_(diagnostics) {}

  Color get(const Spanned<std::string>& name) const { return find_color(palette_, name, diagnostics_); }

 private:
  const std::map<std::string, Color>& palette_;
  Diagnostics& diagnostics_;
};

/// Reports unknown colors and styles in the parts of a master.
void check_names(const Master& master, const ColorNames& colors, const StyleSheet& styles, Diagnostics& diagnostics) {
  auto color = [&](const Spanned<std::string>& name) {
    if (!name.value.empty()) (void)colors.get(name);
  };
  color(master.background);
  for (const Part& part : master.parts) {
    color(part.color);
    color(part.second);
    for (const auto& [parameter, named] : part.art_colors) color(named);
    if (!part.style.value.empty()) (void)styles.get(part.style, diagnostics);
  }
}

chart::Theme read_theme(const LayoutSpec& layout, const ColorNames& colors, const StyleSheet& styles,
                        Diagnostics& diagnostics) {
  chart::Theme theme;
  auto color = [&](const char* key, Color fallback) {
    auto named = layout.chart_colors.find(key);
    return named == layout.chart_colors.end() ? fallback : colors.get(named->second);
  };
  const Color black = Color::black();
  theme.ink = color("ink", black);
  theme.primary = color("primary", black.tint(0.75));
  theme.secondary = color("secondary", black.tint(0.45));
  theme.muted = color("muted", black.tint(0.3));
  theme.highlight = color("highlight", black);
  theme.accent = color("accent", black.tint(0.6));
  theme.grey = color("grey", black.tint(0.6));
  theme.rule = color("rule", black.tint(0.15));
  theme.ground = color("ground", Color::white());
  theme.panel = color("panel", black.tint(0.05));
  auto text = [&](const char* key) {
    auto named = layout.chart_styles.find(key);
    return (named == layout.chart_styles.end() ? styles.get("chart-label") : styles.get(named->second, diagnostics))
        .text;
  };
  theme.category = text("category");
  theme.value = text("value");
  theme.strong = text("strong");
  theme.headline = text("headline");
  theme.small = text("small");
  const Length em = theme.category.size;
  theme.hairline = layout.chart_hairline ? layout.chart_hairline->resolve(em) : Length::pt(0.35);
  theme.line = layout.chart_line ? layout.chart_line->resolve(em) : Length::pt(1.6);
  theme.radius = layout.chart_radius ? layout.chart_radius->resolve(em) : Length{};
  return theme;
}

}  // namespace

std::string StyledDocument::term(std::string_view key) const {
  auto found = layout.terms.find(std::string(key));
  return found == layout.terms.end() ? std::string{} : found->second.value;
}

std::optional<StyledDocument> apply(model::Document document, LayoutSpec layout, Diagnostics& diagnostics) {
  StyledDocument styled;
  styled.palette = read_palette(layout.palette, diagnostics);
  styled.sheet = read_sheet(layout, document.page, diagnostics);
  auto styles = std::make_shared<StyleSheet>(layout, document, styled.palette, diagnostics);
  const ColorNames colors(styled.palette, diagnostics);

  MasterResolver resolver(layout.masters, diagnostics);
  for (const auto& [name, own] : layout.masters) check_names(own, colors, *styles, diagnostics);
  Diagnostics already_reported;  // for inherited parts: their errors are reported where they are written
  const ColorNames checked(styled.palette, already_reported);
  for (const auto& [name, unused] : layout.masters) {
    Master master = resolver.resolve(name);
    for (Part& part : master.parts) {
      if (part.kind != Part::Kind::art) continue;
      part.art.kind = part.art_kind.value;
      part.art.numbers = part.art_numbers;
      for (const auto& [parameter, color] : part.art_colors) part.art.colors[parameter] = checked.get(color);
    }
    master.name = name;
    styled.masters.emplace(name, std::move(master));
  }
  styled.chart_theme = read_theme(layout, colors, *styles, diagnostics);
  styled.styles = std::move(styles);
  styled.document = std::move(document);
  styled.layout = std::move(layout);
  if (diagnostics.has_errors()) return std::nullopt;
  return styled;
}

}  // namespace banxin::style
