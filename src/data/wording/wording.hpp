// Checked words: what a Chinese or English wording of a number states. docs/wording.md is made from the same table.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/language.hpp"
#include "data/wording/statement.hpp"

namespace banxin::data::wording {

/// Why words are not understood: bytes [begin, end) of them.
struct Unclear {
  std::uint32_t begin = 0, end = 0;
  std::string suggestion;
};

/// The statement of the words; empty, with the reason in `unclear`, if any part of them is not understood.
std::optional<Statement> read(std::string_view words, Language language, Unclear& unclear);

/// docs/wording.md: every word with its meaning.
std::string reference();

}  // namespace banxin::data::wording
