#include "model/read_document.hpp"

#include "model/block_table.hpp"
#include "model/chart_table.hpp"
#include "model/data_source_table.hpp"
#include "model/numbering_table.hpp"
#include "model/style_table.hpp"
#include "model/value_types.hpp"

namespace banxin::model {

namespace {

Type<std::map<std::string, PrintableText>> fields() { return map_of<PrintableText>(printable()); }

const Object<Section>& section_table() {
  using S = Section;
  static const Object<S> table =
      Object<S>("section", "a section", "A run of pages under one master; in its own file, or in the report.")
          .key("master", &S::master, text("the name of a page master"),
               "Page master of its pages; by default that of the layout.")
          .key("opener", &S::opener, text("the name of a page master"),
               "Page master of an opening page with title, second title and number.")
          .key("id", &S::id, text(), "Name for links and references to it.")
          .key("title", &S::title, title_text(), "Title of the section.")
          .key("titles", &S::titles, titles(),
               "The title in other languages, by language tag. Page masters and the contents list print the first.")
          .key(
              "english", printable(),
              [](S& s, PrintableText title, Span) {
                s.titles.push_back({LanguageTag(Language::en), std::move(title)});
              },
              "Short for `titles: { en: … }`.")
          .key("number", &S::number, printable(), "Number of the section, as printed.")
          .key("kicker", &S::kicker, printable(), "A small line above the title.")
          .key("contents", &S::in_contents, boolean(), "Whether the contents list has the section.",
               by_default("false"))
          .key("numbered", &S::numbered, boolean(), "Whether its pages are counted and carry numbers.",
               by_default("true"))
          .key("folio", &S::first_folio, integer(0, 99'999), "Number of its first page; by default the next one.")
          .key("writing", &S::writing,
               choice<WritingMode>({{"horizontal", WritingMode::horizontal, "lines from left to right"},
                                    {"vertical", WritingMode::vertical, "lines from top to bottom"}}),
               "Direction of its lines.", by_default("horizontal"))
          .key("lang", &S::lang, language(), "Language of its blocks, if not the report's.")
          .key("fields", &S::fields, fields(), "Texts for page masters, which print them as {field.name}.")
          .key("claims", &S::claims, list<Expression>(expression()), "What must be true of the data; see data.md.")
          .key("body", &S::body, blocks(), "Its blocks.")
          .check([](Reader& reader, source::YamlNode node, S&) {
            const source::YamlNode english = node.find("english");
            if (english && node.find("titles"))
              reader.report(MessageId::keys_exclude, english.span(), {"a section", "titles", "english"});
          });
  return table;
}

const Object<Parameter>& parameter_table() {
  static const Object<Parameter> keys =
      Object<Parameter>("parameter", "a parameter", "A value that the caller may set.")
          .key("type", &Parameter::type, column_type(), "The type of its values; that of the default if not given.")
          .key("default", &Parameter::default_value, text(), "Its value where the caller sets none.", required());
  return keys;
}

/// `{ type: text, default: 北京 }`, or only the default.
Type<Parameter> parameter() {
  return either(object(parameter_table),
                through<Parameter>(text(), [](Reader&, source::YamlNode node, std::string&& value, Parameter& out) {
                  out.default_value = {std::move(value), node.span()};
                  return true;
                }));
}

/// Reads a section's file; its path is relative to the report's folder.
bool read_section_file(Reader& reader, const Spanned<std::string>& name, Section& out) {
  source::SourceFiles& files = reader.files();
  Diagnostics& diagnostics = reader.diagnostics();
  const auto path = files.locate(reader.folder(), name, diagnostics);
  if (!path) return false;
  const auto file = files.open(*path, name.span, diagnostics);
  if (!file) return false;
  const auto tree = source::YamlTree::read(files, *file, diagnostics);
  return tree && section_table().read(reader, tree->root(), name.value, out);
}

Type<Section> section() {
  Type<Section> from_file =
      through<Section>(text("the name of a section's file"),
                       [](Reader& reader, source::YamlNode node, std::string&& name, Section& out) {
                         return read_section_file(reader, {std::move(name), node.span()}, out);
                       });
  return either(std::move(from_file), object(section_table));
}

struct ReportDraft {
  Document document;
  std::optional<std::vector<Section>> sections;
  std::optional<Section> body;
};

template <class M, class V>
void add(Object<ReportDraft>& table, std::string name, M Document::*member, Type<V> type, std::string doc,
         KeyOptions options = {}) {
  table.key(
      std::move(name), std::move(type),
      [member](ReportDraft& draft, V value, Span span) {
        detail::assign(draft.document.*member, std::move(value), span);
      },
      std::move(doc), std::move(options));
}

const Object<ReportDraft>& report_table() {
  static const Object<ReportDraft> table = [] {
    using D = Document;
    Object<ReportDraft> t("report", "a report", "A report: its title and metadata, its layout, and its content.");
    add(t, "title", &D::title, title_text(), "Title.", required());
    add(t, "subtitle", &D::subtitle, printable(), "Subtitle.");
    add(t, "titles", &D::titles, titles(), "The title in other languages, by language tag.");
    add(t, "short_title", &D::short_title, printable(), "Short title, for running heads.");
    add(t, "author", &D::author, text(), "Author.");
    add(t, "publisher", &D::publisher, text(), "Publisher.");
    add(t, "date", &D::date, date(), "Date of publication.");
    add(t, "subject", &D::subject, printable(), "The subject, in one sentence.");
    add(t, "keywords", &D::keywords, list<Spanned<std::string>>(text()), "Keywords.");
    add(t, "abbreviations", &D::abbreviations, map_of<Spanned<std::string>>(text("the expansion")),
        "Abbreviations with their expansions, which screen readers read at the first use of each.");
    add(t, "lang", &D::lang, language(), "Language; selects faces and rules.", by_default("zh-Hans"));
    add(t, "line_break", &D::line_break, line_break_level(), "Strictness of line breaking.", by_default("gb"));
    add(t, "numbering", &D::numbering, object(numbering_table),
        "Numbers of figures, tables and headings, for references such as {@sales}; by default those of the layout.");
    add(t, "provenance", &D::provenance, provenance(),
        "Provenance of charts and tables without their own. By default nothing is claimed.");
    add(t, "layout", &D::layout, text("the name of a layout"), "The layout.", by_default("plain"));
    add(t, "page", &D::page, object(page_table), "Size and margins, where they differ from the layout's.");
    add(t, "styles", &D::styles, map_of<StyleValues>(object(style_table)),
        "Styles that differ from the layout's, and new ones.");
    add(t, "fields", &D::fields, fields(), "Texts for page masters, which print them as {field.name}.");
    add(t, "data", &D::data, map_of<DataSource>(data_source()), "Tables by name; expressions and charts use them.");
    add(t, "params", &D::params, map_of<Parameter>(parameter()),
        "Values that `--set name=value` or the row of a batch may set; expressions use them by name.");
    add(t, "claims", &D::claims, list<Expression>(expression()), "What must be true of the data.");
    add(t, "numbers", &D::numbers_bound,
        choice<bool>({{"free", false, "a number in prose may be bound to nothing"},
                      {"bound", true, "a number in prose that is bound to nothing is a warning"}}),
        "Whether numbers in prose must come from the data.", by_default("free"));
    add(t, "attach_data", &D::attach_data, boolean(), "Whether the PDF holds each table as a CSV file.",
        by_default("false"));
    t.key(
         "body", blocks(),
         [](ReportDraft& draft, std::vector<Block> body, Span at) {
           draft.body.emplace();
           draft.body->body = std::move(body);
           draft.body->span = at;
         },
         "The blocks of a report without sections.")
        .key("sections", &ReportDraft::sections, list<Section>(section()),
             "The sections in order, each the name of a file or a mapping.")
        .check([](Reader& reader, source::YamlNode node, ReportDraft&) {
          const source::YamlNode body = node.find("body"), sections = node.find("sections");
          if (body && sections)
            reader.report(MessageId::keys_exclude, sections.span(), {"a report", "body", "sections"});
          if (body || sections) return;
          Span first = node.span();
          bool found = false;
          node.each_entry([&](source::YamlNode key, source::YamlNode) {
            if (!found) first = key.span();
            found = true;
          });
          reader.report(MessageId::body_missing, first, {}, "add `body:` with a list of blocks");
        });
    return t;
  }();
  return table;
}

}  // namespace

std::optional<Document> read_document(source::SourceFiles& files, const std::string& path, Diagnostics& diagnostics) {
  const bool folder_given = files.system().is_folder(path);
  const std::string report = folder_given ? source::joined(path, "report.yaml") : path;
  const std::string folder = folder_given ? path : source::folder_of(path);
  files.allow(folder);
  const auto file = files.open(report, {}, diagnostics);
  if (!file) return std::nullopt;
  const auto tree = source::YamlTree::read(files, *file, diagnostics);
  if (!tree) return std::nullopt;
  const source::YamlNode root = tree->root();
  if (root.kind() == source::NodeKind::null) {
    diagnostics.report(MessageId::content_empty, root.span());
    return std::nullopt;
  }
  Reader reader(files, diagnostics, folder);
  ReportDraft draft;
  report_table().read(reader, root, files.file(*file).path(), draft);
  if (!root.is_mapping()) return std::nullopt;
  Document& document = draft.document;
  document.folder = folder;
  if (document.layout.value.empty()) document.layout.value = "plain";
  if (draft.sections) {
    document.sections = std::move(*draft.sections);
  } else if (draft.body) {
    document.sections.push_back(std::move(*draft.body));
  }
  return std::move(document);
}

std::string json_schema() { return json_schema_of(report_table().shape(), "report.schema.json", "A report"); }
std::string section_json_schema() {
  return json_schema_of(section_table().shape(), "section.schema.json", "A section of a report");
}
std::string format_reference() { return reference_of(report_table().shape()); }

}  // namespace banxin::model
