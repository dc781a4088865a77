#include "page/section_flow.hpp"

namespace banxin::page {

using graphics::NodeId;
using semantics::Role;

const style::Master* find_master(const style::StyledDocument& styled, const Spanned<std::string>& name,
                                 Diagnostics& diagnostics) {
  const Spanned<std::string>& asked = name.value.empty() ? styled.layout.default_master : name;
  if (auto found = styled.masters.find(asked.value); found != styled.masters.end()) return &found->second;
  std::vector<std::string_view> names;
  for (const auto& [known, unused] : styled.masters) names.push_back(known);
  diagnostics.report(MessageId::master_unknown, asked.span, {asked.value},
                     did_you_mean(asked.value, names, "masters are"));
  return nullptr;
}

Frame frame_of(const style::Master& master, const style::StyledDocument& styled, bool right_hand) {
  const auto& body = styled.styles->get("body");
  Frame frame;
  frame.box =
      resolve(master.flow.value_or(style::Place{}), styled.sheet, right_hand, body.text.size, body.paragraph.leading);
  frame.columns.count = master.columns.value_or(1);
  frame.columns.gap = master.column_gap ? master.column_gap->resolve(body.text.size, body.paragraph.leading) : Length{};
  return frame;
}

namespace {

/// Adds structure for the texts of a master that have a role: headings and paragraphs.
void add_part_nodes(const style::Master& master, const model::Document& document, const model::Section& section,
                    NodeId parent, SectionFlow& flow, layout::Builder::Target& target, bool& has_heading) {
  for (const style::Part& part : master.parts) {
    if (part.kind != style::Part::Kind::text || part.role.value.empty() || part.role.value == "artifact") continue;
    const bool heading = part.role.value == "heading";
    if (heading && has_heading) continue;
    const NodeId node = target.tree.add(parent, heading ? Role::heading : Role::paragraph, section.span);
    if (heading) {
      has_heading = true;
      target.tree[node].level = part.level;
      target.tree[node].title = section.title.value;
      target.references.outline.push_back({section.title.value, part.level, flow.anchor});
    }
    if (const auto other = language_of(part.text, {document, section, {}})) target.tree[node].language = other->text;
    flow.part_nodes[&part] = target.tree.add(node, Role::content);
  }
}

/// The master of the first page: a page break at the start of a section only selects it.
const style::Master* first_master(const model::Section& section, const style::Master& usual,
                                  const style::StyledDocument& styled) {
  const style::Master* master = &usual;
  for (const model::Block& block : section.body) {
    const auto* turn = std::get_if<model::PageBreak>(&block.kind);
    if (!turn) break;
    Diagnostics reported_later;
    const style::Master* found =
        turn->master.value.empty() ? nullptr : find_master(styled, turn->master, reported_later);
    if (found) master = found;
  }
  return master;
}

}  // namespace

SectionFlow build_section(std::size_t index, std::size_t chapter, layout::Builder& builder,
                          layout::Builder::Target& target, const layout::Setting& setting, Diagnostics& diagnostics) {
  const auto& styled = setting.styled;
  const model::Section& section = styled.document.sections[index];
  SectionFlow flow;
  flow.section = &section;
  flow.anchor = builder.mark(index).anchor;
  flow.chapter = chapter;
  const NodeId node = target.tree.add(target.tree.root(), Role::section, section.span);
  target.tree[node].title = section.title.value;
  if (section.lang) target.tree[node].language = section.lang->text;
  bool has_heading = false;
  if (!section.opener.value.empty()) {
    if (const auto* opener = find_master(styled, section.opener, diagnostics)) {
      add_part_nodes(*opener, styled.document, section, node, flow, target, has_heading);
    }
  }
  const style::Master* master = find_master(styled, section.master, diagnostics);
  if (!master) return flow;
  // Parts with a role are on the section's first page only.
  if (section.opener.value.empty()) {
    add_part_nodes(*first_master(section, *master, styled), styled.document, section, node, flow, target, has_heading);
  }

  const layout::Axes axes{section.writing};
  const Frame frame = frame_of(*master, styled, true);
  layout::Builder::Place place;
  place.parent = node;
  place.section = index;
  place.axes = axes;
  place.measure = frame.measure(axes);
  place.note_measure = axes.measure_of(frame.box.size());
  place.base_level = has_heading ? 1 : 0;
  if (section.lang) place.language = section.lang->language;
  flow.body = std::make_unique<layout::Flow>(builder.build(section.body, place), axes, setting.grid());
  return flow;
}

}  // namespace banxin::page
