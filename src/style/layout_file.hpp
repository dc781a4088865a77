// Reading a layout: layouts/NAME/layout.yaml, of the report's own folder first, then of the program's.
#pragma once

#include <optional>
#include <string>

#include "model/schema.hpp"
#include "style/layout_spec.hpp"

namespace banxin::style {

const model::Object<LayoutSpec>& layout_table();

/// Searches `folders` in order for NAME/layout.yaml. Reports a missing layout (B306) at the name's place with the
/// nearest one there is, and whatever is wrong in the file.
std::optional<LayoutSpec> read_layout(source::SourceFiles& files, const std::vector<std::string>& folders,
                                      const Spanned<std::string>& name, Diagnostics& diagnostics);

/// JSON Schema of layout files, for editors; kept in schema/.
std::string layout_json_schema();

}  // namespace banxin::style
