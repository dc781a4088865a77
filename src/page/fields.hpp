// The fields in texts of page masters: {section.title}, {report.short_title}, {folio}, {field.year} …
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

/// The language of a text that is only a title in another language ("{section.second_title}"), for shaping and for the
/// structure tree. Empty for other texts.
std::optional<LanguageTag> language_of(const Spanned<std::string>& text, const FieldSource& source);

/// `text` with its fields replaced by their values, which may be empty. Reports unknown fields (B311).
/// {section.title.X} and {report.title.X} are the title in the language X. A field.X is looked up in the section first,
/// then in the report.
std::string fill_fields(const Spanned<std::string>& text, const FieldSource& source, Diagnostics& diagnostics);

}  // namespace banxin::page
