#include "pdf/structure/structure_tree.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "pdf/object/number.hpp"

namespace banxin::pdf {

using graphics::NodeId;
using semantics::Node;
using semantics::Role;
using semantics::Tree;

namespace {

std::string_view type_of(const Node& node) {
  constexpr std::array<std::string_view, 6> headings{"H1", "H2", "H3", "H4", "H5", "H6"};
  switch (node.role) {
    case Role::content:
    case Role::span: return "Span";
    case Role::document: return "Document";
    case Role::part: return "Part";
    case Role::section: return "Sect";
    case Role::heading: return headings[static_cast<std::size_t>(std::clamp(node.level, 1, 6) - 1)];
    case Role::paragraph: return "P";
    case Role::list: return "L";
    case Role::list_item: return "LI";
    case Role::list_label: return "Lbl";
    case Role::list_body: return "LBody";
    case Role::block_quote: return "BlockQuote";
    case Role::table: return "Table";
    case Role::table_head: return "THead";
    case Role::table_body: return "TBody";
    case Role::table_foot: return "TFoot";
    case Role::table_row: return "TR";
    case Role::table_header: return "TH";
    case Role::table_cell: return "TD";
    case Role::figure: return "Figure";
    case Role::caption: return "Caption";
    case Role::note: return "Note";
    case Role::contents: return "TOC";
    case Role::contents_item: return "TOCI";
    case Role::reference: return "Reference";
    case Role::link: return "Link";
    case Role::ruby: return "Ruby";
    case Role::ruby_base: return "RB";
    case Role::ruby_text: return "RT";
    case Role::emphasis: return "Em";
    case Role::strong: return "Strong";
  }
  return "Span";
}

// Em and Strong came with PDF 2.0; PDF 1.7 reads them through the role map (14.8.4).
constexpr std::string_view role_map = "/RoleMap<</Em/Span/Strong/Span>>";

// An empty cell keeps its position in the grid.
bool keeps_place(Role role) { return role == Role::table_cell || role == Role::table_header; }

std::string note_id(NodeId node) {
  std::string digits = std::to_string(node);
  return "note-" + std::string(digits.size() < 8 ? 8 - digits.size() : 0, '0') + digits;
}

}  // namespace

NodeId element_of(NodeId node, const Tree& tree) {
  while (node != graphics::artifact && node < tree.size() && tree[node].role == Role::content) node = tree[node].parent;
  return node < tree.size() ? node : graphics::artifact;
}

std::string_view structure_type(NodeId node, const Tree& tree) { return type_of(tree[element_of(node, tree)]); }

Structure::Structure(const page::PagedDocument& document, const profile::Profile& profile, ObjectWriter& writer,
                     const std::vector<Ref>& pages, const std::vector<std::vector<NodeId>>& marks,
                     std::vector<TaggedAnnotation> annotations, const AttachmentRefs& attachments)
    : document_(document),
      tree_(document.tree),
      profile_(profile),
      writer_(writer),
      pages_(pages),
      page_marks_(marks),
      annotations_(std::move(annotations)),
      attachments_(attachments),
      marks_(tree_.size()),
      tagged_(tree_.size()),
      has_content_(tree_.size(), 0),
      refs_(tree_.size()) {
  for (std::uint32_t page = 0; page < marks.size(); ++page) {
    for (std::uint32_t mcid = 0; mcid < marks[page].size(); ++mcid) {
      marks_[marks[page][mcid]].push_back({page, mcid});
    }
  }
  for (std::size_t i = 0; i < annotations_.size(); ++i) {
    tagged_[element_of(annotations_[i].node, tree_)].push_back(i);
  }
  root_ = writer_.allocate();
  find_content(tree_.root());
  number(tree_.root());
}

bool Structure::find_content(NodeId node) {
  bool found = !marks_[node].empty() || !tagged_[node].empty() || keeps_place(tree_[node].role) || node == tree_.root();
  for (const NodeId child : tree_[node].children) found |= find_content(child);
  has_content_[node] = found ? 1 : 0;
  return found;
}

void Structure::number(NodeId node) {
  if (has_content_[node] == 0) return;
  if (tree_[node].role != Role::content) refs_[node] = writer_.allocate();
  for (const NodeId child : tree_[node].children) number(child);
}

Ref Structure::write() {
  write_element(tree_.root(), root_);
  const Ref parents = writer_.allocate();
  writer_.dictionary(parents, parent_tree());
  std::string entries =
      "/Type/StructTreeRoot/K[" + text(refs_[tree_.root()]) + "]/ParentTree " + text(parents) + "/ParentTreeNextKey ";
  append_integer(entries, static_cast<std::int64_t>(pages_.size() + annotations_.size()));
  entries += role_map;
  if (!ids_.empty()) entries += id_tree();
  writer_.dictionary(root_, std::move(entries));
  return root_;
}

void Structure::append_kids(std::string& out, NodeId node) {
  // Most elements have their content on one page, so that plain MCIDs are enough.
  std::uint32_t home = 0;
  bool at_home = false;
  std::size_t count = 0;
  std::string kids;
  const auto add_marks = [&](NodeId of) {
    for (const Mark mark : marks_[of]) {
      if (!at_home) {
        at_home = true;
        home = mark.page;
      }
      if (count++ > 0) kids.push_back(' ');
      if (mark.page == home) {
        append_integer(kids, mark.mcid);
        continue;
      }
      kids += "<</Type/MCR/Pg ";
      append_ref(kids, pages_[mark.page]);
      kids += "/MCID ";
      append_integer(kids, mark.mcid);
      kids += ">>";
    }
  };
  add_marks(node);
  for (const NodeId child : tree_[node].children) {
    if (has_content_[child] == 0) continue;
    if (tree_[child].role == Role::content) {
      add_marks(child);
      continue;
    }
    if (count++ > 0) kids.push_back(' ');
    append_ref(kids, refs_[child]);
  }
  for (const std::size_t index : tagged_[node]) {
    if (count++ > 0) kids.push_back(' ');
    kids += "<</Type/OBJR/Obj ";
    append_ref(kids, annotations_[index].annotation);
    kids += "/Pg ";
    append_ref(kids, pages_[annotations_[index].page]);
    kids += ">>";
  }
  if (at_home) out += "/Pg " + text(pages_[home]);
  if (count > 0) out += "/K[" + kids + "]";
}

void Structure::append_attributes(std::string& out, const Node& node) const {
  if (node.role == Role::table_header || node.role == Role::table_cell) {
    std::string table;
    if (node.role == Role::table_header) {
      table += node.scope == semantics::HeaderScope::row ? "/Scope/Row" : "/Scope/Column";
    }
    if (node.column_span > 1) table += "/ColSpan " + std::to_string(node.column_span);
    if (node.row_span > 1) table += "/RowSpan " + std::to_string(node.row_span);
    if (!table.empty()) out += "/A<</O/Table" + table + ">>";
  } else if (node.role == Role::figure && node.page < document_.pages.size()) {
    const PageBoxes boxes(document_.pages[node.page], profile_);
    out += "/A<</O/Layout/Placement/Block/BBox" + boxes.rectangle(node.box) + ">>";
  } else if (node.role == Role::list && node.numbering != semantics::ListNumbering::none) {
    out += node.numbering == semantics::ListNumbering::bullet ? "/A<</O/List/ListNumbering/Disc>>"
                                                              : "/A<</O/List/ListNumbering/Decimal>>";
  }
}

void Structure::write_element(NodeId id, Ref parent) {
  const Node& node = tree_[id];
  std::string out = "/S/";
  out.append(type_of(node)).append("/P ");
  append_ref(out, parent);
  append_kids(out, id);
  append_attributes(out, node);
  if (!node.alternative.empty()) out += "/Alt" + text_string(node.alternative);
  if (!node.actual_text.empty()) out += "/ActualText" + text_string(node.actual_text);
  if (const auto file = attachments_.find(node.attachment); file != attachments_.end()) {
    out += "/AF[" + text(file->second) + "]";
  }
  if (!node.expansion.empty()) out += "/E" + text_string(node.expansion);
  if (!node.language.empty()) out += "/Lang" + text_string(node.language);
  if (node.role == Role::note) {
    // ISO 14289-1, 7.9: each note has a unique ID.
    ids_.emplace_back(note_id(id), refs_[id]);
    out += "/ID" + text_string(ids_.back().first);
  }
  writer_.dictionary(refs_[id], std::move(out));
  for (const NodeId child : node.children) {
    if (refs_[child]) write_element(child, refs_[id]);
  }
}

std::string Structure::parent_tree() const {
  std::string out = "/Nums[";
  for (std::size_t page = 0; page < page_marks_.size(); ++page) {
    append_integer(out, static_cast<std::int64_t>(page));
    out.push_back('[');
    for (const NodeId node : page_marks_[page]) {
      append_ref(out, refs_[element_of(node, tree_)]);
      out.push_back(' ');
    }
    if (out.back() == ' ') out.pop_back();
    out.push_back(']');
  }
  for (std::size_t i = 0; i < annotations_.size(); ++i) {
    append_integer(out, static_cast<std::int64_t>(page_marks_.size() + i));
    out.push_back(' ');
    append_ref(out, refs_[element_of(annotations_[i].node, tree_)]);
    out.push_back(' ');
  }
  return out + "]";
}

std::string Structure::id_tree() const {
  std::vector<std::pair<std::string, Ref>> sorted = ids_;
  std::sort(sorted.begin(), sorted.end());
  std::string out = "/IDTree<</Names[";
  for (const auto& [id, ref] : sorted) out += text_string(id) + text(ref) + " ";
  return out + "]>>";
}

}  // namespace banxin::pdf
