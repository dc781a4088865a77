// Reads a layout: layouts/NAME/layout.yaml, first in the report's folder, then in the program's.
#pragma once

#include <optional>
#include <string>

#include "model/schema.hpp"
#include "style/layout_spec.hpp"

namespace banxin::style {

const model::Object<LayoutSpec>& layout_table();

/// Searches `folders` in order for NAME/layout.yaml. Reports an unknown layout (B306) with the nearest name, and errors
/// in the file.
std::optional<LayoutSpec> read_layout(source::SourceFiles& files, const std::vector<std::string>& folders,
                                      const Spanned<std::string>& name, Diagnostics& diagnostics);

/// JSON Schema of layout files, as committed in schema/.
std::string layout_json_schema();

}  // namespace banxin::style
