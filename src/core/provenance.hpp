// Where a number comes from.
#pragma once

#include <optional>
#include <string_view>

namespace banxin {

/// published: the named source states the number. derived: it follows from published numbers. reconstructed: it is made
/// up to agree with them; charts and tables that print it are labeled 示意. Without a provenance, nothing is claimed.
enum class Provenance { published, derived, reconstructed };

/// The word of the content format: "published" …
std::string_view name(Provenance provenance);
std::optional<Provenance> provenance_from_name(std::string_view name);

}  // namespace banxin
