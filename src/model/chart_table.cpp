#include "model/chart_table.hpp"

#include <utility>

#include "model/data_source_table.hpp"
#include "model/value_types.hpp"

namespace banxin::model {

namespace {

/// Every kind that the chart registry has; a new one adds its name here.
const std::vector<std::string> chart_kinds = {"line",    "columns", "bars",      "ranking", "doughnut",
                                              "facing",  "share",   "landscape", "growth",  "stacked",
                                              "grouped", "area",    "scatter"};

/// Designs that mean a mark and how it is stacked.
struct Design {
  std::string_view kind, mark, stack;
};
constexpr Design designs[] = {
    {"stacked", "bar", "zero"}, {"grouped", "bar", "none"}, {"area", "area", "zero"}, {"scatter", "point", "none"}};

const Object<Datum>& datum_table() {
  static const Object<Datum> table =
      Object<Datum>("datum", "a datum", "One number of a chart.")
          .key("label", &Datum::label, printable(), "What the number belongs to.", required())
          .key("value", &Datum::value, number(), "The number.", required())
          .key("provenance", &Datum::provenance, provenance(),
               "Where the number comes from; otherwise the chart's `provenance`.")
          .key("note", &Datum::note, text(), "A small line at the label.")
          .key("display", &Datum::display, text(), "Printed instead of the formatted number.");
  return table;
}

/// `{ label: 纯互联网, value: 28.4 }`, or `纯互联网: 28.4` for short.
Type<Datum> datum() {
  Type<Datum> whole = object(datum_table);
  whole.fits = [](source::YamlNode node) {
    if (!node.is_mapping() || node.size() != 1) return true;
    bool named = false;
    node.each_entry([&](source::YamlNode key, source::YamlNode) {
      named = datum_table().shape().find(key.text()) != ObjectShape::none;
    });
    return named;
  };
  const Type<double> value = number();
  auto shape = std::make_shared<Shape>();
  shape->kind = Shape::Kind::map;
  shape->parts = {value.shape};
  Type<Datum> brief{shape, [value](Reader& reader, source::YamlNode node, std::string_view, Datum& out) {
                      bool good = false;
                      node.each_entry([&](source::YamlNode key, source::YamlNode entry) {
                        good = detail::has_value(reader, key, entry, false) &&
                               value.read(reader, entry, key.text(), out.value.value);
                        out.label = {std::string(key.text()), key.span()};
                        out.value.span = entry.span();
                      });
                      return good;
                    }};
  return through<Datum>(either(std::move(whole), std::move(brief)),
                        [](Reader&, source::YamlNode node, Datum&& value_read, Datum& out) {
                          out = std::move(value_read);
                          out.span = node.span();
                          return true;
                        });
}

const Object<ScaleSpec>& scale_table() {
  static const Object<ScaleSpec> table =
      Object<ScaleSpec>("channel_scale", "a scale", "How values of a channel become lengths.")
          .key("type", &ScaleSpec::type, word({"linear", "log", "sqrt", "symlog"}), "Its kind.", by_default("linear"))
          .key("domain", &ScaleSpec::domain, list<double>(number()), "Its limits, two numbers.")
          .key("zero", &ScaleSpec::zero, boolean(), "Whether it starts at zero; bars always do.");
  return table;
}

const Object<AxisSpec>& axis_table() {
  static const Object<AxisSpec> table =
      Object<AxisSpec>("channel_axis", "an axis", "The axis of a channel.")
          .key("position", &AxisSpec::position, word({"left", "right"}), "Its side.", by_default("left"))
          .key("title", &AxisSpec::title, text(), "Its title, in place of the column's name.");
  return table;
}

const Object<ColumnRef>& column_ref_table() {
  static const Object<ColumnRef> table =
      Object<ColumnRef>("column_ref", "a column of a chart", "A column of the chart's table.")
          .key("field", &ColumnRef::field, text("the name of a column"), "Its name; only a count has none.")
          .key("title", &ColumnRef::title, text(), "What is printed in place of its name.")
          .key("type", &ColumnRef::type, word({"quantitative", "temporal", "ordinal", "nominal"}),
               "How its values are placed; otherwise by the column's type.")
          .key("aggregate", &ColumnRef::aggregate, word({"sum", "mean", "min", "max", "count"}),
               "One number of all rows with the same x and color.")
          .key("unit", &ColumnRef::unit, text(), "Unit of its numbers, in place of the column's.")
          .key("sort", &ColumnRef::sort, word({"ascending", "descending", "y", "-y"}),
               "The order of an x of words: by itself, or by the number.", by_default("as in the table"))
          .key("scale", &ColumnRef::scale, object(scale_table), "Its scale.")
          .key("axis", &ColumnRef::axis, object(axis_table), "Its axis.")
          .check([](Reader& reader, source::YamlNode node, ColumnRef& channel) {
            if (channel.field->empty() && *channel.aggregate != "count")
              reader.missing_key(node, "a column of a chart", "field");
          });
  return table;
}

Type<ColumnRef> column_ref() {
  return either(object(column_ref_table),
                through<ColumnRef>(text("the name of a column"),
                                   [](Reader&, source::YamlNode node, std::string&& name, ColumnRef& out) {
                                     out.field = {std::move(name), node.span()};
                                     return true;
                                   }));
}

/// A column, or a list of columns.
Type<std::vector<ColumnRef>> column_refs() {
  return either(list<ColumnRef>(column_ref()),
                through<std::vector<ColumnRef>>(
                    column_ref(), [](Reader&, source::YamlNode, ColumnRef&& one, std::vector<ColumnRef>& out) {
                      out.push_back(std::move(one));
                      return true;
                    }));
}

using Channel = std::vector<ColumnRef>;
using Marks = std::vector<std::string>;

const Marks& marks() {
  static const Marks names{"bar", "line", "area", "point"};
  return names;
}
Type<std::string> stack() { return word({"zero", "normalize", "center", "none"}); }

const Object<Layer>& layer_table() {
  static const Object<Layer> table =
      Object<Layer>("chart_layer", "a layer of a chart", "A mark over or under others.")
          .key("mark", &Layer::mark, word(marks()), "What is drawn for each row.", required())
          .key("x", &Layer::x, column_refs(), "The column of its positions; otherwise the chart's.")
          .key("y", &Layer::y, column_refs(), "The column of its numbers; otherwise the chart's.")
          .key("color", &Layer::color, column_refs(), "The column whose values name its series.")
          .key("x_offset", &Layer::x_offset, column_refs(), "The column whose values are side by side.")
          .key("stack", &Layer::stack, stack(), "How its series are stacked.");
  return table;
}

const Object<Annotation>& annotation_table() {
  static const Object<Annotation> table =
      Object<Annotation>("chart_annotation", "an annotation", "A marked value, range or moment.")
          .key("line", &Annotation::line, number(), "A value of y.")
          .key("band", &Annotation::band, list<std::string>(text()), "The first and the last x of a range.")
          .key("point", &Annotation::point, text(), "A value of x.")
          .key("label", &Annotation::label, printable(), "What is printed at the mark.");
  return table;
}

const Object<Chart>& resolve_table() {
  static const Object<Chart> table =
      Object<Chart>("chart_resolve", "`resolve`", "Which scales the layers share.")
          .key("y", &Chart::resolve_y, word({"shared", "independent"}), "The scale of y.", by_default("shared"));
  return table;
}

/// The data of a chart: its own, or those of a table.
struct ChartData {
  std::vector<Datum> own;
  std::optional<std::vector<DataRow>> rows;
  std::optional<Spanned<std::string>> table;
};

/// Whether a list holds rows with several columns rather than data with a label and a value.
bool holds_rows(source::YamlNode node) {
  bool first = true, rows = false;
  node.each_item([&](source::YamlNode item) {
    if (!std::exchange(first, false)) return;
    rows = item.is_sequence() || (item.is_mapping() && item.size() > 1 && !item.find("label") && !item.find("value"));
  });
  return rows;
}

/// A list of data, or a mapping from labels to numbers: `{ 甲: 5, 乙: 3 }`, in their order.
Type<std::vector<Datum>> data() {
  using Data = std::vector<Datum>;
  const Type<double> value = number();
  Type<Data> brief;
  brief.shape = detail::map_shape(value.shape);
  brief.fits = [](source::YamlNode node) { return node.is_mapping(); };
  brief.partial = true;
  brief.read = [value](Reader& reader, source::YamlNode node, std::string_view, Data& out) {
    bool good = true;
    node.each_entry([&](source::YamlNode key, source::YamlNode entry) {
      Datum datum;
      datum.label = {std::string(key.text()), key.span()};
      datum.value.span = entry.span();
      datum.span = key.span();
      const bool read =
          detail::has_value(reader, key, entry, false) && value.read(reader, entry, key.text(), datum.value.value);
      if (read) out.push_back(std::move(datum));
      good = good && read;
    });
    return good;
  };
  return either(std::move(brief), list<Datum>(datum()));
}

/// `data`, or the name of a table.
Type<ChartData> data_or_table() {
  Type<ChartData> own =
      through<ChartData>(data(), [](Reader&, source::YamlNode, std::vector<Datum>&& read, ChartData& out) {
        out.own = std::move(read);
        return true;
      });
  own.fits = [](source::YamlNode node) { return !node.is_scalar(); };
  Type<ChartData> rows = through<ChartData>(list<DataRow>(data_row()),
                                            [](Reader&, source::YamlNode, std::vector<DataRow>&& read, ChartData& out) {
                                              out.rows = std::move(read);
                                              return true;
                                            });
  rows.fits = [](source::YamlNode node) { return node.is_sequence() && holds_rows(node); };
  own = either(std::move(rows), std::move(own));
  own.fits = [](source::YamlNode node) { return !node.is_scalar(); };
  return either(std::move(own), through<ChartData>(text("the name of a table"), [](Reader&, source::YamlNode node,
                                                                                   std::string&& name, ChartData& out) {
                  out.table = Spanned<std::string>{std::move(name), node.span()};
                  return true;
                }));
}

const Object<Series>& series_table() {
  static const Object<Series> table = Object<Series>("series", "a series", "Numbers that belong together.")
                                          .key("name", &Series::name, printable(), "Its name.", required())
                                          .key("data", &Series::data, data(), "Its numbers.", required());
  return table;
}

const Object<Event>& event_table() {
  static const Object<Event> table =
      Object<Event>("event", "an event", "A marked datum, or a marked range of data.")
          .key("at", &Event::at, printable(), "Label of the datum; `甲..乙` for all from one to another.", required())
          .key("label", &Event::label, printable(), "What is printed at the mark.", required());
  return table;
}

const Object<LandscapeItem>& landscape_item_table() {
  static const Object<LandscapeItem> table =
      Object<LandscapeItem>("landscape_item", "an item of a group", "A name in the landscape.")
          .key("name", &LandscapeItem::name, text(), "The name.", required())
          .key("note", &LandscapeItem::note, text(), "A small line under it.");
  return table;
}

Type<LandscapeItem> landscape_item() {
  return either(through<LandscapeItem>(text(),
                                       [](Reader&, source::YamlNode node, std::string&& name, LandscapeItem& out) {
                                         out.name = {std::move(name), node.span()};
                                         return true;
                                       }),
                object(landscape_item_table));
}

const Object<LandscapeGroup>& group_table() {
  static const Object<LandscapeGroup> table =
      Object<LandscapeGroup>("group", "a group", "A field of the landscape with its names.")
          .key("name", &LandscapeGroup::name, text(), "Heading of the group.", required())
          .key("icon", &LandscapeGroup::icon, text("the name of an icon"), "Icon next to the heading.")
          .key("items", &LandscapeGroup::items, list<LandscapeItem>(landscape_item()), "The names.", required());
  return table;
}

using Names = std::vector<PrintableText>;

Type<Names> one_or_many() {
  return either(list<PrintableText>(printable()),
                through<Names>(printable(), [](Reader&, source::YamlNode, PrintableText&& v, Names& out) {
                  out.push_back(std::move(v));
                  return true;
                }));
}

/// Reports data from more than one place, and moves `data` into a series.
void finish(Reader& reader, source::YamlNode node, ChartDraft& draft) {
  Chart& chart = draft.chart;
  chart.span = draft.span;
  const std::string_view forms[] = {"data", "series", "data_file"};
  const bool given[] = {draft.data.has_value() || chart.table.has_value() || chart.source.has_value(),
                        !chart.series.empty(), chart.data_file.has_value()};
  std::string_view first;
  for (std::size_t i = 0; i < 3; ++i) {
    if (!given[i]) continue;
    if (!first.empty())
      reader.report(MessageId::keys_exclude, node.find(forms[i]).span(), {"a chart", first, forms[i]});
    first = forms[i];
  }
  for (const Design& design : designs) {
    if (*chart.kind != design.kind) continue;
    if (chart.mark.empty()) chart.mark = design.mark;
    if (chart.stack.empty()) chart.stack = design.stack;
  }
  if (chart.has_marks()) chart.kind = {"plot", chart.kind.span.known() ? chart.kind.span : chart.span};
  if (!node.find("kind") && !node.find("mark") && !node.find("layers")) reader.missing_key(node, "a chart", "kind");
  if (draft.data) chart.series.insert(chart.series.begin(), Series{{}, std::move(*draft.data)});
}

/// A key that sets a member of the draft's chart.
template <class M, class V>
void add(Object<ChartDraft>& table, std::string name, M Chart::*member, Type<V> type, std::string doc,
         KeyOptions options = {}) {
  table.key(
      std::move(name), std::move(type),
      [member](ChartDraft& draft, V value, Span span) { detail::assign(draft.chart.*member, std::move(value), span); },
      std::move(doc), std::move(options));
}

void add_channels(Object<ChartDraft>& t) {
  using C = Chart;
  add(t, "mark", &C::mark, word(marks()), "What is drawn for each row of the table.");
  add(t, "stack", &C::stack, stack(), "How series of bars and areas are stacked.", by_default("zero"));
  add(t, "x_offset", &C::x_offset, column_refs(), "A column whose values are side by side: grouped bars.");
  add(t, "row", &C::row, column_refs(), "A column whose values have a chart each, one below the other.");
  add(t, "column", &C::column, column_refs(), "A column whose values have a chart each, side by side.");
  add(t, "layers", &C::layers, list<Layer>(object(layer_table)), "Several marks over each other.");
  t.key(
      "resolve", object(resolve_table),
      [](ChartDraft& draft, Chart read, Span) { draft.chart.resolve_y = std::move(read.resolve_y); },
      "Which scales the layers share.");
  add(t, "annotations", &C::annotations, list<Annotation>(object(annotation_table)), "Marked values and ranges.");
}

}  // namespace

const Object<ChartDraft>& chart_table() {
  static const Object<ChartDraft> table = [] {
    using C = Chart;
    Object<ChartDraft> t("chart", "a chart", "A chart with its data.");
    add(t, "kind", &C::kind, word(chart_kinds), "What kind of chart; or `mark`, or `layers`.");
    add_channels(t);
    add(t, "id", &C::id, text(), "Name for links to it.");
    add(t, "title", &C::title, prose(), "Title above the chart.");
    add(t, "icon", &C::icon, text("the name of an icon"), "Icon before the title.");
    add(t, "unit", &C::unit, text(), "Unit of the numbers, printed next to the title.");
    add(t, "unit_on_values", &C::unit_on_values, boolean(), "Prints the unit with each number.", by_default("false"));
    add(t, "note", &C::note, prose(), "A note under the chart.");
    add(t, "alt", &C::alternative, printable(),
        "What the chart shows, in one sentence, for readers who cannot see it.");
    add(t, "highlight", &C::highlight, one_or_many(), "Labels of the data to highlight.");
    add(t, "sort", &C::sort, boolean(), "Puts the largest number first.", by_default("false"));
    add(t, "top", &C::top, integer(1, 1000), "Keeps this many data and adds up the rest as `other`.");
    add(t, "other", &C::other, text(), "Label of the rest after `top`.");
    add(t, "signed", &C::signed_values, boolean(), "Prints the plus sign.", by_default("false"));
    add(t, "decimals", &C::decimals, integer(0, 6), "Decimals of all numbers; by default as many as they need.");
    add(t, "minimum", &C::minimum, number(), "Start of the scale.");
    add(t, "maximum", &C::maximum, number(), "End of the scale.");
    add(t, "share_scale", &C::share_scale, text(), "Charts with the same word share one scale.");
    add(t, "provenance", &C::provenance, provenance(),
        "Where the numbers come from, unless a datum has its own; otherwise the report's `provenance`.");
    t.key(
        "data", data_or_table(),
        [](ChartDraft& draft, ChartData data, Span span) {
          draft.chart.table = std::move(data.table);
          const bool file = draft.chart.table && draft.chart.table->value.find('.') != std::string::npos;
          if (!draft.chart.table && !data.rows) draft.data = std::move(data.own);
          if (!data.rows && !file) return;
          DataSource& source = draft.chart.source.emplace();
          source.span = span;
          source.rows = std::move(data.rows);
          if (file) source.file = std::exchange(draft.chart.table, std::nullopt);
        },
        "The numbers of a chart with one series, rows with several columns, or the name of a table or of a data file.");
    add(t, "x", &C::x, column_refs(),
        "A column of the table with its labels or its numbers; several are several series.");
    add(t, "y", &C::y, column_refs(),
        "A column of the table with its numbers or its labels; several are several series.");
    add(t, "color", &C::color, column_refs(), "A column of the table whose values name the series.");
    add(t, "series", &C::series, list<Series>(object(series_table)), "Several series of numbers.");
    add(t, "data_file", &C::data_file, text("the name of a CSV file"),
        "Data file with the columns label and value and, optionally, provenance, note, display and series.");
    add(t, "events", &C::events, list<Event>(object(event_table)), "Marked data.");
    add(t, "groups", &C::groups, list<LandscapeGroup>(object(group_table)), "Groups of a landscape.");
    t.check(finish);
    return t;
  }();
  return table;
}

}  // namespace banxin::model
