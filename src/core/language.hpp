// The languages that a document may be set in; each chooses faces, punctuation widths and line-break rules.
#pragma once

#include <optional>
#include <string_view>

namespace banxin {

enum class Language { zh_hans, zh_hant, ja, ko, en };

/// BCP 47 tag: "zh-Hans" …
std::string_view tag(Language language);
std::optional<Language> language_from_tag(std::string_view tag);

/// Strictness of line breaking (typography.md; GB/T 15834 for `gb`).
enum class LineBreakLevel { basic, gb, strict };

enum class WritingMode { horizontal, vertical };

}  // namespace banxin
