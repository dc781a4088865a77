// The languages of documents; each selects faces, punctuation widths and line-break rules.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace banxin {

enum class Language { zh_hans, zh_hant, ja, ko, en };

/// The shortest tag of a language: "zh-Hans", "ja" …
std::string_view tag(Language language);
/// The inverse of `tag`, in any case.
std::optional<Language> language_from_tag(std::string_view tag);

/// A BCP 47 tag as it was written ("zh-Hant-HK") with the language whose faces and rules it selects. PDF files carry
/// the tag; everything else needs the language.
struct LanguageTag {
  std::string text = "zh-Hans";
  Language language = Language::zh_hans;
  LanguageTag() = default;
  explicit LanguageTag(Language of) : text(tag(of)), language(of) {}
  LanguageTag(std::string written, Language of) : text(std::move(written)), language(of) {}
  bool operator==(const LanguageTag&) const = default;
};

/// Whether `tag` follows the grammar of language tags (RFC 5646, section 2.1), without the grandfathered ones.
bool is_well_formed_tag(std::string_view tag);
/// The language that a well-formed tag selects, by language, script and region subtags: zh-TW, zh-HK and zh-MO are
/// traditional Chinese. Empty for another language, or for a script that the language is not set in here (ja-Latn).
std::optional<Language> language_of_tag(std::string_view tag);
/// A tag that was probably meant by `text`: “zh-CN” for “zh_CN” or “cn”, “ja” for “jp”; empty if there is none.
std::string suggested_tag(std::string_view text);

/// Strictness of line breaking (typography.md; GB/T 15834 for `gb`).
enum class LineBreakLevel { basic, gb, strict };

enum class WritingMode { horizontal, vertical };

}  // namespace banxin
