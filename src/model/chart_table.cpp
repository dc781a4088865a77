#include "model/chart_table.hpp"

#include "model/value_types.hpp"

namespace banxin::model {

namespace {

/// Every kind that the chart registry has; a new one adds its name here.
const std::vector<std::string> chart_kinds = {"line",   "columns", "bars",      "ranking", "doughnut",
                                              "facing", "share",   "landscape", "growth"};

const std::vector<Word<Provenance>>& provenance_words() {
  static const std::vector<Word<Provenance>> words = {
      {"published", Provenance::published, "the source states this number"},
      {"derived", Provenance::derived, "follows from numbers that the source states"},
      {"reconstructed", Provenance::reconstructed, "made up so as to agree with what the source states"}};
  return words;
}

const Object<DatumDraft>& datum_table() {
  static const Object<DatumDraft> table =
      Object<DatumDraft>("datum", "a datum", "One number of a chart.")
          .key(
              "label", printable(), [](DatumDraft& d, PrintableText v, Span) { d.datum.label = std::move(v); },
              "What the number belongs to.", required())
          .key(
              "value", number(),
              [](DatumDraft& d, double v, Span at) {
                d.datum.value = {v, at};
              },
              "The number.", required())
          .key("provenance", &DatumDraft::provenance, choice<Provenance>(provenance_words()),
               "Where the number comes from; otherwise the chart's `provenance`.")
          .key(
              "note", text(), [](DatumDraft& d, std::string v, Span) { d.datum.note = std::move(v); },
              "A small line at the label.")
          .key(
              "display", text(), [](DatumDraft& d, std::string v, Span) { d.datum.display = std::move(v); },
              "How the number is printed, if not by the chart's format.");
  return table;
}

/// `{ label: 纯互联网, value: 28.4 }`, or `纯互联网: 28.4` for short.
Type<DatumDraft> datum() {
  Type<DatumDraft> whole = object(datum_table);
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
  Type<DatumDraft> brief{shape, [value](Reader& reader, source::YamlNode node, std::string_view, DatumDraft& out) {
                           bool good = false;
                           node.each_entry([&](source::YamlNode key, source::YamlNode entry) {
                             good = detail::has_value(reader, key, entry, false) &&
                                    value.read(reader, entry, key.text(), out.datum.value.value);
                             out.datum.label = {std::string(key.text()), key.span()};
                             out.datum.value.span = entry.span();
                           });
                           return good;
                         }};
  return through<DatumDraft>(either(std::move(whole), std::move(brief)),
                             [](Reader&, source::YamlNode node, DatumDraft&& value_read, DatumDraft& out) {
                               out = std::move(value_read);
                               out.datum.span = node.span();
                               return true;
                             });
}

/// A list of data, or a mapping from labels to numbers: `{ 甲: 5, 乙: 3 }`, in the order they are written.
Type<std::vector<DatumDraft>> data() {
  using Data = std::vector<DatumDraft>;
  const Type<double> value = number();
  Type<Data> brief;
  brief.shape = detail::map_shape(value.shape);
  brief.fits = [](source::YamlNode node) { return node.is_mapping(); };
  brief.partial = true;
  brief.read = [value](Reader& reader, source::YamlNode node, std::string_view, Data& out) {
    bool good = true;
    node.each_entry([&](source::YamlNode key, source::YamlNode entry) {
      DatumDraft draft;
      draft.datum.label = {std::string(key.text()), key.span()};
      draft.datum.value.span = entry.span();
      draft.datum.span = key.span();
      const bool read = detail::has_value(reader, key, entry, false) &&
                        value.read(reader, entry, key.text(), draft.datum.value.value);
      if (read) out.push_back(std::move(draft));
      good = good && read;
    });
    return good;
  };
  return either(std::move(brief), list<DatumDraft>(datum()));
}

const Object<SeriesDraft>& series_table() {
  static const Object<SeriesDraft> table = Object<SeriesDraft>("series", "a series", "Numbers that belong together.")
                                               .key("name", &SeriesDraft::name, printable(), "Its name.", required())
                                               .key("data", &SeriesDraft::data, data(), "Its numbers.", required());
  return table;
}

const Object<Event>& event_table() {
  static const Object<Event> table =
      Object<Event>("event", "an event", "A marked datum, or a stretch of them.")
          .key("at", &Event::at, text("the label of a datum"),
               "Label of the datum; `甲..乙` for all from one to another.", required())
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
          .key("icon", &LandscapeGroup::icon, text("the name of an icon"), "Icon beside the heading.")
          .key("items", &LandscapeGroup::items, list<LandscapeItem>(landscape_item()), "The names.", required());
  return table;
}

using Names = std::vector<Spanned<std::string>>;

Type<Names> one_or_many() {
  return either(list<Spanned<std::string>>(text()),
                through<Names>(text(), [](Reader&, source::YamlNode node, std::string&& v, Names& out) {
                  out.push_back({std::move(v), node.span()});
                  return true;
                }));
}

Series finished(SeriesDraft&& draft, Provenance otherwise) {
  Series series{std::move(draft.name), {}};
  for (DatumDraft& d : draft.data) {
    d.datum.provenance = d.provenance.value_or(otherwise);
    series.data.push_back(std::move(d.datum));
  }
  return series;
}

/// Gives the data their provenance, and sees that they come from one place only.
void finish(Reader& reader, source::YamlNode node, ChartDraft& draft) {
  Chart& chart = draft.chart;
  chart.span = draft.span;
  const std::string_view forms[] = {"data", "series", "data_file"};
  const bool given[] = {draft.data.has_value(), !draft.series.empty(), chart.data_file.has_value()};
  std::string_view first;
  for (std::size_t i = 0; i < 3; ++i) {
    if (!given[i]) continue;
    if (!first.empty())
      reader.report(MessageId::keys_exclude, node.find(forms[i]).span(), {"a chart", first, forms[i]});
    first = forms[i];
  }
  if (draft.data) chart.series.push_back(finished({{}, std::move(*draft.data)}, chart.provenance));
  for (SeriesDraft& series : draft.series) chart.series.push_back(finished(std::move(series), chart.provenance));
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

}  // namespace

std::optional<Provenance> provenance_from_word(std::string_view word) {
  for (const Word<Provenance>& known : provenance_words()) {
    if (known.name == word) return known.value;
  }
  return std::nullopt;
}

const Object<ChartDraft>& chart_table() {
  static const Object<ChartDraft> table = [] {
    using C = Chart;
    Object<ChartDraft> t("chart", "a chart", "A chart with its data.");
    add(t, "kind", &C::kind, word(chart_kinds), "What kind of chart.", required());
    add(t, "id", &C::id, text(), "Name for links to it.");
    add(t, "title", &C::title, prose(), "Title above the chart.");
    add(t, "icon", &C::icon, text("the name of an icon"), "Icon before the title.");
    add(t, "unit", &C::unit, text(), "Unit of the numbers, printed beside the title.");
    add(t, "unit_on_values", &C::unit_on_values, boolean(), "Prints the unit with each number.", by_default("false"));
    add(t, "note", &C::note, prose(), "A note under the chart.");
    add(t, "alt", &C::alternative, printable(), "What the chart shows, in one sentence, for those who cannot see it.");
    add(t, "highlight", &C::highlight, one_or_many(), "Labels of data to be stressed.");
    add(t, "sort", &C::sort, boolean(), "Puts the largest number first.", by_default("false"));
    add(t, "top", &C::top, integer(1, 1000), "Keeps so many of the first data and gathers the rest in `other`.");
    add(t, "other", &C::other, text(), "Label of the rest that `top` leaves.");
    add(t, "signed", &C::signed_values, boolean(), "Prints the plus sign.", by_default("false"));
    add(t, "decimals", &C::decimals, integer(0, 6), "Decimals of all numbers; as many as they need if not said.");
    add(t, "minimum", &C::minimum, number(), "Start of the scale.");
    add(t, "maximum", &C::maximum, number(), "End of the scale.");
    add(t, "share_scale", &C::share_scale, text(), "Charts with the same word here share one scale.");
    add(t, "provenance", &C::provenance, choice<Provenance>(provenance_words()),
        "Where the numbers come from that say nothing of their own.", by_default("reconstructed"));
    t.key("data", &ChartDraft::data, data(), "The numbers of a chart with one series.")
        .key("series", &ChartDraft::series, list<SeriesDraft>(object(series_table)), "Several series of numbers.");
    add(t, "data_file", &C::data_file, text("the name of a CSV file"),
        "Data file with the columns label, value and, if wanted, provenance, note, display and series.");
    add(t, "events", &C::events, list<Event>(object(event_table)), "Marked data.");
    add(t, "groups", &C::groups, list<LandscapeGroup>(object(group_table)), "Groups of a landscape.");
    t.check(finish);
    return t;
  }();
  return table;
}

}  // namespace banxin::model
