// The keys of a layout file: one table for reading, JSON Schema and documentation.
#include "model/numbering_table.hpp"
#include "model/style_table.hpp"
#include "model/value_types.hpp"
#include "style/layout_file.hpp"

namespace banxin::style {

namespace {

using model::by_default;
using model::list;
using model::map_of;
using model::measure;
using model::number;
using model::object;
using model::Object;
using model::text;
using model::word;

const Object<Place>& place_table() {
  static const Object<Place> table =
      Object<Place>("place", "a place", "A box on the page. Distances are inwards from the edges of the area.")
          .key("area", &Place::area,
               model::choice<Place::Area>({{"text", Place::Area::text, "the text area"},
                                           {"page", Place::Area::page, "the trimmed page"},
                                           {"bleed", Place::Area::bleed, "the page with its bleed"}}),
               "The area that the distances refer to.", by_default("text"))
          .key("left", &Place::left, measure(), "From the left edge.")
          .key("right", &Place::right, measure(), "From the right edge.")
          .key("width", &Place::width, measure(), "Width.", by_default("what left and right leave"))
          .key("top", &Place::top, measure(), "From the top edge.")
          .key("bottom", &Place::bottom, measure(), "From the bottom edge.")
          .key("height", &Place::height, measure(), "Height.", by_default("what top and bottom leave"));
  return table;
}

/// The common part of all kinds of parts.
Object<Part> part(const char* name, const char* phrase, const char* doc) { return Object<Part>(name, phrase, doc); }

const model::Variants<Part>& part_table() {
  static const model::Variants<Part> table =
      model::Variants<Part>("part", "a part of a page master", "A fixed part of every page.")
          .kind(
              part("text-part", "a text part", "A line of text; fields in braces are filled in.")
                  .key(
                      "text", text("text with fields such as {section.title}"),
                      [](Part& p, std::string value, Span span) {
                        p.kind = Part::Kind::text;
                        p.text = {std::move(value), span};
                      },
                      "The text. Nothing is printed if all its fields are empty.")
                  .key("style", &Part::style, text("the name of a style"), "Its style.", by_default("body"))
                  .key("align", &Part::align, word({"start", "end", "left", "right", "center", "inner", "outer"}),
                       "Horizontal position in its place.", by_default("the style's"))
                  .key("valign", &Part::valign, word({"top", "middle", "bottom"}), "Vertical position in its place.", by_default("top"))
                  .key("role", &Part::role, word({"artifact", "heading", "paragraph"}),
                       "Its role for screen readers; roles other than artifact are printed on the first page of a section only.",
                       by_default("artifact"))
                  .key("level", &Part::level, model::integer(1, 6), "The level of a heading.", by_default("1"))
                  .key("place", &Part::place, object(place_table), "Its place."))
          .kind(part("rule-part", "a rule", "A line, as a box of one color.")
                    .key(
                        "rule", model::boolean(), [](Part& p, bool, Span) { p.kind = Part::Kind::rule; }, "true")
                    .key("color", &Part::color, text("a color of the palette"), "Its color.", model::required())
                    .key("opacity", &Part::opacity, number(0, 1), "Opacity.", by_default("1"))
                    .key("place", &Part::place, object(place_table), "Its place."))
          .kind(part("box-part", "a box", "An area of one color.")
                    .key(
                        "box", model::boolean(), [](Part& p, bool, Span) { p.kind = Part::Kind::box; }, "true")
                    .key("color", &Part::color, text("a color of the palette"), "Its color.", model::required())
                    .key("opacity", &Part::opacity, number(0, 1), "Opacity.", by_default("1"))
                    .key("place", &Part::place, object(place_table), "Its place."))
          .kind(part("art-part", "a piece of art", "Art that is generated from a seed.")
                    .key(
                        "art", text("the name of an art"),
                        [](Part& p, std::string value, Span span) {
                          p.kind = Part::Kind::art;
                          p.art_kind = {std::move(value), span};
                        },
                        "dot-field, dot-strip …")
                    .key("numbers", &Part::art_numbers, map_of<double>(number()), "Its parameters.")
                    .key("step", &Part::art_step, map_of<double>(number()), "Added to a parameter for each chapter.")
                    .key("colors", &Part::art_colors, map_of<Spanned<std::string>>(text("a color of the palette")),
                         "Its colors.")
                    .key("place", &Part::place, object(place_table), "Its place."))
          .kind(
              part("progress-part", "a progress mark", "A short bar for each chapter, colored for those reached.")
                  .key(
                      "progress", model::boolean(), [](Part& p, bool, Span) { p.kind = Part::Kind::progress; }, "true")
                  .key("color", &Part::color, text("a color of the palette"), "Color of the chapters reached.",
                       model::required())
                  .key("second", &Part::second, text("a color of the palette"), "Color of the others.", model::required())
                  .key("opacity", &Part::opacity, number(0, 1), "Opacity.", by_default("1"))
                  .key("place", &Part::place, object(place_table), "Its place."));
  return table;
}

const Object<Master>& master_table() {
  static const Object<Master> table =
      Object<Master>("master", "a page master", "A kind of page: the area of the body and the fixed parts.")
          .key("base", &Master::base, text("the name of a master"), "The master that this one starts from.")
          .key("background", &Master::background, text("a color of the palette"), "Fills the page and its bleed.")
          .key("flow", &Master::flow, object(place_table), "The area of the body.", by_default("the text area"))
          .key("columns", &Master::columns, model::integer(1, 6), "Columns of the body.", by_default("1"))
          .key("column_gap", &Master::column_gap, measure(), "Space between columns.")
          .key("parts", &Master::parts, list<Part>(variants(part_table)),
               "Its fixed parts, back to front, after those of the base.")
          .key("replace_parts", &Master::replace_parts, model::boolean(), "Drops the parts of the base.",
               by_default("false"))
          .key("body", &Master::body, model::boolean(), "false for pages without body.", by_default("true"));
  return table;
}

const Object<PaletteEntry>& palette_table() {
  static const Object<PaletteEntry> table =
      Object<PaletteEntry>("palette-color", "a color", "A color with its value on screen and its inks in print.")
          .key("rgb", &PaletteEntry::rgb, text("a color such as #1F4FFF"), "sRGB, for screens.")
          .key("cmyk", &PaletteEntry::cmyk, list<double>(number(0, 100)), "Percent of cyan, magenta, yellow, black.")
          .key("spot", &PaletteEntry::spot, text("the name of an ink"), "Name of a spot ink.")
          .key("spot_tint", &PaletteEntry::spot_tint, number(0, 100), "Percent of the spot ink.", by_default("100"))
          .key("tint_of", &PaletteEntry::tint_of, text("a color of the palette"),
               "The color that this one is a tint of.")
          .key("tint", &PaletteEntry::tint, number(0, 100), "Percent of that color.", by_default("100"));
  return table;
}

const Object<Print>& print_table() {
  static const Object<Print> table =
      Object<Print>("print", "the print settings", "The printing condition of print files.")
          .key("output_profile", &Print::output_profile, text("a file in the layout's folder"),
               "The press's ICC profile: an output profile for CMYK.", by_default("FOGRA39"))
          .key("condition", &Print::condition, text("a name such as FOGRA51"),
               "The printing condition's name in the ICC registry, if any.")
          .key("intent", &Print::intent,
               model::choice<Print::Intent>(
                   {{"perceptual", Print::Intent::perceptual, "keeps the relations between colors"},
                    {"relative", Print::Intent::relative, "keeps printable colors"},
                    {"saturation", Print::Intent::saturation, "keeps saturation"},
                    {"absolute", Print::Intent::absolute, "also simulates the paper"}}),
               "Rendering intent for colors without inks and for pictures.", by_default("relative"))
          .key("black_point_compensation", &Print::black_point_compensation, model::boolean(),
               "Whether black is mapped to the darkest black of the press.", by_default("true"))
          .key("convert_pictures", &Print::convert_pictures, model::boolean(),
               "Whether RGB pictures are converted to CMYK; otherwise the printer converts them by their profile.",
               by_default("false"))
          .key("ink_limit", &Print::ink_limit, number(100, 400),
               "Limit of the ink coverage, in percent over all plates.", by_default("300"));
  return table;
}

struct ChartKeys {
  std::map<std::string, Spanned<std::string>> colors, styles;
  std::optional<model::Measure> hairline, line, radius;
};

const Object<ChartKeys>& chart_table() {
  static const Object<ChartKeys> table =
      Object<ChartKeys>("chart-theme", "a chart theme", "How charts look.")
          .key("colors", &ChartKeys::colors, map_of<Spanned<std::string>>(text("a color of the palette")),
               "ink, primary, secondary, muted, highlight, accent, grey, rule, ground, panel.")
          .key("styles", &ChartKeys::styles, map_of<Spanned<std::string>>(text("the name of a style")),
               "category, value, strong, headline, small.")
          .key("hairline", &ChartKeys::hairline, measure(), "Width of rules.", by_default("0.35pt"))
          .key("line", &ChartKeys::line, measure(), "Width of curves.", by_default("1.6pt"))
          .key("radius", &ChartKeys::radius, measure(), "Radius of the corners of bars.", by_default("0pt"));
  return table;
}

}  // namespace

const Object<LayoutSpec>& layout_table() {
  static const Object<LayoutSpec> table =
      Object<LayoutSpec>("layout", "a layout", "Page, palette, styles and page masters of a publication.")
          .key("name", &LayoutSpec::name, text("a name"), "Its name in reports; the name of its folder.")
          .key("description", &LayoutSpec::description, text(), "One line of description.")
          .key("default_master", &LayoutSpec::default_master, text("the name of a master"),
               "The master of sections without one.", model::required())
          .key("facing", &LayoutSpec::facing, model::boolean(), "Whether left-hand pages mirror their margins.",
               by_default("false"))
          .key("system_fonts", &LayoutSpec::system_fonts, model::boolean(),
               "Whether installed fonts that are not in the catalogue may be used.", by_default("false"))
          .key("page", &LayoutSpec::page, object(model::page_table), "Size and margins of the page.")
          .key("print", &LayoutSpec::print, object(print_table), "The printing condition.")
          .key("palette", &LayoutSpec::palette, map_of<PaletteEntry>(object(palette_table)), "Colors by name.")
          .key("styles", &LayoutSpec::styles, map_of<model::StyleValues>(object(model::style_table)), "Styles by name.")
          .key("masters", &LayoutSpec::masters, map_of<Master>(object(master_table)), "Page masters by name.")
          .key(
              "chart", object(chart_table),
              [](LayoutSpec& layout, ChartKeys chart, Span) {
                layout.chart_colors = std::move(chart.colors);
                layout.chart_styles = std::move(chart.styles);
                layout.chart_hairline = chart.hairline;
                layout.chart_line = chart.line;
                layout.chart_radius = chart.radius;
              },
              "How charts look.")
          .key("numbering", &LayoutSpec::numbering, object(model::numbering_table),
               "Numbers of figures, tables and headings; reports can change it.")
          .key("terms", &LayoutSpec::terms, map_of<Spanned<std::string>>(text()),
               "Words that the program prints: page, reconstructed … Around numbers: figure-before and figure-after, "
               "and the "
               "same for table, chapter, section and page-number; caption-gap follows the number of a caption.");
  return table;
}

}  // namespace banxin::style
