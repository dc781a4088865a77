// Line-break rules for Chinese on top of UAX #14: marks that must not start or end a line, numbers with their signs and
// units (GB/T 15834-2011, 5.1; CLREQ, Prohibition Rules for Line Start and Line End; JLREQ 3.1.7 – 3.1.10).
#pragma once

#include "core/language.hpp"
#include "text/line_breaking/opportunities.hpp"

namespace banxin::text {

/// + or # at the end of a name: C++, C#, but not +1.
bool is_name_suffix(const Characters& text, std::size_t i);

/// A number sign that belongs to the number before it: 50€.
bool is_sign_after(const Characters& text, std::size_t i);

/// Is a break between `i` and `i + 1` forbidden where UAX #14 allows it or has no rule?
bool is_prohibited(const Characters& text, std::size_t i, LineBreakLevel level);

/// Forbids or penalizes the break after character `i` that UAX #14 allows, by the rules for Chinese.
void apply_prohibitions(const Characters& text, std::size_t i, Language language, LineBreakLevel level, Break& after);

}  // namespace banxin::text
