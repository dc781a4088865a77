#include "model/value_types.hpp"

#include <catch2/catch.hpp>

using namespace banxin;
using namespace banxin::model;

namespace {

template <class T>
struct Value {
  source::SourceFiles files{std::make_shared<source::MemoryFiles>()};
  Diagnostics diagnostics;
  T value{};
  bool good = false;
  Value(Type<T> type, const std::string& text) {
    const FileId id = files.add("a.yaml", "x: " + text + "\n");
    const auto tree = source::YamlTree::read(files, id, diagnostics);
    REQUIRE(tree);
    Reader reader(files, diagnostics, ".");
    good = type.read(reader, tree->root().find("x"), "x", value);
    CHECK(good == diagnostics.all().empty());
  }
  [[nodiscard]] std::string fault() const {
    return diagnostics.all().empty() ? "" : diagnostics.all()[0].text + " / " + diagnostics.all()[0].suggestion;
  }
};

Measure measured(const std::string& text) { return Value<Measure>(measure(), text).value; }
std::string measure_fault(const std::string& text) { return Value<Measure>(measure(), text).fault(); }

}  // namespace

TEST_CASE("lengths have units") {
  CHECK(measured("10pt").length == Length::pt(10));
  CHECK(measured("25.4mm").length == Length::pt(72));
  CHECK(measured("2.54cm").length == Length::pt(72));
  CHECK(measured("1in").length == Length::pt(72));
  CHECK(measured("100Q").length == Length::mm(25));
  CHECK(measured("-3 mm").length == Length::mm(-3));
  CHECK(measured("+.5em").unit == Measure::Unit::em);
  CHECK(measured("2em").number == 2);
  CHECK(measured("1.5lines").unit == Measure::Unit::lines);
  CHECK(measured("1line").number == 1);
  CHECK(measured("50%").unit == Measure::Unit::percent);
  CHECK(measured("0").length == Length{});
}

TEST_CASE("a length with a wrong unit names the right ones") {
  CHECK(measure_fault("10") ==
        "the length `10` has no unit / write 10mm or 10pt; units are mm, cm, in, pt, Q, em, lines, %");
  CHECK(measure_fault("10furlongs") == "unknown unit of length `furlongs` / units are mm, cm, in, pt, Q, em, lines, %");
  CHECK(measure_fault("3ml").starts_with("unknown unit of length `ml` / did you mean 3mm?"));
  CHECK(measure_fault("abc") == "`x` must be a length such as 10pt, but this is “abc” / ");
  CHECK(measure_fault("[1]") == "`x` must be a length such as 10pt, but this is a list / ");
  CHECK(measure_fault("1e99mm").starts_with("unknown unit of length `e99mm`"));
  CHECK(measure_fault("999999999mm") == "`x` must be between -100000mm and 100000mm, but this is 999999999mm / ");
  CHECK(measure_fault("99999em") == "`x` must be between -10000em and 10000em, but this is 99999em / ");
}

TEST_CASE("dates exist") {
  const auto fault = [](const std::string& text) { return Value<std::string>(date(), text).fault(); };
  for (const char* good : {"2023", "2023-03", "2024-02-29", "\"2023-12-31\""}) CHECK(fault(good).empty());
  CHECK(fault("2023-13") == "`2023-13` is not a date / write it as YYYY, YYYY-MM or YYYY-MM-DD, such as 2023-03");
  CHECK(fault("2023-02-29").starts_with("`2023-02-29` is not a date"));
  CHECK(fault("1900-02-29").starts_with("`1900-02-29` is not a date"));
  CHECK(fault("2023/3") == "`2023/3` is not a date / write 2023-03");
  CHECK(fault("2023年3月1日") == "`2023年3月1日` is not a date / write 2023-03-01");
  CHECK(fault("0000").starts_with("`0000` is not a date"));
}

TEST_CASE("numbers, whole numbers and truth values") {
  CHECK(Value<double>(number(), "-1.5e2").value == -150);
  CHECK(Value<double>(number(), "12%").fault() == "`x` must be a number, but this is “12%” / write 12");
  CHECK(Value<double>(number(), "\"12\"").fault() ==
        "`x` must be a number, but this is “12” / write it without quotation marks");
  CHECK(Value<double>(number(), ".inf").fault() == "`x` must be a number, but this is “.inf” / ");
  CHECK(Value<double>(number(), "nan").fault() == "`x` must be a number, but this is “nan” / ");
  CHECK(Value<double>(number(0, 1), "1.5").fault() == "`x` must be between 0 and 1, but this is 1.5 / ");
  CHECK(Value<int>(integer(1, 6), "3").value == 3);
  CHECK(Value<int>(integer(1, 6), "2.5").fault() == "`x` must be a whole number, but this is “2.5” / ");
  CHECK(Value<int>(integer(1, 6), "7").fault() == "`x` must be between 1 and 6, but this is 7 / ");
  CHECK(Value<bool>(boolean(), "true").value);
  CHECK_FALSE(Value<bool>(boolean(), "no").value);
  CHECK(Value<bool>(boolean(), "ture").fault() == "`x` must be true or false, but this is “ture” / ");
  CHECK(Value<int>(weight(), "bold").value == 700);
  CHECK(Value<int>(weight(), "350").value == 350);
  CHECK(Value<int>(weight(), "bolt").fault() == "`x` cannot be `bolt` / did you mean `bold`?");
}

TEST_CASE("text is text whatever YAML thinks of it") {
  for (const char* word : {"no", "on", "null", "~", "2022-02", "1.0", "true", "0o17"}) {
    CHECK(Value<std::string>(text(), word).value == word);
  }
  CHECK(Value<std::string>(text(), "{a: b}").fault() ==
        "`x` must be text, but this is a mapping / put text with “: ” or in brackets in quotation marks");
}
