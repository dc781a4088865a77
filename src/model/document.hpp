// The publication as the editor wrote it, checked against the schema. Data, fonts and geometry come in later stages.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/language.hpp"
#include "core/length.hpp"
#include "core/span.hpp"
#include "model/chart.hpp"
#include "model/data_source.hpp"
#include "model/expression.hpp"
#include "model/inline_text.hpp"
#include "model/measure.hpp"
#include "model/numbering.hpp"
#include "model/printable_text.hpp"
#include "table/value.hpp"

namespace banxin::model {

struct Block;

struct Heading {
  InlineText text;
  int level = 1;
  bool in_contents = false;
  bool numbered = true;  ///< if headings are
};
struct Text {
  InlineText text;
  bool literal = false;  ///< read without inline marks
};
struct List {
  /// decimal 1. · han 一、 · han_parenthesized （一） · circled ① · bullet
  enum class Marker { bullet, decimal, han, han_parenthesized, circled } marker = Marker::bullet;
  std::vector<std::vector<Block>> items;
};
struct Quote {
  InlineText text;
  InlineText attribution;
  bool repeats_text = false;  ///< a pull quote: repeats a sentence of the text, so screen readers skip it
};
struct Note {
  InlineText text;
  bool at_foot = true;  ///< printed at the foot of the text area
};
struct ChartBlock {
  Chart chart;
};
struct Row {
  std::vector<Block> cells;    ///< side by side
  std::vector<double> shares;  ///< of the width; empty = equal
};
struct Image {
  Spanned<std::string> path;
  PrintableText alternative;
  InlineText caption;
  std::optional<Measure> width;
};
/// A column of a table block that prints the rows of a data table.
struct TableColumn {
  Spanned<std::string> field;
  InlineText title;                  ///< its header; empty: the name and the unit
  std::optional<Expression> format;  ///< `number(0)`, as after "|" in a printed value
};
/// A cell of a header with several rows.
struct HeaderCell {
  InlineText text;
  int span = 1;  ///< columns
  int rows = 1;
};
struct Table {
  Spanned<std::string> id;  ///< target of links and references; the block's `id` is another
  std::vector<InlineText> header;
  std::vector<std::vector<HeaderCell>> header_rows;  ///< instead of `header`, if there are several or cells with spans
  std::vector<InlineText> footer;
  std::vector<std::vector<InlineText>> rows;
  bool row_headers = false;
  std::vector<std::string> align;  ///< per column: start, end, left, right, center or decimal
  InlineText caption;
  std::optional<Spanned<std::string>> data_file;
  std::optional<Spanned<std::string>> data;  ///< a table of the report, whose rows the data stage adds to `rows`
  std::vector<TableColumn> columns;          ///< of `data`; empty: all
};
struct Contents {
  int depth = 1;
};
/// The list of all numbered figures, or of all tables, with their pages.
struct Listing {
  enum class Of { figures, tables } of = Of::figures;
};
/// Blocks in a frame with a named style: a sidebar, a panel, columns.
struct Box {
  std::vector<Block> body;
  int columns = 1;
  bool balance = true;
};
/// Ends the page; the next one uses `master`.
struct PageBreak {
  Spanned<std::string> master;
};
struct Space {
  Measure amount;
};

/// Blocks once for each row of a table. The data stage puts the repeated blocks in place of it.
struct Repeat {
  Spanned<std::string> table;
  Spanned<std::string> row_name;  ///< how expressions in `body` call the row
  std::vector<Block> body;
};

struct Block {
  using Kind = std::variant<Heading, Text, List, Quote, Note, ChartBlock, Row, Image, Table, Contents, Listing, Box,
                            PageBreak, Space, Repeat>;
  Kind kind;
  Spanned<std::string> style;       ///< a style of the layout; empty = the default of the kind
  Spanned<std::string> id;          ///< target of #links
  std::optional<LanguageTag> lang;  ///< of everything in the block; empty = that of its parent
  bool keep_with_next = false;
  std::optional<Expression> when;  ///< the data stage drops the block where this is false
  std::vector<Expression> claims;  ///< what must be true
  Span span;
};

/// Style values as written, each optional. The `styles` of reports and of layouts have the same keys.
struct StyleValues {
  std::optional<Spanned<std::string>> base;  ///< the style that this one starts from
  std::optional<Spanned<std::string>> font;
  std::optional<Spanned<int>> weight;  ///< 100..900, or by name in YAML
  std::optional<Measure> size, leading, indent, space_before, space_after, tracking;
  std::optional<Measure> padding_top, padding_right, padding_bottom, padding_left;
  std::optional<Spanned<std::string>> color, background, rule_color, stroke_color;
  std::optional<Spanned<std::string>> rule;  ///< the edge of the rule: left, right, top, bottom or none
  std::optional<Measure> rule_width, rule_length, stroke_width;
  std::optional<Spanned<std::string>> align;  ///< start, end, left, right, center, justify
  std::optional<Spanned<std::string>> line_break;
  std::optional<Spanned<std::string>> numerals;  ///< default, tabular, proportional
  std::optional<bool> capitals, balance, hang_punctuation, keep_with_next, keep_together, grid, hyphenate;
  std::optional<double> han_latin_space, opacity;
  std::optional<int> columns;
  std::optional<Measure> column_gap;
  std::optional<Spanned<std::string>> emphasis_style;  ///< "dots" or "italic"
  Span span;
};

struct PageOverride {
  Spanned<std::string> size;  ///< A4, A5, 16K …; width and height override it
  std::optional<Measure> width, height, margin, margin_top, margin_bottom, margin_inner, margin_outer, bleed;
  Span span;
};

/// The title in another language.
struct Title {
  LanguageTag lang;
  PrintableText text;
};
using Titles = std::vector<Title>;  ///< in the order in which they are written

/// A run of pages under one master.
struct Section {
  Spanned<std::string> id;      ///< target of links and references
  Spanned<std::string> master;  ///< empty = the layout's default
  Spanned<std::string> opener;  ///< master of the opening page made from title, second title, number; empty = none
  PrintableText title, number, kicker;
  Titles titles;
  bool in_contents = false;
  bool numbered = true;  ///< false: pages carry no folio and are not counted
  std::optional<int> first_folio;
  WritingMode writing = WritingMode::horizontal;
  std::optional<LanguageTag> lang;  ///< of its body; empty = the report's
  std::vector<Expression> claims;
  std::vector<Block> body;
  std::map<std::string, PrintableText> fields;  ///< texts for page masters: {field.name}
  Span span;
};

/// A value that the caller may set: `--set city=上海`.
struct Parameter {
  std::optional<table::Type> type;  ///< empty = that of its default
  Spanned<std::string> default_value;
  std::optional<std::string> set;  ///< by the caller, in place of the default
};

struct Document {
  PrintableText title, subtitle, short_title, subject;
  Titles titles;
  Spanned<std::string> author, publisher, date;
  std::vector<Spanned<std::string>> keywords;
  std::map<std::string, Spanned<std::string>> abbreviations;  ///< the expansion of each
  LanguageTag lang;
  LineBreakLevel line_break = LineBreakLevel::gb;
  Numbering numbering;
  std::optional<Provenance> provenance;  ///< of charts and tables without one
  Spanned<std::string> layout;
  PageOverride page;
  std::map<std::string, StyleValues> styles;
  std::map<std::string, PrintableText> fields;
  std::map<std::string, DataSource> data;
  std::map<std::string, Parameter> params;
  std::vector<Expression> claims;
  bool numbers_bound = false;     ///< `numbers: bound`: a number in prose that is bound to nothing is a warning
  bool attach_data = false;       ///< the tables are embedded in the PDF
  std::vector<Section> sections;  ///< a report with `body` instead has one without a title
  std::string folder;             ///< the project's folder; files outside are not read
};

/// The title in `language`; null if there is none.
const Title* title_in(const Titles& titles, Language language);
/// The title that is printed next to the one in `main`: the first in any other language. Null if there is none.
const Title* second_title(const Titles& titles, Language main);

}  // namespace banxin::model
