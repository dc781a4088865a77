// A rule for make and ninja: which files a product was made of.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace banxin::cli {

/// `target: source…` with names escaped as GNU make and ninja both read them, then for each source a rule without
/// recipe, so that a file that was removed does not stop make. Throws MachineError for a name with a line break, which
/// no rule can hold.
std::string dependency_rule(std::string_view target, const std::vector<std::string>& sources);

}  // namespace banxin::cli
