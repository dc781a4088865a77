// `dot-field`: ridges of dots under a rising wave. `dot-strip`: the same wave, low at the foot of a page.
#pragma once

#include "art/art.hpp"

namespace banxin::art {

Kind dot_field();
Kind dot_strip();

}  // namespace banxin::art
