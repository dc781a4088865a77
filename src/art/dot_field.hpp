// `dot-field`: ridges of dots under a rising wave. `dot-strip`: the same wave seen low along a page's foot.
#pragma once

#include "art/art.hpp"

namespace banxin::art {

Kind dot_field();
Kind dot_strip();

}  // namespace banxin::art
