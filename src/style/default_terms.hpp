// Words around numbers, by language. Layouts override them with `terms`.
#pragma once

#include <string>
#include <string_view>

#include "core/language.hpp"

namespace banxin::style {

/// 图 for `figure-before` in Chinese, “Figure ” in English. Empty for an unknown key.
std::string default_term(std::string_view key, Language language);

}  // namespace banxin::style
