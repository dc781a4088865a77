#include "core/message.hpp"
#include "support/committed.hpp"

using namespace banxin;

TEST_CASE("the list of messages is that of the catalogue") {
  std::string table =
      "# Messages\n\nCodes are stable: a code is never reused. `{0}`, `{1}` … are values of the content.\nGenerated "
      "from "
      "the catalogue; the tests keep it up to date.\n\n| code | kind | message |\n| --- | --- | --- "
      "|\n";
  const auto kind = [](Severity severity) {
    return severity == Severity::error ? "error" : severity == Severity::warning ? "warning" : "hint";
  };
#define BANXIN_MESSAGE(name, code, severity, text) \
  table += std::string("| ") + (code) + " | " + kind(severity) + " | " + (text) + " |\n";
#include "core/messages.def"
#undef BANXIN_MESSAGE
  test::check_committed("docs/messages.md", table);
}
