// The commands of the program; each returns its exit status.
#pragma once

#include "cli/arguments.hpp"

namespace banxin::cli {

/// Throws CallError, MachineError and the exceptions of the library.
int run(const Arguments& arguments);

}  // namespace banxin::cli
