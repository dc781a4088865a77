// Builds lists and contents.

#include "layout/builder.hpp"
#include "layout/contents_element.hpp"
#include "layout/list_item_element.hpp"
#include "layout/numerals.hpp"

namespace banxin::layout {

using graphics::NodeId;
using semantics::Role;

void Builder::build_list(const model::List& list, const model::Block& block, const Place& place, Elements& out) {
  const auto& style = style_of(block, "list");
  const auto& label_style = setting_.styles().get("list-label");
  const NodeId list_node = target_.tree.add(place.parent, Role::list, block.span);
  target_.tree[list_node].numbering =
      list.marker == model::List::Marker::bullet ? semantics::ListNumbering::bullet : semantics::ListNumbering::number;
  // If a number is wider than the style's indent, all items are indented further, so that no number is broken.
  Length indent = style.padding.left;
  if (list.marker != model::List::Marker::bullet) {
    for (std::size_t i = 0; i < list.items.size(); ++i) {
      auto label = plain_paragraph(list_label(list.marker, static_cast<int>(i) + 1), label_style, graphics::artifact,
                                   place, block.span);
      label->prepare(setting_.fonts, {});
      jobs_.pop_back();
      const Length width = label->natural_width();
      if (width > indent) indent = width + label_style.text.size / 4;
    }
  }
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    const NodeId item_node = target_.tree.add(list_node, Role::list_item, block.span);
    const NodeId label_node = target_.tree.add(target_.tree.add(item_node, Role::list_label), Role::content);
    const NodeId body_node = target_.tree.add(item_node, Role::list_body);
    Place label_place = place;
    label_place.measure = indent;
    const std::string label = list_label(list.marker, static_cast<int>(i) + 1);
    auto number = plain_paragraph(label, label_style, label_node, label_place, block.span);
    Place body_place = place;
    body_place.parent = body_node;
    body_place.measure = place.measure - indent;
    body_place.text_style = "list-text";
    // The padding of the list is the indent, which contains the number.
    auto item = std::make_unique<ListItemElement>(std::move(number), build(list.items[i], body_place), indent,
                                                  place.axes, setting_.grid());
    if (i == 0) name_element(block.id, *item);
    item->span = block.span;
    if (i == 0) item->space_before = style.space_before;
    if (i + 1 == list.items.size()) item->space_after = style.space_after;
    out.push_back(std::move(item));
  }
}

Builder::ElementPtr Builder::build_contents(const model::Block& block, const model::Contents& contents,
                                            const Place& place) {
  const NodeId node = target_.tree.add(place.parent, Role::contents, block.span);
  std::vector<ContentsEntry> entries;
  auto add = [&](ContentsEntry entry) {
    const NodeId item = target_.tree.add(node, Role::contents_item, entry.span);
    const NodeId link = target_.tree.add(target_.tree.add(item, Role::reference), Role::link, entry.span);
    entry.content = target_.tree.add(link, Role::content);
    if (!entry.second_title.empty()) {
      const NodeId span = target_.tree.add(link, Role::span, entry.span);
      target_.tree[span].language = entry.second_tag;
      entry.second_content = target_.tree.add(span, Role::content);
    }
    target_.references.links.push_back({entry.anchor, entry.title});
    entry.link = static_cast<std::uint32_t>(target_.references.links.size());
    target_.tree[link].link = entry.link;
    entries.push_back(std::move(entry));
  };
  for (const SectionMark& mark : sections_) {
    const model::Section& section = *mark.section;
    const bool own = &mark == &sections_[place.section];
    if (section.in_contents) {
      const Language main = section.lang ? section.lang->language : setting_.styled.document.lang.language;
      const model::Title* second = model::second_title(section.titles, main);
      add({.number = section.number.value,
           .title = section.title.value,
           .second_title = second ? second->text.value : std::string{},
           .second_tag = second ? second->lang.text : std::string{},
           .second_language = second ? second->lang.language : Language::en,
           .anchor = mark.anchor,
           .level = 1,
           .span = block.span});
    }
    for (const auto& headline : mark.headlines) {
      if (headline.level > contents.depth && !headline.always_listed) continue;
      // The heading of the list is not listed.
      if (own && !headline.always_listed && headings_built_.contains(headline.anchor)) continue;
      add({.number = {},
           .title = headline.title,
           .second_title = {},
           .second_tag = {},
           .anchor = headline.anchor,
           .level = section.in_contents ? headline.level : 1,
           .span = block.span});
    }
  }
  return std::make_unique<ContentsElement>(std::move(entries), setting_, place.axes);
}

}  // namespace banxin::layout
