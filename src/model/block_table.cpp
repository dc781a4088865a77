#include "model/block_table.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "model/chart_table.hpp"
#include "model/value_types.hpp"

namespace banxin::model {

namespace {

/// The block's kind as a K. Keys come in any order, so the first one creates it.
template <class K>
K& as(BlockDraft& draft) {
  if (!std::holds_alternative<K>(draft.block.kind)) draft.block.kind = K{};
  return std::get<K>(draft.block.kind);
}

/// A setter of a member of the block's kind.
template <class K, class M>
auto to(M K::*member) {
  return [member](BlockDraft& draft, auto value, Span span) {
    detail::assign(as<K>(draft).*member, std::move(value), span);
  };
}

using Table = Object<BlockDraft>;

/// The options that every block has.
Table common(Table&& table) {
  return std::move(table)
      .key(
          "style", text("the name of a style"),
          [](BlockDraft& d, std::string v, Span at) {
            d.block.style = {std::move(v), at};
          },
          "A style of the layout or the report, instead of the default of this kind of block.")
      .key(
          "id", text(),
          [](BlockDraft& d, std::string v, Span at) {
            d.block.id = {std::move(v), at};
          },
          "Name for links to it.")
      .key(
          "lang", language(), [](BlockDraft& d, LanguageTag v, Span) { d.block.lang = std::move(v); },
          "Language of the block and everything in it: selects faces, line breaking, hyphenation and the screen "
          "reader's "
          "voice.")
      .key(
          "when", expression(), [](BlockDraft& d, Expression v, Span) { d.block.when = std::move(v); },
          "An expression over the data: the block is left out where it is false.")
      .key(
          "claims", list<Expression>(expression()),
          [](BlockDraft& d, std::vector<Expression> v, Span) { d.block.claims = std::move(v); },
          "What must be true of the data.")
      .key(
          "keep_with_next", boolean(), [](BlockDraft& d, bool v, Span) { d.block.keep_with_next = v; },
          "Keeps the block on one page with the next.", by_default("false"));
}

std::vector<Block> text_blocks(std::vector<InlineText>&& paragraphs, bool literal) {
  std::vector<Block> result;
  for (InlineText& paragraph : paragraphs) {
    Block& block = result.emplace_back();
    block.span = paragraph.span;
    block.kind = Text{std::move(paragraph), literal};
  }
  return result;
}

/// An item of a list: text, or blocks.
Type<std::vector<Block>> item() {
  return either(blocks(),
                through<std::vector<Block>>(paragraphs(), [](Reader&, source::YamlNode, std::vector<InlineText>&& read,
                                                             std::vector<Block>& out) {
                  out = text_blocks(std::move(read), false);
                  return true;
                }));
}

const Object<TableColumn>& table_column_table() {
  static const Object<TableColumn> table =
      Object<TableColumn>("table_column", "a column of a table", "A column of the data table.")
          .key("field", &TableColumn::field, text("the name of a column"), "Its name.", required())
          .key("title", &TableColumn::title, cell(), "Its header, instead of the name and the unit.")
          .key(
              "format", expression(), [](TableColumn& c, Expression v, Span) { c.format = std::move(v); },
              "How its values print: a format of printed values, such as `number(0)`.");
  return table;
}

Type<TableColumn> table_column() {
  return either(object(table_column_table),
                through<TableColumn>(text("the name of a column"),
                                     [](Reader&, source::YamlNode node, std::string&& name, TableColumn& out) {
                                       out.field = {std::move(name), node.span()};
                                       return true;
                                     }));
}

const Object<HeaderCell>& header_cell_table() {
  static const Object<HeaderCell> table =
      Object<HeaderCell>("header_cell", "a header cell", "A cell of a header, with the columns and rows it covers.")
          .key("text", &HeaderCell::text, cell(), "Its text.", required())
          .key("span", &HeaderCell::span, integer(1, 100), "How many columns it covers.", by_default("1"))
          .key("rows", &HeaderCell::rows, integer(1, 100), "How many rows it covers.", by_default("1"));
  return table;
}

Type<HeaderCell> header_cell() {
  Type<HeaderCell> type =
      either(object(header_cell_table),
             through<HeaderCell>(cell(), [](Reader&, source::YamlNode, InlineText&& read, HeaderCell& out) {
               out.text = std::move(read);
               return true;
             }));
  type.accepts_empty = true;
  return type;
}

using HeaderRows = std::vector<std::vector<HeaderCell>>;

/// One row of cells, or a list of rows.
Type<HeaderRows> header_rows() {
  Type<HeaderRows> several = list<std::vector<HeaderCell>>(list<HeaderCell>(header_cell()));
  several.fits = [](source::YamlNode node) {
    bool rows = node.is_sequence() && node.size() > 0;
    if (rows) node.each_item([&](source::YamlNode item) { rows = rows && item.is_sequence(); });
    return rows;
  };
  return either(std::move(several),
                through<HeaderRows>(list<HeaderCell>(header_cell()),
                                    [](Reader&, source::YamlNode, std::vector<HeaderCell>&& row, HeaderRows& out) {
                                      out.push_back(std::move(row));
                                      return true;
                                    }));
}

/// A header of one row without spans is kept as texts.
void set_header(model::Table& table, HeaderRows rows) {
  const bool plain = rows.size() == 1 &&
                     std::ranges::all_of(rows[0], [](const HeaderCell& one) { return one.span == 1 && one.rows == 1; });
  if (!plain) {
    table.header_rows = std::move(rows);
    return;
  }
  for (HeaderCell& one : rows[0]) table.header.push_back(std::move(one.text));
}

/// A table has exactly one source of rows.
void check_sources(Reader& reader, source::YamlNode node) {
  std::string_view first;
  for (const std::string_view key : {"rows", "data", "data_file"}) {
    const source::YamlNode given = node.find(key);
    if (!given) continue;
    if (!first.empty()) reader.report(MessageId::keys_exclude, given.span(), {"a table", first, key});
    first = key;
  }
  if (first.empty()) reader.missing_key(node, "a table", "rows");
}

struct TableDraft {
  model::Table table;
  Span span;
};

const Object<TableDraft>& table_table() {
  using T = model::Table;
  static const auto to_table = [](auto member) {
    return [member](TableDraft& d, auto value, Span span) { detail::assign(d.table.*member, std::move(value), span); };
  };
  static const Object<TableDraft> table =
      Object<TableDraft>("table", "a table", "Rows and columns.")
          .key("id", text(), to_table(&T::id), "Name for links and references to it.")
          .key(
              "header", header_rows(),
              [](TableDraft& d, HeaderRows rows, Span) { set_header(d.table, std::move(rows)); },
              "Cells of the header, or several rows of cells. A cell is text, or `{ text: 出口, span: 2 }`; `span` "
              "counts "
              "columns, `rows` rows.")
          .key("footer", list<InlineText>(cell()), to_table(&T::footer), "Cells of the last row: totals.")
          .key("rows", list<std::vector<InlineText>>(list<InlineText>(cell())), to_table(&T::rows),
               "The rows, each a list of cells.")
          .key("row_headers", boolean(), to_table(&T::row_headers), "The first cell of each row is its heading.",
               by_default("false"))
          .key("align", list<std::string>(word({"start", "end", "left", "right", "center", "decimal"})),
               to_table(&T::align), "How each column is aligned.")
          .key("caption", prose(), to_table(&T::caption), "Title of the table.")
          .key("data_file", text("the name of a CSV file"), to_table(&T::data_file),
               "Data file instead of `header` and `rows`.")
          .key("data", text("the name of a table"), to_table(&T::data),
               "A table of the report's `data`, instead of `rows`.")
          .key("columns", list<TableColumn>(table_column()), to_table(&T::columns),
               "The columns of `data` to print, in this order. Default: all.")
          .check([](Reader& reader, source::YamlNode node, TableDraft& draft) {
            const source::YamlNode rows = node.find("rows");
            check_sources(reader, node);
            std::size_t width = draft.table.header.size();
            if (rows && rows.is_sequence() && width == 0 && !draft.table.rows.empty())
              width = draft.table.rows[0].size();
            if (const source::YamlNode align = node.find("align"); align && width > 0 && align.size() != width) {
              reader.report(MessageId::align_length, align.span(),
                            {counted(align.size(), "value", "values"), counted(width, "column", "columns")});
            }
            const source::YamlNode footer = node.find("footer");
            if (footer && width > 0 && draft.table.footer.size() != width) {
              reader.report(MessageId::row_length, footer.span(),
                            {counted(draft.table.footer.size(), "cell", "cells"), fmt::format("{}", width)});
            }
            if (!rows || !rows.is_sequence()) return;
            rows.each_item([&](source::YamlNode row) {
              if (!row.is_sequence()) return;
              if (width == 0) width = row.size();
              if (row.size() != width) {
                reader.report(MessageId::row_length, row.span(),
                              {counted(row.size(), "cell", "cells"), fmt::format("{}", width)});
              }
            });
          });
  return table;
}

const Object<Contents>& contents_table() {
  static const Object<Contents> table =
      Object<Contents>("contents", "a contents list", "The list of sections and headings with their pages.")
          .key("depth", &Contents::depth, integer(1, 6),
               "How many levels of sections and headings it lists. Headings with `contents: true` are listed at every "
               "level.",
               by_default("1"));
  return table;
}

/// `contents: {}`, `contents: { depth: 2 }`, `contents: true`, or nothing after the colon.
Type<Contents> contents() {
  Type<Contents> whole = object(contents_table);
  whole.accepts_empty = true;
  whole.read = [read = std::move(whole.read)](Reader& reader, source::YamlNode node, std::string_view name,
                                              Contents& out) {
    const bool bare = node.kind() == source::NodeKind::null || (node.is_scalar() && node.text() == "true");
    return bare || read(reader, node, name, out);
  };
  return whole;
}

Table heading_kind() {
  return common(Table("heading", "a heading", "A heading.")
                    .key("heading", prose(), to(&Heading::text), "The text of the heading.", required())
                    .key("level", integer(1, 6), to(&Heading::level), "1 is the highest.", by_default("1"))
                    .key("contents", boolean(), to(&Heading::in_contents), "Whether the contents list names it.",
                         by_default("false"))
                    .key("numbered", boolean(), to(&Heading::numbered), "Whether it has a number, if headings have.",
                         by_default("true")));
}

Table text_kind(bool literal) {
  return common(Table(literal ? "literal" : "text", literal ? "a literal block" : "a text block",
                      literal ? "A paragraph without marks: every character is text."
                              : "One or more paragraphs, separated by empty lines.")
                    .key(
                        literal ? "literal" : "text", literal ? literal_paragraphs() : paragraphs(),
                        [literal](BlockDraft& d, std::vector<InlineText> read, Span) {
                          as<Text>(d).literal = d.literal = literal;
                          d.paragraphs = std::move(read);
                        },
                        "The text.", required()));
}

Table list_kind() {
  using Marker = List::Marker;
  return common(Table("list", "a list", "A list of items.")
                    .key("list", list<std::vector<Block>>(item()), to(&List::items),
                         "The items, each text or a list of blocks.", required())
                    .key("marker",
                         choice<Marker>({{"bullet", Marker::bullet, "•"},
                                         {"decimal", Marker::decimal, "1."},
                                         {"han", Marker::han, "一、"},
                                         {"han-parenthesized", Marker::han_parenthesized, "（一）"},
                                         {"circled", Marker::circled, "①"}}),
                         to(&List::marker), "The label of each item.", by_default("bullet")));
}

Table quote_kind() {
  return common(Table("quote", "a quotation", "A quotation.")
                    .key("quote", prose(), to(&Quote::text), "The quoted text.", required())
                    .key("attribution", prose(), to(&Quote::attribution), "Who is quoted.")
                    .key("repeats_text", boolean(), to(&Quote::repeats_text),
                         "It repeats a sentence of the text, so screen readers skip it.", by_default("false")));
}

Table note_kind() {
  return common(
      Table("note", "a note", "A note to the content of the page.")
          .key("note", prose(), to(&Note::text), "The text of the note.", required())
          .key("place",
               choice<bool>({{"foot", true, "at the foot of the text area"}, {"here", false, "where it is written"}}),
               to(&Note::at_foot), "Where it is printed.", by_default("foot")));
}

Table chart_kind() {
  return common(
      Table("chart_block", "a chart", "A chart.")
          .key(
              "chart", object(chart_table),
              [](BlockDraft& d, ChartDraft draft, Span) { d.block.kind = ChartBlock{std::move(draft.chart)}; },
              "The chart.", required()));
}

Table row_kind() {
  return common(Table("row", "a row", "Blocks side by side.")
                    .key("row", blocks(), to(&Row::cells), "The blocks, from left to right.", required())
                    .key("shares", list<double>(number(0.001, 1000)), to(&Row::shares),
                         "Their shares of the width; equal if omitted.")
                    .check([](Reader& reader, source::YamlNode node, BlockDraft&) {
                      const source::YamlNode cells = node.find("row"), shares = node.find("shares");
                      if (!shares || !shares.is_sequence() || !cells.is_sequence() || shares.size() == cells.size())
                        return;
                      reader.report(
                          MessageId::shares_count, shares.span(),
                          {counted(shares.size(), "share", "shares"), counted(cells.size(), "block", "blocks")});
                    }));
}

Table image_kind() {
  return common(Table("image", "an image", "An image from a file.")
                    .key("image", text("the name of an image file"), to(&Image::path),
                         "The file, relative to the report's folder.", required())
                    .key("alt", printable(), to(&Image::alternative),
                         "What the image shows, for readers who cannot see it; `\"\"` if it is decoration.")
                    .key("caption", prose(), to(&Image::caption), "Text under the image.")
                    .key("width", measure(), to(&Image::width),
                         "Width, at most that of the text; by default that of the file's density, or 96 pixels per "
                         "inch if it has none.")
                    .check([](Reader& reader, source::YamlNode, BlockDraft& d) {
                      const Spanned<std::string>& path = as<Image>(d).path;
                      if (path.span.known()) (void)reader.files().locate(reader.folder(), path, reader.diagnostics());
                    }));
}

Table table_kind() {
  return common(Table("table_block", "a table", "A table.")
                    .key(
                        "table", object(table_table),
                        [](BlockDraft& d, TableDraft draft, Span) { d.block.kind = std::move(draft.table); },
                        "The table.", required()));
}

Table contents_kind() {
  return common(Table("contents_block", "a contents list", "The list of contents.")
                    .key(
                        "contents", contents(), [](BlockDraft& d, Contents v, Span) { d.block.kind = v; },
                        "Its options; `{}` for the default.", required()));
}

const Object<Listing>& list_options_table() {
  static const Object<Listing> table("list_options", "a list",
                                     "The options of a list of figures or tables; there are none yet.");
  return table;
}

/// `figures: {}`, `figures: true`, or nothing after the colon.
Type<Listing> listing() {
  Type<Listing> whole = object(list_options_table);
  whole.accepts_empty = true;
  whole.read = [read = std::move(whole.read)](Reader& reader, source::YamlNode node, std::string_view name,
                                              Listing& out) {
    const bool bare = node.kind() == source::NodeKind::null || (node.is_scalar() && node.text() == "true");
    return bare || read(reader, node, name, out);
  };
  return whole;
}

Table listing_kind(const char* key, const char* phrase, Listing::Of of) {
  return common(
      Table(std::string(key) + "_block", phrase, "The numbered ones with their pages, each a link.")
          .key(
              key, listing(), [of](BlockDraft& d, Listing, Span) { d.block.kind = Listing{of}; }, "`{}`.", required()));
}

Table box_kind() {
  return common(
      Table("box", "a box", "Blocks in a frame; its `style` gives background, padding and rule.")
          .key("box", blocks(), to(&Box::body), "The blocks inside.", required())
          .key("columns", integer(1, 12), to(&Box::columns), "Number of columns.", by_default("1"))
          .key("balance", boolean(), to(&Box::balance), "Makes the columns equally long.", by_default("true")));
}

Table page_kind() {
  return common(Table("page_break", "a page break", "Ends the page.")
                    .key("page", text("the name of a page master, or empty text"), to(&PageBreak::master),
                         "The next page's master; empty text keeps the current one.", required()));
}

Table space_kind() {
  return common(Table("space", "a space", "Vertical space.")
                    .key("space", unsigned_measure(), to(&Space::amount), "How much.", required()));
}

Table repeat_kind() {
  return common(
      Table("repeat", "a repetition", "Blocks once for each row of a table.")
          .key("repeat", text("the name of a table"), to(&Repeat::table), "The table.", required())
          .key("as", text("a name"), to(&Repeat::row_name), "The name of the row in expressions.", by_default("row"))
          .key("body", blocks(), to(&Repeat::body), "The blocks.", required()));
}

std::vector<Block> expanded(std::vector<BlockDraft>&& drafts) {
  std::vector<Block> result;
  result.reserve(drafts.size());
  for (BlockDraft& draft : drafts) {
    draft.block.span = draft.span;
    if (!std::holds_alternative<Text>(draft.block.kind)) {
      result.push_back(std::move(draft.block));
      continue;
    }
    bool first = true;
    for (InlineText& paragraph : draft.paragraphs) {
      Block block = draft.block;
      if (!first) block.id = {};  // a link leads to the first paragraph
      first = false;
      block.span = paragraph.span;
      std::get<Text>(block.kind).text = std::move(paragraph);
      result.push_back(std::move(block));
    }
  }
  return result;
}

}  // namespace

const Variants<BlockDraft>& block_table() {
  static const Variants<BlockDraft> table =
      Variants<BlockDraft>("block", "a block", "A piece of a body.")
          .kind(heading_kind())
          .kind(text_kind(false))
          .kind(text_kind(true))
          .kind(list_kind())
          .kind(quote_kind())
          .kind(note_kind())
          .kind(chart_kind())
          .kind(row_kind())
          .kind(image_kind())
          .kind(table_kind())
          .kind(contents_kind())
          .kind(listing_kind("figures", "a list of figures", Listing::Of::figures))
          .kind(listing_kind("tables", "a list of tables", Listing::Of::tables))
          .kind(box_kind())
          .kind(page_kind())
          .kind(space_kind())
          .kind(repeat_kind());
  return table;
}

Type<std::vector<Block>> blocks() {
  Type<std::vector<BlockDraft>> drafts = list<BlockDraft>(variants(block_table));
  auto fits = drafts.fits;
  return {drafts.shape,
          [read = std::move(drafts.read)](Reader& reader, source::YamlNode node, std::string_view name,
                                          std::vector<Block>& out) {
            std::vector<BlockDraft> value;
            const bool good = read(reader, node, name, value);
            out = expanded(std::move(value));
            return good;
          },
          std::move(fits), false, true};
}

}  // namespace banxin::model
