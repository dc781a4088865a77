// Plain text that is printed: a title, a label, a field. It may contain printed values and checked words, but no other
// inline marks.
#pragma once

#include <memory>
#include <string>

#include "core/span.hpp"
#include "model/inline_text.hpp"

namespace banxin::model {

struct PrintableText : Spanned<std::string> {
  PrintableText() = default;
  PrintableText(std::string text, Span at) : Spanned<std::string>{std::move(text), at} {}
  PrintableText(Spanned<std::string> text) : Spanned<std::string>(std::move(text)) {}  // NOLINT: a text without values

  /// The text with its values and checked words; null where there are none. The data stage then sets `value`.
  std::shared_ptr<const InlineText> bound;
};

}  // namespace banxin::model
