// The fields that a page master's texts may name: {section.title}, {report.short_title}, {folio}, {field.year} …
#pragma once

#include <string>

#include "core/diagnostic.hpp"
#include "model/document.hpp"

namespace banxin::page {

struct FieldSource {
  const model::Document& document;
  const model::Section& section;
  std::string folio;
};

/// `text` with its fields filled in. Reports a field that does not exist (B311); one that is merely empty gives
/// nothing. A field.X is looked up in the section first, then in the report.
std::string fill_fields(const Spanned<std::string>& text, const FieldSource& source, Diagnostics& diagnostics);

}  // namespace banxin::page
