#include "style/style_sheet.hpp"

#include <algorithm>
#include <array>

#include "style/palette.hpp"

namespace banxin::style {

namespace {

using model::Measure;
using model::StyleValues;

constexpr Length default_size = Length::pt(10.5);
constexpr Length default_leading = Length::pt(18);

/// The initial values of every style.
BlockStyle root_style(const model::Document& document) {
  BlockStyle root;
  root.text.font.family = "sans";
  root.text.font.language = document.lang.language;
  root.text.size = default_size;
  root.paragraph.language = document.lang.language;
  root.paragraph.level = document.line_break;
  root.paragraph.em = default_size;
  root.paragraph.leading = default_leading;
  root.italic_emphasis = document.lang.language == Language::en;
  return root;
}

template <class Enum>
struct NamedValue {
  std::string_view name;
  Enum value;
};

/// The value of one of a fixed set of words; the schema has reported other words.
template <class Enum, std::size_t N>
void choose(const std::optional<Spanned<std::string>>& word, const std::array<NamedValue<Enum>, N>& names, Enum& out) {
  if (!word) return;
  for (const auto& [name, value] : names) {
    if (name == word->value) out = value;
  }
}

constexpr std::array<NamedValue<text::Align>, 6> align_names{{{"start", text::Align::start},
                                                              {"end", text::Align::end},
                                                              {"left", text::Align::start},
                                                              {"right", text::Align::end},
                                                              {"center", text::Align::center},
                                                              {"justify", text::Align::justify}}};
constexpr std::array<NamedValue<LineBreakLevel>, 3> level_names{
    {{"basic", LineBreakLevel::basic}, {"gb", LineBreakLevel::gb}, {"strict", LineBreakLevel::strict}}};
constexpr std::array<NamedValue<text::Numerals>, 3> numeral_names{{{"default", text::Numerals::font_default},
                                                                   {"tabular", text::Numerals::tabular},
                                                                   {"proportional", text::Numerals::proportional}}};
constexpr std::array<NamedValue<Rule::Side>, 5> rule_names{{{"none", Rule::Side::none},
                                                            {"left", Rule::Side::left},
                                                            {"right", Rule::Side::right},
                                                            {"top", Rule::Side::top},
                                                            {"bottom", Rule::Side::bottom}}};

template <class T>
void set(const std::optional<T>& from, T& to) {
  if (from) to = *from;
}

}  // namespace

/// Applies the values of one style to those it inherits. Lengths in em refer to the style's own size.
class Cascade {
 public:
  Cascade(const StyleSheet& sheet, Diagnostics& diagnostics) : sheet_(sheet), diagnostics_(diagnostics) {}

  void apply(const StyleValues& values, BlockStyle& style, Length body_leading) const {
    apply_text(values, style.text);
    const Length em = style.text.size;
    auto length = [&](const std::optional<Measure>& from, Length& to) {
      if (from) to = from->resolve(em, body_leading);
    };
    auto& paragraph = style.paragraph;
    paragraph.em = em;
    length(values.leading, paragraph.leading);
    length(values.indent, paragraph.indent);
    choose(values.align, align_names, paragraph.align);
    choose(values.line_break, level_names, paragraph.level);
    set(values.balance, paragraph.balance);
    set(values.hang_punctuation, paragraph.hang_punctuation);
    set(values.hyphenate, paragraph.hyphenate);
    set(values.han_latin_space, paragraph.han_latin_space);
    length(values.space_before, style.space_before);
    length(values.space_after, style.space_after);
    length(values.padding_top, style.padding.top);
    length(values.padding_right, style.padding.right);
    length(values.padding_bottom, style.padding.bottom);
    length(values.padding_left, style.padding.left);
    if (values.background) style.background = color(*values.background);
    choose(values.rule, rule_names, style.rule.side);
    length(values.rule_width, style.rule.width);
    length(values.rule_length, style.rule.length);
    if (values.rule_color) style.rule.color = color(*values.rule_color);
    set(values.keep_with_next, style.keep_with_next);
    set(values.keep_together, style.keep_together);
    set(values.grid, style.grid);
    set(values.columns, style.columns);
    length(values.column_gap, style.column_gap);
    if (values.emphasis_style) style.italic_emphasis = values.emphasis_style->value == "italic";
  }

  void apply_text(const StyleValues& values, text::TextStyle& text) const {
    if (values.size) text.size = values.size->resolve(text.size);
    if (values.font) text.font.family = values.font->value;
    if (values.weight) text.font.weight = values.weight->value;
    if (values.tracking) text.tracking = values.tracking->resolve(text.size);
    if (values.color) text.color = color(*values.color);
    set(values.opacity, text.opacity);
    set(values.capitals, text.capitals);
    choose(values.numerals, numeral_names, text.numerals);
    if (values.stroke_width) {
      graphics::Stroke stroke;
      stroke.width = values.stroke_width->resolve(text.size);
      stroke.paint.source = values.stroke_color ? color(*values.stroke_color) : text.color;
      text.outline = stroke;
    }
  }

 private:
  [[nodiscard]] Color color(const Spanned<std::string>& name) const {
    return find_color(sheet_.palette_, name, diagnostics_);
  }

  const StyleSheet& sheet_;
  Diagnostics& diagnostics_;
};

namespace {

/// The values of a style of the layout, overridden by those of the report.
StyleValues overridden(StyleValues values, const StyleValues& with) {
  auto take = [](auto& to, const auto& from) {
    if (from) to = from;
  };
  take(values.base, with.base);
  take(values.font, with.font);
  take(values.weight, with.weight);
  take(values.size, with.size);
  take(values.leading, with.leading);
  take(values.indent, with.indent);
  take(values.space_before, with.space_before);
  take(values.space_after, with.space_after);
  take(values.tracking, with.tracking);
  take(values.padding_top, with.padding_top);
  take(values.padding_right, with.padding_right);
  take(values.padding_bottom, with.padding_bottom);
  take(values.padding_left, with.padding_left);
  take(values.color, with.color);
  take(values.background, with.background);
  take(values.rule_color, with.rule_color);
  take(values.stroke_color, with.stroke_color);
  take(values.rule, with.rule);
  take(values.rule_width, with.rule_width);
  take(values.rule_length, with.rule_length);
  take(values.stroke_width, with.stroke_width);
  take(values.align, with.align);
  take(values.line_break, with.line_break);
  take(values.numerals, with.numerals);
  take(values.capitals, with.capitals);
  take(values.balance, with.balance);
  take(values.hang_punctuation, with.hang_punctuation);
  take(values.keep_with_next, with.keep_with_next);
  take(values.keep_together, with.keep_together);
  take(values.grid, with.grid);
  take(values.hyphenate, with.hyphenate);
  take(values.han_latin_space, with.han_latin_space);
  take(values.opacity, with.opacity);
  take(values.columns, with.columns);
  take(values.column_gap, with.column_gap);
  take(values.emphasis_style, with.emphasis_style);
  return values;
}

}  // namespace

StyleSheet::StyleSheet(const LayoutSpec& layout, const model::Document& document,
                       const std::map<std::string, Color>& palette, Diagnostics& diagnostics)
    : palette_(palette) {
  for (const auto& [name, values] : layout.styles) values_.emplace(name, values);
  for (const auto& [name, values] : document.styles) {
    auto [entry, is_new] = values_.emplace(name, values);
    if (!is_new) entry->second = overridden(entry->second, values);
  }
  values_.try_emplace("body");

  const Cascade cascade(*this, diagnostics);
  std::vector<std::string> open;  // the chain of bases being resolved, to find cycles
  Length body_leading = default_leading;
  auto resolve = [&](auto&& self, const std::string& name) -> const BlockStyle& {
    if (auto done = styles_.find(name); done != styles_.end()) return done->second;
    const StyleValues& values = values_.find(name)->second;
    BlockStyle style = root_style(document);
    if (values.base) {
      const auto& base = *values.base;
      const bool cycle = base.value == name || std::find(open.begin(), open.end(), base.value) != open.end();
      if (cycle) {
        diagnostics.report(MessageId::style_circle, base.span, {name, base.value});
      } else if (!values_.contains(base.value)) {
        std::vector<std::string_view> names;
        for (const auto& [known, unused] : values_) names.push_back(known);
        diagnostics.report(MessageId::style_unknown, base.span, {base.value}, did_you_mean(base.value, names));
      } else {
        open.push_back(name);
        style = self(self, base.value);
        open.pop_back();
      }
    }
    style.name = name;
    if (name == "body" && values.leading) {
      body_leading = values.leading->resolve(values.size ? values.size->resolve(style.text.size) : style.text.size);
    }
    cascade.apply(values, style, body_leading);
    return styles_.emplace(name, std::move(style)).first->second;
  };
  resolve(resolve, "body");  // first: other styles may use lengths in lines
  for (const auto& [name, unused] : values_) resolve(resolve, name);
}

const BlockStyle& StyleSheet::get(const Spanned<std::string>& name, Diagnostics& diagnostics) const {
  if (auto found = styles_.find(name.value); found != styles_.end()) return found->second;
  std::vector<std::string_view> names;
  for (const auto& [known, unused] : styles_) names.push_back(known);
  diagnostics.report(MessageId::style_unknown, name.span, {name.value}, did_you_mean(name.value, names));
  return get("body");
}

const BlockStyle& StyleSheet::get(std::string_view name) const {
  auto found = styles_.find(name);
  return found != styles_.end() ? found->second : styles_.find("body")->second;
}

bool StyleSheet::has(std::string_view name) const { return styles_.contains(name); }

text::TextStyle StyleSheet::over(const text::TextStyle& text, std::string_view inline_style) const {
  text::TextStyle result = text;
  if (auto values = values_.find(inline_style); values != values_.end()) {
    Diagnostics already_reported;
    Cascade(*this, already_reported).apply_text(values->second, result);
  }
  return result;
}

Length StyleSheet::body_leading() const { return get("body").paragraph.leading; }

}  // namespace banxin::style
