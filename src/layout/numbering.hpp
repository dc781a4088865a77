// The numbers of figures, tables and headings, and what references print. Known before any element is built.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "style/styled_document.hpp"

namespace banxin::layout {

/// A block or section that can be referred to.
struct NumberedTarget {
  enum class Kind { figure, table, heading, other } kind = Kind::other;
  std::vector<int> number;  ///< figures and tables: chapter, n; headings: one for each level; empty: not numbered
  std::string title;        ///< plain text; may be empty
  Span span;
};

class Numbering {
 public:
  explicit Numbering(const style::StyledDocument& styled);

  /// Null for blocks without a number and an id.
  [[nodiscard]] const NumberedTarget* of(const model::Block& block) const;
  [[nodiscard]] const NumberedTarget* of(const model::Section& section) const;
  /// The block or section with this id; null if there is none.
  [[nodiscard]] const NumberedTarget* find(const std::string& id) const;
  [[nodiscard]] std::vector<std::string> ids() const;
  /// Figures or tables, in the order of the document.
  [[nodiscard]] std::vector<const model::Block*> all(NumberedTarget::Kind kind) const;

  /// What a reference prints: 图3, 表2-1, 第二章, Figure 3. Empty if it has no number.
  [[nodiscard]] std::string label(const NumberedTarget& target, Language language) const;
  /// What is printed before a heading: 第一章, or 1.1 below the first level; before a caption: 图3 with its gap.
  [[nodiscard]] std::string prefix(const NumberedTarget& target, Language language) const;
  /// 第12页, page 12: the words before and after a page number.
  [[nodiscard]] std::pair<std::string, std::string> page_words(Language language) const;

 private:
  class Walk;
  [[nodiscard]] std::string term(std::string_view key, Language language) const;
  [[nodiscard]] std::string between(std::string_view word, std::string number, Language language) const;
  [[nodiscard]] const std::optional<model::NumberPattern>& pattern(NumberedTarget::Kind kind) const;

  const style::StyledDocument& styled_;
  model::Numbering rules_;
  std::map<const void*, NumberedTarget> targets_;  ///< by block or section
  std::map<std::string, const void*> ids_;
  std::vector<const model::Block*> order_;  ///< of figures and tables
};

}  // namespace banxin::layout
