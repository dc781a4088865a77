// The commands of the program; each returns its exit status.
#pragma once

#include "cli/arguments.hpp"

namespace banxin::cli {

/// Throws CallError, MachineError and what the library throws.
int run(const Arguments& arguments);

}  // namespace banxin::cli
