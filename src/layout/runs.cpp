#include "layout/runs.hpp"

#include <tuple>

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
    style.font.italic = true;  // of letters; Han has no italics
    if (!block.italic_emphasis) style.emphasis = text::EmphasisMark::dot;
  }
  if (run.proper_noun) style.sideline = text::Sideline::proper_noun;
  if (run.book_title) style.sideline = text::Sideline::book_title;
  if (!run.link.empty()) style = styles.over(style, "link");
  if (run.reference) style = styles.over(style, "reference");
  return style;
}

/// Converts the runs of one paragraph, or of a side note in it.
class RunMaker {
 public:
  RunMaker(const style::BlockStyle& block, NodeId node, const Setting& setting, const RunSinks& sinks)
      : block_(block), node_(node), setting_(setting), sinks_(sinks) {}

  std::vector<text::Run> make(const model::InlineText& text) {
    for (const model::InlineRun& source : text.runs) add_source(source, text.span);
    return std::move(runs_);
  }

 private:
  void add(text::Run run) {
    offset_ += static_cast<std::uint32_t>(run.text.size());
    runs_.push_back(std::move(run));
  }

  void add_source(const model::InlineRun& source, Span span) {
    text::Run run;
    run.text = source.text;
    run.source = source.source;
    run.style = styled(source, block_, setting_.styles());
    run.ruby = source.ruby;
    if (source.reference) {
      std::tie(run.text, run.link) = sinks_.reference(*source.reference, node_ != artifact);
    }
    if (node_ != artifact) assign_node(source, span, run);
    if (source.line_break) {
      text::Run newline;
      newline.text = "\n";
      newline.source = SourceMap(source.source.at(0, 0));
      newline.style = run.style;
      newline.node = run.node;
      add(std::move(newline));
    }
    if (node_ != artifact && run.node == plain_) expand(run, span);
    if (!run.text.empty() || source.text.empty()) add(std::move(run));
    if (source.side_note) add_side_note(*source.side_note);
    if (source.note) add_note_mark(*source.note);
  }

  /// Links and ruby have their own elements; consecutive other runs share one content node.
  void assign_node(const model::InlineRun& source, Span span, text::Run& run) {
    semantics::Tree& tree = sinks_.tree;
    if (source.reference) {
      const NodeId reference = tree.add(node_, Role::reference, span);
      const NodeId link = run.link == 0 ? reference : tree.add(reference, Role::link, span);
      tree[link].link = run.link;
      run.node = tree.add(link, Role::content);
      plain_ = artifact;
    } else if (!source.link.empty()) {
      const NodeId link = tree.add(node_, Role::link, span);
      run.link = sinks_.link(source.link, source.text, source.source.at(0, 0));
      tree[link].link = run.link;
      run.node = tree.add(link, Role::content);
      plain_ = artifact;
    } else if (!source.ruby.empty()) {
      const NodeId ruby = tree.add(node_, Role::ruby, span);
      run.node = tree.add(tree.add(ruby, Role::ruby_base), Role::content);
      run.ruby_node = tree.add(tree.add(ruby, Role::ruby_text), Role::content);
      plain_ = artifact;
    } else {
      if (plain_ == artifact) plain_ = tree.add(node_, Role::content);
      run.node = plain_;
    }
  }

  /// Adds the text up to its last abbreviation. An abbreviation is a span with its expansion (ISO 32000-1, 14.9.5).
  void expand(text::Run& run, Span text_span) {
    for (auto found = sinks_.abbreviation(run.text); found.end > found.begin; found = sinks_.abbreviation(run.text)) {
      const auto piece = [&](std::size_t begin, std::size_t end, NodeId content) {
        text::Run part = run;
        part.text = run.text.substr(begin, end - begin);
        part.source = run.source.from(static_cast<std::uint32_t>(begin));
        part.node = content;
        if (!part.text.empty()) add(std::move(part));
      };
      piece(0, found.begin, plain_);
      const NodeId span = sinks_.tree.add(node_, Role::span, text_span);
      sinks_.tree[span].expansion = std::move(found.expansion);
      piece(found.begin, found.end, sinks_.tree.add(span, Role::content));
      run.source = run.source.from(static_cast<std::uint32_t>(found.end));
      run.text.erase(0, found.end);
      run.node = plain_ = run.text.empty() ? artifact : sinks_.tree.add(node_, Role::content);
    }
  }

  void add_side_note(const model::InlineText& side_note) {
    RunSinks inside = sinks_;  // offsets are relative to this paragraph, not to the side note
    inside.note = [this, before = offset_](const model::InlineText& note, std::uint32_t at, NodeId parent) {
      return sinks_.note(note, before + at, parent);
    };
    for (text::Run& small : make_runs(side_note, block_, node_, setting_, inside)) {
      small.inline_note = true;
      add(std::move(small));
    }
    plain_ = artifact;
  }

  void add_note_mark(const model::InlineText& note) {
    text::Run mark;
    if (node_ != artifact) {
      const NodeId reference = sinks_.tree.add(node_, Role::reference, note.span);
      mark.node = sinks_.tree.add(reference, Role::content);
      plain_ = artifact;
    }
    mark.text = sinks_.note(note, offset_, node_);
    mark.source = SourceMap(note.span);
    mark.style = setting_.styles().over(block_.text, "note-mark");
    if (mark.style.baseline_shift == Length{}) {
      mark.style.baseline_shift = block_.text.size * 0.35;
      mark.style.size = block_.text.size * 0.6;
    }
    mark.note_mark = true;
    add(std::move(mark));
  }

  const style::BlockStyle& block_;
  NodeId node_;
  const Setting& setting_;
  const RunSinks& sinks_;
  std::vector<text::Run> runs_;
  std::uint32_t offset_ = 0;
  NodeId plain_ = artifact;  ///< the content node of the last run without its own element
};

}  // namespace

std::vector<text::Run> make_runs(const model::InlineText& text, const style::BlockStyle& block, NodeId node,
                                 const Setting& setting, const RunSinks& sinks) {
  return RunMaker(block, node, setting, sinks).make(text);
}

}  // namespace banxin::layout
