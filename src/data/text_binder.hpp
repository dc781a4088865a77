// Puts printed values into texts and checks their words.
#pragma once

#include "data/evaluation.hpp"
#include "model/inline_text.hpp"
#include "model/printable_text.hpp"

namespace banxin::data {

class TextBinder {
 public:
  TextBinder(Evaluation& evaluation, Language language) : evaluation_(evaluation), language_(language) {}

  /// Afterwards the text has no printed values; runs that differ in nothing else are one, so that lines break and
  /// glyphs are shaped as if the text had been typed.
  void bind(model::InlineText& text);
  /// The same for prose, whose numbers should be bound: those that are not are noted.
  void bind_prose(model::InlineText& text);
  void bind(model::PrintableText& text);

 private:
  void bind_notes(model::InlineRun& run);
  void note_unbound(const model::InlineText& text);
  Evaluation& evaluation_;
  Language language_;
};

}  // namespace banxin::data
