// Prose as runs of text with their marks.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/span.hpp"
#include "model/expression.hpp"

namespace banxin::model {

struct InlineText;

/// `{@id}`, `{@id page}`, `{@id title}`: the number, page or title of another block, as a link to it.
struct Reference {
  enum class Part { number, page, title } part = Part::number;
  std::string id;
  Span span;
};

/// A run of text with the same marks. Newlines of the source are already resolved (none between Han characters,
/// a space between Latin words).
struct InlineRun {
  std::string text;
  SourceMap source;
  bool strong = false;
  bool emphasis = false;                        ///< 着重号 in Chinese and Japanese, italics elsewhere
  bool proper_noun = false;                     ///< 专名号
  bool book_title = false;                      ///< 书名号乙式
  bool line_break = false;                      ///< a forced break before this run
  std::string link;                             ///< URI, or #anchor of a heading; empty = none
  std::string ruby;                             ///< annotation over this run
  std::shared_ptr<const InlineText> note;       ///< footnote marked after this run
  std::shared_ptr<const InlineText> side_note;  ///< 夹注 set in two small lines after this run
  /// A printed value, `{{ … }}`. The data stage puts its text in place of it.
  std::shared_ptr<const Expression> value;
  std::shared_ptr<const Reference> reference;  ///< its text is known when the blocks are numbered
  /// A line break of the source before this run, next to a printed value: whether it is a space depends on the value.
  bool soft_break = false;
};

/// Whether both have the same marks, link and ruby.
bool same_marks(const InlineRun& a, const InlineRun& b);

struct InlineText {
  std::vector<InlineRun> runs;
  std::vector<CheckedWords> checks;
  Span span;
  [[nodiscard]] bool empty() const { return runs.empty(); }
  [[nodiscard]] std::string plain() const;  ///< the text alone
};

}  // namespace banxin::model
