#include "layout/builder.hpp"

#include <algorithm>
#include <atomic>
#include <cctype>
#include <thread>

#include "layout/box_element.hpp"
#include "layout/chart_element.hpp"
#include "layout/fixed_elements.hpp"
#include "layout/row_element.hpp"
#include "layout/runs.hpp"

namespace banxin::layout {

using graphics::artifact;
using graphics::NodeId;
using semantics::Role;

namespace {

/// A heading with its number before it: 第一章　概况, 1.1 Overview.
model::InlineText heading_text(const std::string& number, model::InlineText heading, Language language) {
  if (number.empty()) return heading;
  model::InlineRun run;
  const bool wide = language != Language::en && language != Language::ko;
  run.text = number + (wide ? "　" : " ");
  run.source = SourceMap(heading.span);
  heading.runs.insert(heading.runs.begin(), std::move(run));
  return heading;
}

}  // namespace

Builder::Builder(const Setting& setting, Target& target, Diagnostics& diagnostics)
    : setting_(setting), target_(target), diagnostics_(diagnostics), numbering_(setting.styled) {}

const style::BlockStyle& Builder::style_of(const model::Block& block, std::string_view usual) {
  return block.style.value.empty() ? setting_.styles().get(usual) : setting_.styles().get(block.style, diagnostics_);
}

std::uint32_t Builder::new_anchor() {
  target_.references.anchors.emplace_back();
  return static_cast<std::uint32_t>(target_.references.anchors.size() - 1);
}

void Builder::name_anchor(const Spanned<std::string>& id, std::uint32_t anchor) {
  if (!id.value.empty() && !ids_.emplace(id.value, anchor).second) {
    diagnostics_.report(MessageId::anchor_twice, id.span, {id.value});
  }
}

void Builder::collect_sections(const model::Document& document) {
  share_scales(document);
  for (const model::Section& section : document.sections) {
    SectionMark mark;
    mark.section = &section;
    mark.anchor = new_anchor();
    name_anchor(section.id, mark.anchor);
    collect_headings(section.body, section.in_contents ? 1 : 0, mark);
    sections_.push_back(std::move(mark));
  }
}

void Builder::collect_headings(const std::vector<model::Block>& blocks, int base_level, SectionMark& mark) {
  const Language language = mark.section->lang ? mark.section->lang->language : setting_.styled.document.lang.language;
  for (const model::Block& block : blocks) {
    if (const auto* heading = std::get_if<model::Heading>(&block.kind)) {
      const NumberedTarget* target = numbering_.of(block);
      const std::string number = target ? numbering_.prefix(*target, block.lang ? block.lang->language : language) : "";
      const std::uint32_t anchor = new_anchor();
      heading_anchors_.emplace(&block, anchor);
      mark.headlines.push_back({heading_text(number, heading->text, language).plain(), anchor,
                                base_level + heading->level, block.span, heading->in_contents});
    }
    if (const auto* box = std::get_if<model::Box>(&block.kind)) collect_headings(box->body, base_level, mark);
    if (const auto* row = std::get_if<model::Row>(&block.kind)) collect_headings(row->cells, base_level, mark);
    if (const auto* list = std::get_if<model::List>(&block.kind)) {
      for (const auto& item : list->items) collect_headings(item, base_level, mark);
    }
  }
}

std::uint32_t Builder::link_to(const std::string& target, const std::string& description, Span span) {
  auto& links = target_.references.links;
  links.push_back({target, description});
  const auto index = static_cast<std::uint32_t>(links.size() - 1);
  if (target.starts_with('#')) pending_links_.push_back({index, {target.substr(1), span}});
  return index + 1;
}

void Builder::resolve_links() {
  for (const auto& [link, id] : pending_links_) {
    if (auto found = ids_.find(id.value); found != ids_.end()) {
      target_.references.links[link].target = found->second;
    } else {
      std::vector<std::string_view> names;
      for (const auto& [known, unused] : ids_) names.push_back(known);
      diagnostics_.report(MessageId::anchor_unknown, id.span, {id.value}, did_you_mean(id.value, names));
    }
  }
  pending_links_.clear();
  for (PageReference& one : page_references_) {
    if (const auto found = ids_.find(one.id.value); found != ids_.end()) one.anchor = found->second;
  }
}

void Builder::prepare(unsigned threads) {
  std::atomic<std::size_t> next{0};
  auto work = [&] {
    for (std::size_t i = next++; i < jobs_.size(); i = next++) {
      jobs_[i].paragraph->prepare(setting_.fonts, jobs_[i].measure);
    }
  };
  std::vector<std::jthread> helpers;
  if (jobs_.size() > 16) {
    for (unsigned i = 1; i < threads; ++i) helpers.emplace_back(work);
  }
  work();
  helpers.clear();
  jobs_.clear();
}

Elements Builder::build(const std::vector<model::Block>& blocks, const Place& place) {
  Elements elements;
  for (const model::Block& block : blocks) build_into(block, place, elements);
  return elements;
}

void Builder::build_into(const model::Block& block, const Place& place, Elements& elements) {
  if (!block.lang) return add_block(block, place, elements);
  Place there = place;
  there.language = block.lang->language;
  const std::size_t first = target_.tree[place.parent].children.size();
  add_block(block, there, elements);
  const std::vector<NodeId> made = target_.tree[place.parent].children;
  for (std::size_t i = first; i < made.size(); ++i) target_.tree[made[i]].language = block.lang->text;
}

void Builder::add_block(const model::Block& block, const Place& place, Elements& elements) {
  if (const auto* list = std::get_if<model::List>(&block.kind)) {
    build_list(*list, block, place, elements);
    return;
  }
  ElementPtr element = build_block(block, place);
  if (!element) return;
  element->span = block.span;
  element->keep_with_next |= block.keep_with_next;
  const bool names_itself =
      std::holds_alternative<model::Heading>(block.kind) || std::holds_alternative<model::Text>(block.kind) ||
      std::holds_alternative<model::ChartBlock>(block.kind) || std::holds_alternative<model::Table>(block.kind);
  if (!names_itself) name_element(block.id, *element);
  elements.push_back(std::move(element));
}

void Builder::name_element(const Spanned<std::string>& id, Element& element) {
  if (id.value.empty()) return;
  if (!element.link_target) element.link_target = new_anchor();
  name_anchor(id, *element.link_target);
}

Builder::ElementPtr Builder::build_block(const model::Block& block, const Place& place) {
  struct Visitor {
    Builder& builder;
    const model::Block& block;
    const Place& place;
    ElementPtr operator()(const model::Heading& kind) { return builder.build_heading(block, kind, place); }
    ElementPtr operator()(const model::Text& kind) { return builder.build_text(block, kind, place); }
    ElementPtr operator()(const model::Quote& kind) { return builder.build_quote(block, kind, place); }
    ElementPtr operator()(const model::Note& kind) { return builder.build_note(block, kind, place); }
    ElementPtr operator()(const model::ChartBlock& kind) { return builder.build_chart(block, kind, place); }
    ElementPtr operator()(const model::Row& kind) { return builder.build_row(block, kind, place); }
    ElementPtr operator()(const model::Box& kind) { return builder.build_box(block, kind, place); }
    ElementPtr operator()(const model::Table& kind) { return builder.build_table(block, kind, place); }
    ElementPtr operator()(const model::Image& kind) { return builder.build_image(block, kind, place); }
    ElementPtr operator()(const model::Listing& kind) { return builder.build_listing(block, kind, place); }
    ElementPtr operator()(const model::Contents& kind) { return builder.build_contents(block, kind, place); }
    ElementPtr operator()(const model::PageBreak& kind) {
      if (place.in_row) {
        builder.diagnostics_.report(MessageId::page_break_passed_over, block.span, {"a row"},
                                    "put it before or after the row");
        return nullptr;
      }
      return std::make_unique<PageBreakElement>(kind.master.value);
    }
    ElementPtr operator()(const model::Repeat&) { return nullptr; }  // the data stage has put its blocks in place
    ElementPtr operator()(const model::Space& kind) {
      const auto& body = builder.setting_.styles().get("body");
      return std::make_unique<SpaceElement>(kind.amount.resolve(body.text.size, body.paragraph.leading));
    }
    ElementPtr operator()(const model::List&) { return nullptr; }  // builds several elements: see `add_block`
  };
  return std::visit(Visitor{*this, block, place}, block.kind);
}

const style::BlockStyle& Builder::in_language(const style::BlockStyle& style, const Place& place) {
  if (!place.language || *place.language == style.paragraph.language) return style;
  const auto [found, is_new] = foreign_.try_emplace({&style, *place.language}, style);
  if (is_new) {
    found->second.text.font.language = found->second.paragraph.language = *place.language;
    found->second.italic_emphasis = *place.language == Language::en;
  }
  return found->second;
}

RunSinks::Abbreviation Builder::expand(std::string_view text) {
  const auto letter = [&](std::size_t at) {
    return at < text.size() && (std::isalnum(static_cast<unsigned char>(text[at])) != 0);
  };
  RunSinks::Abbreviation first;
  std::string_view word;
  for (const auto& [name, expansion] : setting_.styled.document.abbreviations) {
    if (name.empty() || expanded_.contains(name)) continue;
    for (std::size_t at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
      const std::size_t end = at + name.size();
      // Not within a word: GPT in ChatGPT, AI in AIGC.
      if ((letter(at) && at > 0 && letter(at - 1)) || (letter(end - 1) && letter(end))) continue;
      if (word.empty() || at < first.begin) {
        first = {at, end, expansion.value};
        word = name;
      }
      break;
    }
  }
  if (!word.empty()) expanded_.emplace(word);
  return first;
}

std::unique_ptr<ParagraphElement> Builder::paragraph(const model::InlineText& text, const style::BlockStyle& usual,
                                                     NodeId node, const Place& place) {
  const style::BlockStyle& style = in_language(usual, place);
  std::vector<std::pair<std::uint32_t, ElementPtr>> notes;
  RunSinks sinks{target_.tree,
                 [this](const std::string& target, const std::string& description, Span span) {
                   return link_to(target, description, span);
                 },
                 [&](const model::InlineText& note, std::uint32_t offset, NodeId parent) {
                   const std::string mark = std::to_string(++notes_called_);
                   const auto& note_style = setting_.styles().get("footnote");
                   const NodeId note_node =
                       parent == artifact ? artifact : target_.tree.add(place.parent, Role::note, note.span);
                   model::InlineText marked = note;
                   model::InlineRun number;
                   number.text = mark + " ";
                   number.source = SourceMap(note.span);
                   marked.runs.insert(marked.runs.begin(), number);
                   Place foot = place;
                   foot.measure = place.note_measure;
                   notes.emplace_back(offset, paragraph(marked, note_style, note_node, foot));
                   return mark;
                 },
                 [&](const model::Reference& reference, bool linked) { return refer(reference, linked, place); },
                 [this](std::string_view words) { return expand(words); }};
  const std::size_t references = page_references_.size();
  auto element = std::make_unique<ParagraphElement>(make_runs(text, style, node, setting_, sinks), style, place.axes,
                                                    setting_.grid());
  find_page_references(*element, references);
  for (auto& [offset, note] : notes) element->call_note(offset, std::move(note));
  if (setting_.explain) element->explain();
  jobs_.push_back({element.get(), place.measure});
  return element;
}

std::unique_ptr<ParagraphElement> Builder::plain_paragraph(std::string text, const style::BlockStyle& usual,
                                                           NodeId content, const Place& place, Span span) {
  const style::BlockStyle& style = in_language(usual, place);
  text::Run run;
  run.text = std::move(text);
  run.source = SourceMap(span);
  run.style = style.text;
  run.node = content;
  std::vector<text::Run> runs;
  runs.push_back(std::move(run));
  auto element = std::make_unique<ParagraphElement>(std::move(runs), style, place.axes, setting_.grid());
  if (setting_.explain) element->explain();
  jobs_.push_back({element.get(), place.measure});
  return element;
}

Builder::Place Builder::inside(const style::BlockStyle& style, const Flow::Columns& columns, Place place) const {
  place.measure = BoxElement::inner_measure(style, columns, place.measure);
  return place;
}

Builder::ElementPtr Builder::decorated(std::unique_ptr<ParagraphElement> paragraph, const style::BlockStyle& style,
                                       const Place& place) {
  if (!style.decorated()) return paragraph;
  paragraph->space_before = paragraph->space_after = Length{};
  Elements children;
  children.push_back(std::move(paragraph));
  return std::make_unique<BoxElement>(std::move(children), style, Flow::Columns{}, place.axes, setting_.grid());
}

Builder::ElementPtr Builder::build_heading(const model::Block& block, const model::Heading& heading,
                                           const Place& place) {
  const auto& style = style_of(block, "heading-" + std::to_string(heading.level));
  const int level = std::min(place.base_level + heading.level, 6);
  const NodeId node = target_.tree.add(place.parent, Role::heading, block.span);
  target_.tree[node].level = level;
  const NumberedTarget* target = numbering_.of(block);
  const Language language = language_at(place);
  const model::InlineText text =
      heading_text(target ? numbering_.prefix(*target, language) : std::string{}, heading.text, language);
  target_.tree[node].title = text.plain();
  auto element = paragraph(text, style, node, inside(style, {}, place));
  const auto collected = heading_anchors_.find(&block);
  const std::uint32_t anchor = collected != heading_anchors_.end() ? collected->second : new_anchor();
  name_anchor(block.id, anchor);
  element->set_anchor(anchor);
  target_.references.outline.push_back({target_.tree[node].title, level, anchor});
  headings_built_.insert(anchor);
  return decorated(std::move(element), style, place);
}

Builder::ElementPtr Builder::build_text(const model::Block& block, const model::Text& text, const Place& place) {
  const auto& style = style_of(block, place.text_style);
  const NodeId node = target_.tree.add(place.parent, Role::paragraph, block.span);
  auto element = paragraph(text.text, style, node, inside(style, {}, place));
  if (!block.id.value.empty()) {
    const std::uint32_t anchor = new_anchor();
    name_anchor(block.id, anchor);
    element->set_anchor(anchor);
  }
  return decorated(std::move(element), style, place);
}

Builder::ElementPtr Builder::build_quote(const model::Block& block, const model::Quote& quote, const Place& place) {
  const auto& style = style_of(block, quote.repeats_text ? "pull-quote" : "quote");
  // Screen readers skip a quotation that repeats a sentence of the text.
  const NodeId node = quote.repeats_text ? artifact : target_.tree.add(place.parent, Role::block_quote, block.span);
  auto part = [&](const model::InlineText& text, const style::BlockStyle& part_style) {
    const NodeId part_node = node == artifact ? artifact : target_.tree.add(node, Role::paragraph, text.span);
    return paragraph(text, part_style, part_node, inside(style, {}, place));
  };
  auto words = part(quote.text, style);
  if (quote.attribution.empty()) return decorated(std::move(words), style, place);
  Elements children;
  words->space_before = words->space_after = Length{};
  children.push_back(std::move(words));
  children.push_back(part(quote.attribution, setting_.styles().get("attribution")));
  return std::make_unique<BoxElement>(std::move(children), style, Flow::Columns{}, place.axes, setting_.grid());
}

Builder::ElementPtr Builder::build_note(const model::Block& block, const model::Note& note, const Place& place) {
  const auto& style = style_of(block, "note");
  const NodeId node = target_.tree.add(place.parent, note.at_foot ? Role::note : Role::paragraph, block.span);
  Place where = place;
  if (note.at_foot) where.measure = place.note_measure;
  auto element = decorated(paragraph(note.text, style, node, inside(style, {}, where)), style, where);
  if (!note.at_foot) return element;
  element->note_key = note.text.plain();
  return std::make_unique<FootNoteElement>(std::move(element));
}

Builder::ElementPtr Builder::build_row(const model::Block& block, const model::Row& row, const Place& place) {
  const auto& style = style_of(block, "row");
  std::vector<double> shares = row.shares;
  shares.resize(row.cells.size(), 1.0);
  const auto measures = RowElement::measures(shares, style.column_gap, place.measure);
  std::vector<std::unique_ptr<Flow>> cells;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    Place cell = place;
    cell.measure = measures[i];
    cell.in_row = true;
    Elements content;
    build_into(row.cells[i], cell, content);
    cells.push_back(std::make_unique<Flow>(std::move(content), place.axes, setting_.grid()));
  }
  return std::make_unique<RowElement>(std::move(cells), std::move(shares), style, place.axes, setting_.grid());
}

Builder::ElementPtr Builder::build_box(const model::Block& block, const model::Box& box, const Place& place) {
  const auto& style = style_of(block, "box");
  const Flow::Columns columns{std::max(box.columns, style.columns), style.column_gap, box.balance};
  Elements children = build(box.body, inside(style, columns, place));
  return std::make_unique<BoxElement>(std::move(children), style, columns, place.axes, setting_.grid());
}

}  // namespace banxin::layout
