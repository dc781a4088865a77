#include "cli/dependency_file.hpp"

#include "cli/exit_status.hpp"

namespace banxin::cli {

namespace {

/// Escapes a name as GCC does for -MD: backslashes before a blank are doubled, others are not.
std::string escaped(std::string_view name) {
  std::string result;
  std::size_t backslashes = 0;
  for (const char c : name) {
    if (c == '\n' || c == '\r') {
      throw MachineError("the file name “" + std::string(name) +
                         "” has a line break, which is not possible in a rule for make");
    }
    if (c == ' ' || c == '\t' || c == '#') {
      result.append(c == '#' ? 0 : backslashes, '\\');
      result += '\\';
    } else if (c == '$') {
      result += '$';
    }
    backslashes = c == '\\' ? backslashes + 1 : 0;
    result += c;
  }
  return result;
}

}  // namespace

std::string dependency_rule(std::string_view target, const std::vector<std::string>& sources) {
  std::string rule = escaped(target) + ":";
  std::string removable;
  for (const std::string& source : sources) {
    const std::string name = escaped(source);
    rule += " \\\n  " + name;
    removable += "\n" + name + ":\n";
  }
  return rule + "\n" + removable;
}

}  // namespace banxin::cli
