// References to other blocks, numbers of captions, and lists of figures and tables.
#include "layout/builder.hpp"
#include "layout/contents_element.hpp"

namespace banxin::layout {

using graphics::NodeId;
using semantics::Role;

namespace {

constexpr const char* unknown_page = "00";  ///< before the first round; as wide as most page numbers

}  // namespace

Language Builder::language_at(const Place& place) const {
  return place.language.value_or(setting_.styled.document.lang.language);
}

model::InlineText Builder::numbered(const model::Block& block, model::InlineText caption, const Place& place) const {
  const NumberedTarget* target = numbering_.of(block);
  if (!target || target->number.empty()) return caption;
  const Language language = language_at(place);
  model::InlineRun number;
  number.text = caption.empty() ? numbering_.label(*target, language) : numbering_.prefix(*target, language);
  const Span span = caption.empty() ? block.span : caption.span;
  number.source = SourceMap(span);
  caption.span = span;
  caption.runs.insert(caption.runs.begin(), std::move(number));
  return caption;
}

std::pair<std::string, std::uint32_t> Builder::refer(const model::Reference& reference, bool linked,
                                                     const Place& place) {
  using Part = model::Reference::Part;
  const NumberedTarget* target = numbering_.find(reference.id);
  if (!target) {
    std::vector<std::string_view> names;
    for (const std::string& known : numbering_.ids()) names.push_back(known);
    diagnostics_.report(MessageId::anchor_unknown, reference.span, {reference.id}, did_you_mean(reference.id, names));
    return {reference.id, 0};
  }
  const Language language = language_at(place);
  const std::string label = numbering_.label(*target, language);
  std::string text;
  if (reference.part == Part::page) {
    auto [before, after] = numbering_.page_words(language);
    text = before + unknown_page + after;
    page_references_.push_back({{reference.id, reference.span}, std::move(before), std::move(after)});
  } else {
    const bool number_first = reference.part == Part::number;
    text = number_first && !label.empty() ? label : target->title;
    if (text.empty()) text = label;
    if (text.empty()) {
      diagnostics_.report(MessageId::reference_unnumbered, reference.span, {reference.id},
                          "set `numbering` in the report, or give it a caption");
    }
  }
  if (!linked) return {text, 0};
  const std::string described =
      target->title.empty() || label.empty() ? label + target->title : label + " " + target->title;
  return {text, link_to("#" + reference.id, described.empty() ? text : described, reference.span)};
}

/// The runs of the page references from `first` on, which were made for this paragraph in order.
void Builder::find_page_references(ParagraphElement& paragraph, std::size_t first) {
  const auto& runs = paragraph.runs();
  std::size_t run = 0;
  for (std::size_t i = first; i < page_references_.size(); ++i) {
    PageReference& one = page_references_[i];
    if (one.paragraph) continue;  // of a note called in this paragraph
    const std::string text = one.before + unknown_page + one.after;
    while (run < runs.size() && (runs[run].text != text || runs[run].source.at(0, 0).begin != one.id.span.begin)) ++run;
    if (run == runs.size()) return;
    one.paragraph = &paragraph;
    one.run = run++;
  }
}

bool Builder::set_pages(const PageNumbers& pages, bool report) {
  bool changed = false;
  for (const PageReference& one : page_references_) {
    if (!one.anchor || !one.paragraph) continue;
    const std::string& page = pages[*one.anchor];
    if (page.empty() && report) {
      diagnostics_.report(MessageId::reference_page_unnumbered, one.id.span, {one.id.value},
                          "refer to its title instead, or number the pages of its section");
    }
    std::string text = one.before + (page.empty() ? std::string(unknown_page) : page) + one.after;
    if (one.paragraph->runs()[one.run].text == text) continue;
    one.paragraph->set_text(one.run, std::move(text));
    changed = true;
  }
  return changed;
}

Builder::ElementPtr Builder::build_listing(const model::Block& block, const model::Listing& listing,
                                           const Place& place) {
  const NodeId node = target_.tree.add(place.parent, Role::contents, block.span);
  const bool figures = listing.of == model::Listing::Of::figures;
  std::vector<ContentsEntry> entries;
  for (const model::Block* one : numbering_.all(figures ? NumberedTarget::Kind::figure : NumberedTarget::Kind::table)) {
    const NumberedTarget& target = *numbering_.of(*one);
    const NodeId item = target_.tree.add(node, Role::contents_item, block.span);
    const NodeId link = target_.tree.add(target_.tree.add(item, Role::reference), Role::link, block.span);
    ContentsEntry entry;
    const Language language = language_at(place);
    entry.title =
        target.title.empty() ? numbering_.label(target, language) : numbering_.prefix(target, language) + target.title;
    entry.anchor = listed_anchor(*one);
    entry.level = 2;
    entry.content = target_.tree.add(link, Role::content);
    entry.span = block.span;
    target_.references.links.push_back({entry.anchor, entry.title});
    entry.link = static_cast<std::uint32_t>(target_.references.links.size());
    target_.tree[link].link = entry.link;
    entries.push_back(std::move(entry));
  }
  return std::make_unique<ContentsElement>(std::move(entries), setting_, place.axes, 2);
}

std::uint32_t Builder::listed_anchor(const model::Block& block) {
  const auto [found, is_new] = listed_anchors_.try_emplace(&block, 0);
  if (is_new) found->second = new_anchor();
  return found->second;
}

}  // namespace banxin::layout
