// The keys of `numbering`, which reports and layouts share.
#pragma once

#include "model/numbering.hpp"
#include "model/schema.hpp"

namespace banxin::model {

const Object<Numbering>& numbering_table();

}  // namespace banxin::model
