#include "data/bind.hpp"

#include <utility>

#include "data/chart_data.hpp"
#include "data/data_file.hpp"
#include "data/evaluation.hpp"
#include "data/format/format.hpp"
#include "data/load_tables.hpp"
#include "data/named_table.hpp"
#include "data/parameters.hpp"
#include "data/plot_data.hpp"
#include "data/table_rows.hpp"
#include "data/text_binder.hpp"

namespace banxin::data {

namespace {

class Binder {
 public:
  Binder(const model::Document& document, Evaluation& evaluation, source::SourceFiles& files, Diagnostics& diagnostics)
      : document_(document), evaluation_(evaluation), files_(files), diagnostics_(diagnostics) {}

  void blocks(std::vector<model::Block>& blocks, Language language) {
    std::vector<model::Block> kept;
    kept.reserve(blocks.size());
    for (model::Block& block : blocks) {
      if (block.when && !evaluation_.condition(*block.when)) continue;
      const Language own = block.lang ? block.lang->language : language;
      for (const model::Expression& claim : block.claims) evaluation_.claim(claim);
      if (auto* repeat = std::get_if<model::Repeat>(&block.kind)) {
        this->repeat(*repeat, own, kept);
      } else {
        std::visit([&](auto& kind) { bind(kind, own); }, block.kind);
        kept.push_back(std::move(block));
      }
    }
    blocks = std::move(kept);
  }

 private:
  void repeat(const model::Repeat& repeat, Language language, std::vector<model::Block>& out) {
    const table::Table* table = named_table(evaluation_.tables(), repeat.table, diagnostics_);
    if (table == nullptr) return;
    for (std::size_t row = 0; row < table->rows(); ++row) {
      evaluation_.variables.push_back(
          {repeat.row_name.value.empty() ? "row" : repeat.row_name.value, {}, {}, {}, table, row});
      std::vector<model::Block> copy = repeat.body;
      blocks(copy, language);
      out.insert(out.end(), std::make_move_iterator(copy.begin()), std::make_move_iterator(copy.end()));
      evaluation_.variables.pop_back();
    }
  }

  template <class... Texts>
  void prose(Language language, Texts&... texts) {
    TextBinder binder(evaluation_, language);
    (binder.bind_prose(texts), ...);
  }

  template <class... Texts>
  void texts(Language language, Texts&... texts) {
    TextBinder binder(evaluation_, language);
    (binder.bind(texts), ...);
  }

  void bind(model::Heading& heading, Language language) { prose(language, heading.text); }
  void bind(model::Text& text, Language language) { prose(language, text.text); }
  void bind(model::Quote& quote, Language language) { prose(language, quote.text, quote.attribution); }
  void bind(model::Note& note, Language language) { prose(language, note.text); }
  void bind(model::Image& image, Language language) {
    texts(language, image.alternative);
    prose(language, image.caption);
  }
  void bind(model::List& list, Language language) {
    for (std::vector<model::Block>& item : list.items) blocks(item, language);
  }
  void bind(model::Row& row, Language language) { blocks(row.cells, language); }
  void bind(model::Box& box, Language language) { blocks(box.body, language); }
  void bind(model::Table& table, Language language) {
    join_data_file(table, document_, files_, diagnostics_);
    join_table(table, evaluation_, language, diagnostics_);
    prose(language, table.caption);
    for (model::InlineText& cell : table.header) texts(language, cell);
    for (auto& row : table.header_rows) {
      for (model::HeaderCell& cell : row) texts(language, cell.text);
    }
    for (model::InlineText& cell : table.footer) texts(language, cell);
    for (auto& row : table.rows) {
      for (model::InlineText& cell : row) texts(language, cell);
    }
  }
  void bind(model::ChartBlock& block, Language language) {
    model::Chart& chart = block.chart;
    join(chart);
    join_data_file(chart, document_, files_, diagnostics_);
    prose(language, chart.title, chart.note);
    texts(language, chart.alternative);
    for (model::Series& series : chart.series) {
      texts(language, series.name);
      for (model::Datum& datum : series.data) texts(language, datum.label);
    }
    for (model::PrintableText& label : chart.highlight) texts(language, label);
    for (model::Event& event : chart.events) texts(language, event.at, event.label);
    for (model::Annotation& note : chart.annotations) texts(language, note.label);
    note_numbers(chart);
  }
  void join(model::Chart& chart) {
    std::shared_ptr<const table::Table> own;
    const table::Table* table = nullptr;
    if (chart.table) table = named_table(evaluation_.tables(), *chart.table, diagnostics_);
    if (chart.source) {
      own = load_table("data", *chart.source, document_, files_, diagnostics_);
      table = own.get();
    }
    if (chart.has_marks()) {
      join_plot(chart, table, diagnostics_);
    } else if (table != nullptr) {
      join_table(chart, *table, diagnostics_);
    }
  }
  /// The numbers that the chart prints.
  void note_numbers(const model::Chart& chart) {
    const auto table = chart.table ? evaluation_.tables().find(chart.table->value) : evaluation_.tables().end();
    for (const model::Series& series : chart.series) {
      for (const model::Datum& datum : series.data) {
        BoundNumber& number = evaluation_.numbers.emplace_back();
        number.use = BoundNumber::Use::chart;
        number.span = datum.value.span;
        const double value = datum.value.value;
        number.text = datum.display.empty()
                          ? print(value, {expression::ValueType::Kind::number, {}}, {}, Language::zh_hans) + chart.unit
                          : datum.display;
        number.expression =
            series.name.value.empty() ? datum.label.value : series.name.value + ", " + datum.label.value;
        if (chart.table) number.expression = chart.table->value + "[" + datum.label.value + "]";
        number.provenance = datum.provenance;
        if (table != evaluation_.tables().end()) number.source = table->second->origin.source;
      }
    }
  }

  void bind(model::Contents&, Language) {}
  void bind(model::Listing&, Language) {}
  void bind(model::PageBreak&, Language) {}
  void bind(model::Space&, Language) {}
  void bind(model::Repeat&, Language) {}

  const model::Document& document_;
  Evaluation& evaluation_;
  source::SourceFiles& files_;
  Diagnostics& diagnostics_;
};

void bind_fields(std::map<std::string, model::PrintableText>& fields, TextBinder& texts) {
  for (auto& [name, text] : fields) texts.bind(text);
}

}  // namespace

BoundDocument bind(model::Document document, source::SourceFiles& files, Diagnostics& diagnostics,
                   bool report_reconstructed) {
  BoundDocument result{std::move(document), {}, {}};
  model::Document& bound = result.document;
  const std::vector<expression::Variable> parameters = parameters_of(bound, diagnostics);
  result.tables = load_tables(bound, parameters, files, diagnostics);
  Evaluation evaluation(result.tables, files, diagnostics);
  evaluation.variables = parameters;
  const Language language = bound.lang.language;
  TextBinder texts(evaluation, language);
  for (model::PrintableText* text : {&bound.title, &bound.subtitle, &bound.short_title, &bound.subject})
    texts.bind(*text);
  for (model::Title& title : bound.titles) TextBinder(evaluation, title.lang.language).bind(title.text);
  bind_fields(bound.fields, texts);
  for (const model::Expression& claim : bound.claims) evaluation.claim(claim);
  Binder binder(bound, evaluation, files, diagnostics);
  for (model::Section& section : bound.sections) {
    const Language own = section.lang ? section.lang->language : language;
    TextBinder section_texts(evaluation, own);
    for (model::PrintableText* text : {&section.title, &section.number, &section.kicker}) section_texts.bind(*text);
    for (model::Title& title : section.titles) TextBinder(evaluation, title.lang.language).bind(title.text);
    bind_fields(section.fields, section_texts);
    for (const model::Expression& claim : section.claims) evaluation.claim(claim);
    binder.blocks(section.body, own);
  }
  result.numbers = std::move(evaluation.numbers);
  for (const BoundNumber& number : result.numbers) {
    if (number.use == BoundNumber::Use::unbound && bound.numbers_bound) {
      diagnostics.report(MessageId::number_unbound, number.span, {number.text},
                         "print it with {{ … }}, or check it with [" + number.text + "]{= … }");
    }
    if (number.provenance == Provenance::reconstructed && report_reconstructed) {
      diagnostics.report(MessageId::number_reconstructed, number.span, {number.text});
    }
  }
  return result;
}

}  // namespace banxin::data
