#include <catch2/catch.hpp>

#include "data/expression/functions.hpp"
#include "data/format/format.hpp"
#include "data/wording/wording.hpp"
#include "support/committed.hpp"

using namespace banxin;

TEST_CASE("the references of functions, formats and words are up to date") {
  test::check_committed("docs/expression-reference.md",
                        "# Functions and formats\n\nMade from the tables in `src/data/expression/functions.cpp` and "
                        "`src/data/format/format.cpp`.\n\n## Functions\n\n" +
                            data::expression::function_reference() +
                            "\n## Formats\n\nAfter the expression of a printed value, with `|` before each: "
                            "`{{ exports.total | 万 | number(1) }}`.\n\n" +
                            data::format_reference());
  test::check_committed("docs/wording.md",
                        "# Checked words\n\nMade from the tables in `src/data/wording/wording.cpp`; "
                        "`tests/wording/corpus.txt` has both sides of each boundary.\n\n" +
                            data::wording::reference());
}
