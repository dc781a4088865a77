// Types of single values that schemas share: lengths, dates, weights, prose.
#pragma once

#include "core/language.hpp"
#include "core/provenance.hpp"
#include "model/document.hpp"
#include "model/inline_text.hpp"
#include "model/measure.hpp"
#include "model/printable_text.hpp"
#include "model/schema.hpp"

namespace banxin::model {

/// A number with a unit: mm cm in pt Q (absolute), em, lines, %. 0 needs no unit.
Type<Measure> measure();
/// The same, more than zero (sizes, leading), or at least zero (margins, padding, space); else B206.
Type<Measure> positive_measure();
Type<Measure> unsigned_measure();
/// YYYY, YYYY-MM or YYYY-MM-DD, a day that exists.
Type<std::string> date();
/// 100 … 900, or a name (thin, light, regular, medium, semibold, bold, black).
Type<int> weight();
/// A well-formed BCP 47 tag of a supported language, in any case; else B218 or B219.
Type<LanguageTag> language();
/// A mapping from language tags to texts. A second text for one language is an error (B122).
Type<Titles> titles();
Type<LineBreakLevel> line_break_level();

/// published, derived or reconstructed.
Type<Provenance> provenance();
/// Text that is printed, without inline marks but with printed values and checked words.
Type<PrintableText> printable(std::string words = "text");
/// The same, and not empty: a title.
Type<PrintableText> title_text();
/// An expression over the report's data.
Type<Expression> expression();
/// Text with inline marks as one paragraph; an empty line forces a break.
Type<InlineText> prose();
/// The same, or an empty value, for the cells of a table.
Type<InlineText> cell();
/// Text with inline marks as paragraphs, separated by empty lines.
Type<std::vector<InlineText>> paragraphs();
/// The same without marks: every character is text.
Type<std::vector<InlineText>> literal_paragraphs();

}  // namespace banxin::model
