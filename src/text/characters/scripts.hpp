// Scripts of characters, for itemization, and upper case of letters.
#pragma once

#include <unicode/uscript.h>

#include <array>

#include "text/characters/character_class.hpp"

namespace banxin::text {

/// The script of a character; USCRIPT_COMMON for those that take the script of their neighbors.
UScriptCode script_of(char32_t code, CharacterClass character_class);

bool is_east_asian(UScriptCode script);

/// Full upper case (ß → SS) without context; the count of characters written.
std::size_t to_capitals(char32_t code, std::array<char32_t, 3>& out);

}  // namespace banxin::text
