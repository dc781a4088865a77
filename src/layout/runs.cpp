#include "layout/runs.hpp"

namespace banxin::layout {

namespace {

using graphics::artifact;
using graphics::NodeId;
using semantics::Role;

text::TextStyle styled(const model::InlineRun& run, const style::BlockStyle& block, const style::StyleSheet& styles) {
  text::TextStyle style = block.text;
  if (run.strong) style = styles.over(style, "strong");
  if (run.emphasis) {
    style = styles.over(style, "emphasis");
    style.font.italic = true;  // of letters; Han knows none
    if (!block.italic_emphasis) style.emphasis = text::EmphasisMark::dot;
  }
  if (run.proper_noun) style.sideline = text::Sideline::proper_noun;
  if (run.book_title) style.sideline = text::Sideline::book_title;
  if (!run.link.empty()) style = styles.over(style, "link");
  return style;
}

}  // namespace

std::vector<text::Run> make_runs(const model::InlineText& text, const style::BlockStyle& block, NodeId node,
                                 const Setting& setting, const RunSinks& sinks) {
  std::vector<text::Run> runs;
  std::uint32_t offset = 0;
  auto add = [&](text::Run run) {
    offset += static_cast<std::uint32_t>(run.text.size());
    runs.push_back(std::move(run));
  };
  NodeId plain = artifact;  // consecutive runs without a role of their own share one content node
  for (const model::InlineRun& source : text.runs) {
    text::Run run;
    run.text = source.text;
    run.source = source.source;
    run.style = styled(source, block, setting.styles());
    if (node != artifact) {
      if (!source.link.empty()) {
        const NodeId link = sinks.tree.add(node, Role::link, text.span);
        run.link = sinks.link(source.link, source.text, source.source.at(0, 0));
        sinks.tree[link].link = run.link;
        run.node = sinks.tree.add(link, Role::content);
        plain = artifact;
      } else if (!source.ruby.empty()) {
        const NodeId ruby = sinks.tree.add(node, Role::ruby, text.span);
        run.node = sinks.tree.add(sinks.tree.add(ruby, Role::ruby_base), Role::content);
        run.ruby_node = sinks.tree.add(sinks.tree.add(ruby, Role::ruby_text), Role::content);
        plain = artifact;
      } else {
        if (plain == artifact) plain = sinks.tree.add(node, Role::content);
        run.node = plain;
      }
    }
    run.ruby = source.ruby;
    const bool expandable = node != artifact && run.node == plain;
    if (source.line_break) {
      text::Run newline;
      newline.text = "\n";
      newline.source = SourceMap(source.source.at(0, 0));
      newline.style = run.style;
      newline.node = run.node;
      add(std::move(newline));
    }
    if (expandable) {
      // An abbreviation is a span of its own that says what it stands for (ISO 32000-1, 14.9.5).
      for (auto found = sinks.abbreviation(run.text); found.end > found.begin; found = sinks.abbreviation(run.text)) {
        auto piece = [&](std::size_t begin, std::size_t end, NodeId content) {
          text::Run part = run;
          part.text = run.text.substr(begin, end - begin);
          part.source = run.source.from(static_cast<std::uint32_t>(begin));
          part.node = content;
          if (!part.text.empty()) add(std::move(part));
        };
        piece(0, found.begin, plain);
        const NodeId span = sinks.tree.add(node, Role::span, text.span);
        sinks.tree[span].expansion = std::move(found.expansion);
        piece(found.begin, found.end, sinks.tree.add(span, Role::content));
        run.source = run.source.from(static_cast<std::uint32_t>(found.end));
        run.text.erase(0, found.end);
        run.node = plain = run.text.empty() ? artifact : sinks.tree.add(node, Role::content);
      }
    }
    if (!run.text.empty() || source.text.empty()) add(std::move(run));
    if (source.side_note) {
      RunSinks inside = sinks;  // counts from the start of this paragraph, not of the side note
      inside.note = [&sinks, before = offset](const model::InlineText& note, std::uint32_t at, NodeId parent) {
        return sinks.note(note, before + at, parent);
      };
      for (text::Run& small : make_runs(*source.side_note, block, node, setting, inside)) {
        small.inline_note = true;
        add(std::move(small));
      }
      plain = artifact;
    }
    if (source.note) {
      NodeId mark_content = artifact;
      NodeId reference = artifact;
      if (node != artifact) {
        reference = sinks.tree.add(node, Role::reference, source.note->span);
        mark_content = sinks.tree.add(reference, Role::content);
        plain = artifact;
      }
      text::Run mark;
      mark.text = sinks.note(*source.note, offset, node);
      mark.source = SourceMap(source.note->span);
      mark.style = setting.styles().over(block.text, "note-mark");
      if (mark.style.baseline_shift == Length{}) {
        mark.style.baseline_shift = block.text.size * 0.35;
        mark.style.size = block.text.size * 0.6;
      }
      mark.node = mark_content;
      mark.note_mark = true;
      add(std::move(mark));
    }
  }
  return runs;
}

}  // namespace banxin::layout
