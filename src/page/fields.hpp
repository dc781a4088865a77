// The fields that a page master's texts may name: {section.title}, {report.short_title}, {folio}, {field.year} …
#pragma once

#include <optional>
#include <string>

#include "core/diagnostic.hpp"
#include "model/document.hpp"

namespace banxin::page {

struct FieldSource {
  const model::Document& document;
  const model::Section& section;
  std::string folio;
};

/// The language of a text that is nothing but one title in another language ("{section.second_title}"): what shapes it
/// and what the structure tree says of it. Empty for every other text.
std::optional<LanguageTag> language_of(const Spanned<std::string>& text, const FieldSource& source);

/// `text` with its fields filled in. Reports a field that does not exist (B311); one that is merely empty gives
/// nothing. {section.title.X} and {report.title.X} are the title in the language X. A field.X is looked up in the
/// section first, then in the report.
std::string fill_fields(const Spanned<std::string>& text, const FieldSource& source, Diagnostics& diagnostics);

}  // namespace banxin::page
