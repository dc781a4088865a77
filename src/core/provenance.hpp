// Where a number comes from.
#pragma once

#include <optional>
#include <string_view>

namespace banxin {

/// published: the named source states it; derived: it follows from published numbers; reconstructed: it is made up to
/// agree with them, and what prints it says 示意. A number without a provenance claims nothing.
enum class Provenance { published, derived, reconstructed };

/// The word of the content format: "published" …
std::string_view name(Provenance provenance);
std::optional<Provenance> provenance_from_name(std::string_view name);

}  // namespace banxin
