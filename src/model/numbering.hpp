// How figures, tables and headings are numbered. By default they are not.
#pragma once

#include <optional>
#include <string>

#include "core/span.hpp"

namespace banxin::model {

/// A pattern with {n}, and {chapter} if the numbers begin again in each chapter: `图{n}`, `表{chapter}-{n}`. Without
/// other letters, as in `{n}` (written `true`), it gets the words of the language around it.
struct NumberPattern {
  Spanned<std::string> text;
  bool off = false;  ///< `false`: overrides the layout

  [[nodiscard]] bool by_chapter() const { return text.value.find("{chapter}") != std::string::npos; }
  [[nodiscard]] bool has_words() const;
};

struct Numbering {
  std::optional<NumberPattern> figures, tables;
  std::optional<NumberPattern> headings;  ///< the pattern is that of level 1

  /// The values of `base` where this has none.
  void complete(const Numbering& base);
};

}  // namespace banxin::model
