// A rule for make and ninja with the dependencies of the output file.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace banxin::cli {

/// `target: source…` with names escaped for GNU make and ninja, then for each source a rule without
/// recipe, so that make does not fail if the file is removed. Throws MachineError for a name with a line break, which
/// is not possible in a rule.
std::string dependency_rule(std::string_view target, const std::vector<std::string>& sources);

}  // namespace banxin::cli
