#include "model/style_table.hpp"

#include "model/value_types.hpp"

namespace banxin::model {

const std::vector<PageKey>& page_keys() {
  static const std::vector<PageKey> keys = {
      {"width", &PageOverride::width, "Width of the trimmed page."},
      {"height", &PageOverride::height, "Height of the trimmed page."},
      {"margin", &PageOverride::margin, "All four margins; the keys below override it."},
      {"margin_top", &PageOverride::margin_top, "Margin above the text area."},
      {"margin_bottom", &PageOverride::margin_bottom, "Margin below the text area."},
      {"margin_inner", &PageOverride::margin_inner, "Margin at the binding."},
      {"margin_outer", &PageOverride::margin_outer, "Margin at the outer edge."},
      {"bleed", &PageOverride::bleed, "How far artwork extends beyond the trimmed edge."},
  };
  return keys;
}

Type<Measure> page_measure() { return unsigned_measure(); }

const Object<PageOverride>& page_table() {
  static const Object<PageOverride> table = [] {
    Object<PageOverride> keys("page", "the page", "Size and margins of the page, where they differ from the layout's.");
    keys.key("size", &PageOverride::size, text("the name of a paper size"),
             "A3, A4, A5, A6, B5, 16K, 32K or Letter; width and height override it.");
    for (const PageKey& key : page_keys()) keys.key(key.name, key.member, page_measure(), key.doc);
    return keys;
  }();
  return table;
}

const Object<StyleValues>& style_table() {
  using S = StyleValues;
  static const Object<S> table =
      Object<S>("style", "a style", "The look and position of text. Omitted values come from the style's `base`.")
          .key("base", &S::base, text("the name of a style"), "The style that this one starts from.")
          .key("font", &S::font, text("the name of a font family"), "Font family.")
          .key("weight", &S::weight, weight(), "Weight, as a number or by name.")
          .key("size", &S::size, positive_measure(), "Size of the type.")
          .key("leading", &S::leading, positive_measure(), "From baseline to baseline.")
          .key("indent", &S::indent, measure(), "Indent of the first line.")
          .key("space_before", &S::space_before, unsigned_measure(), "Space above.")
          .key("space_after", &S::space_after, unsigned_measure(), "Space below.")
          .key("tracking", &S::tracking, measure(), "Space added between characters.")
          .key(
              "padding", unsigned_measure(),
              [](S& style, Measure value, Span) {
                for (auto side : {&S::padding_top, &S::padding_right, &S::padding_bottom, &S::padding_left}) {
                  if (!(style.*side)) style.*side = value;
                }
              },
              "Space inside all four edges; the keys below override it.")
          .key("padding_top", &S::padding_top, unsigned_measure(), "Space inside the upper edge.")
          .key("padding_right", &S::padding_right, unsigned_measure(), "Space inside the right edge.")
          .key("padding_bottom", &S::padding_bottom, unsigned_measure(), "Space inside the lower edge.")
          .key("padding_left", &S::padding_left, unsigned_measure(), "Space inside the left edge.")
          .key("color", &S::color, text("a color of the palette"), "Color of the text.")
          .key("background", &S::background, text("a color of the palette"), "Background color.")
          .key("rule", &S::rule, word({"none", "left", "right", "top", "bottom"}), "The edge with a rule.")
          .key("rule_color", &S::rule_color, text("a color of the palette"), "Color of the rule.")
          .key("rule_width", &S::rule_width, unsigned_measure(), "Thickness of the rule.")
          .key("rule_length", &S::rule_length, unsigned_measure(), "Length of the rule; by default the whole edge.")
          .key("stroke_color", &S::stroke_color, text("a color of the palette"), "Color of the letters' outline.")
          .key("stroke_width", &S::stroke_width, unsigned_measure(), "Thickness of the letters' outline.")
          .key("align", &S::align, word({"start", "end", "left", "right", "center", "justify"}),
               "Alignment of the lines.")
          .key("line_break", &S::line_break, word({"basic", "gb", "strict"}), "Strictness of line breaking.")
          .key("numerals", &S::numerals, word({"default", "tabular", "proportional"}), "Widths of numerals.")
          .key("capitals", &S::capitals, boolean(), "Sets Latin letters as capitals.")
          .key("balance", &S::balance, boolean(), "Makes the lines of a heading about equally long.")
          .key("hang_punctuation", &S::hang_punctuation, boolean(),
               "Lets stops and commas hang over the end of the line.")
          .key("keep_with_next", &S::keep_with_next, boolean(), "Keeps it on one page with the next block.")
          .key("keep_together", &S::keep_together, boolean(), "Keeps it on one page.")
          .key("grid", &S::grid, boolean(), "Puts its lines on the baseline grid of the page.")
          .key("hyphenate", &S::hyphenate, boolean(), "Lets Latin words be hyphenated.")
          .key("han_latin_space", &S::han_latin_space, number(0, 1), "Space between Han and Latin, in em.")
          .key("opacity", &S::opacity, number(0, 1), "Opacity; 1 is solid.")
          .key("columns", &S::columns, integer(1, 12), "Number of columns.")
          .key("column_gap", &S::column_gap, unsigned_measure(), "Space between columns.")
          .key("emphasis_style", &S::emphasis_style, word({"dots", "italic"}), "How emphasis looks.");
  return table;
}

}  // namespace banxin::model
