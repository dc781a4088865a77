#include <catch2/catch.hpp>

#include <cmath>
#include <random>

#include "data/expression/evaluator.hpp"
#include "unit/data/expression/sample.hpp"

using namespace banxin;
using namespace banxin::data::expression;

TEST_CASE("an expression reads cells, rows and columns") {
  const Sample value;
  CHECK(value("cities[北京].占比") == "33.3%");
  CHECK(value(" cities[北京, 上海].占比 ") == "[33.3%, 18.1%]");
  CHECK(value("age[30～35岁..35岁以上].占比") == "[34.5%, 34.5%]");
  CHECK(value("cities[占比 > 15%].占比") == "[33.3%, 18.1%]");
  CHECK(value("cities.薪酬") == "[108万元, 90万元, 72.5万元, 60万元]");
  CHECK(value("`sales 表`[\"a,b\"].`2023 年`") == "5");
  CHECK(value("cities[杭州].占比") == "missing");
  CHECK(value("row.薪酬") == "72.5万元");
  CHECK(value("cities[:city].占比") == "18.1%");
  CHECK(value("cities[名 = city].占比") == "[18.1%]");
  CHECK(value("cities［北京］．占比") ==
        "“［” has no meaning in an expression at <［>; rows are written in ASCII brackets, [ and ]");
}

TEST_CASE("numbers, percents and texts are written as people write them") {
  const Sample value;
  CHECK(value("12") == "12");
  CHECK(value("34.5%") == "34.5%");
  CHECK(value("３４．５％") == "34.5%");
  CHECK(value("10万") == "100000");
  CHECK(value("1.2亿") == "120000000");
  CHECK(value("\"甲 乙\"") == "甲 乙");
  CHECK(value("“甲”") == "甲");
}

TEST_CASE("operators bind as in arithmetic") {
  const Sample value;
  CHECK(value("1 + 2 * 3") == "7");
  CHECK(value("(1 + 2) * 3") == "9");
  CHECK(value("-2 ^ 2") == "-4");
  CHECK(value("2 ^ 3 ^ 2") == "512");
  CHECK(value("2 - 3 - 4") == "-5");
  CHECK(value("８ ÷ ２ × ３ － １") == "11");
  CHECK(value("not 1 > 2 and 3 >= 3 or false") == "true");
  CHECK(value("\"北京\" in cities.名") == "true");
  CHECK(value("7 in cities.人数") == "false");
}

TEST_CASE("comparisons round to twelve digits") {
  const Sample value;
  CHECK(value("0.1 + 0.2 = 0.3") == "true");
  CHECK(value("0.1 + 0.2 > 0.3") == "false");
  CHECK(value("1.00000000001 = 1") == "false");
  CHECK(value("10% + 20% = 30%") == "true");
  CHECK(rounded(0.1 + 0.2) == 0.3);
}

TEST_CASE("functions") {
  const Sample value;
  CHECK(value("sum(cities[北京, 上海].占比)") == "51.4%");
  CHECK(value("mean(cities.薪酬)") == "82.625万元");
  CHECK(value("median(cities.薪酬)") == "81.25万元");
  CHECK(value("median(cities[北京, 上海, 深圳].薪酬)") == "90万元");
  CHECK(value("min(cities.薪酬)") == "60万元");
  CHECK(value("max(3, 7, 5)") == "7");
  CHECK(value("count(cities)") == "4");
  CHECK(value("count(cities.占比)") == "3");
  CHECK(value("count(cities[占比 > 15%])") == "2");
  CHECK(value("first(cities.名)") == "北京");
  CHECK(value("last(cities.人数)") == "50人");
  CHECK(value("rank(cities.薪酬, 上海)") == "2");
  CHECK(value("rank(cities.薪酬, city)") == "2");
  CHECK(value("share(cities.人数, 北京)") == "46.15384615%");
  CHECK(value("growth(100, 131.3)") == "31.3%");
  CHECK(value("growth(cities[上海].人数, cities[北京].人数)") == "50%");
  CHECK(value("round(2.5)") == "3");
  CHECK(value("round(-1.25, 1)") == "-1.3");
  CHECK(value("round(33.35%, 1)") == "33.4%");
  CHECK(value("abs(-3)") == "3");
  CHECK(value("if(cities[北京].占比 > 30%, \"多\", \"少\")") == "多");
  CHECK(value("top(cities.薪酬, 2)") == "[108万元, 90万元]");
  CHECK(value("sum(cities[占比 > 90%].占比)") == "0%");
}

TEST_CASE("units are kept and checked") {
  const Sample value;
  CHECK(value("cities[北京].薪酬 - cities[上海].薪酬") == "18万元");
  CHECK(value("cities[北京].薪酬 / cities[上海].薪酬") == "1.2");
  CHECK(value("cities[北京].薪酬 * 12") == "1296万元");
  CHECK(value("cities[北京].薪酬 > 100") == "true");
  CHECK(value("cities[北京].薪酬 * (1 + 10%)") == "118.8万元");
  CHECK(value("cities[北京].薪酬 / cities[北京].人数") == "0.36万元/人");
  CHECK(value("cities[北京].占比 + cities[北京].薪酬") ==
        "“+” cannot join a percent and a number in 万元 at <cities[北京].占比 + cities[北京].薪酬>");
  CHECK(value("cities[北京].薪酬 > cities[北京].人数") ==
        "“>” cannot join a number in 万元 and a number in 人 at <cities[北京].薪酬 > cities[北京].人数>; "
        "numbers in different units cannot be compared or added");
  CHECK(value("cities[北京].占比 > 0") == "true");
  CHECK(value("0 < -cities[北京].占比") == "false");
  CHECK(value("cities[北京].占比 > 30") ==
        "“>” cannot join a percent and a number at <cities[北京].占比 > 30>; "
        "write a percent with its sign, such as 5%");
  CHECK(value("cities[北京].薪酬 > 100万") ==
        "“>” cannot join a number in 万元 and a number at <cities[北京].薪酬 > 100万>; "
        "the number takes the unit 万元: write it without 万 or 亿");
}

TEST_CASE("what is wrong is named at its place, with what was meant") {
  const Sample value;
  CHECK(value("citis[北京].占比") == "unknown table `citis` at <citis>; did you mean `cities`?");
  CHECK(value("cities[北平].占比") == "unknown row “北平” in the table `cities` at <北平>; did you mean `北京`?");
  CHECK(value("cities[北京].份额") ==
        "unknown column `份额` in the table `cities` at <份额>; columns are 名, 占比, 薪酬, 人数");
  CHECK(value("cities[北京，上海].占比") ==
        "unknown row “北京，上海” in the table `cities` at <北京，上海>; keys are divided by the ASCII comma “,”");
  CHECK(value("summ(cities.占比)") == "unknown function `summ` at <summ>; did you mean `sum`?");
  CHECK(value("growth(1)") == "`growth` does not take 1 argument at <growth(1)>; write growth(from, to)");
  CHECK(value("1 +") == "the expression is incomplete at <>; a value is missing here");
  CHECK(value("") == "the expression is incomplete at <>; a value is missing here");
  CHECK(value("(1") == "this bracket “(” is never closed at <(>; close it with “)”");
  CHECK(value("cities[北京.占比") == "this bracket “[” is never closed at <[>; close it with “]”");
  CHECK(value("1 2") == "“2” is not expected here at <2>; an operator is missing before it");
  CHECK(value("12元") == "“12元” is not a number and not a name at <12元>; a number is written without its unit");
  CHECK(value("rank(quarters.销量, 2025Q4)") == "1");
  CHECK(value("rank(quarters.销量, 2023)") == "2");
  CHECK(value("rank(quarters.销量, 2025Q5)") ==
        "unknown row “2025Q5” in the table `quarters` at <2025Q5>; did you mean `2025Q4`?");
  CHECK(value("#") == "“#” has no meaning in an expression at <#>; other names are written in backquotes");
  CHECK(value("'a'") == "“'” has no meaning in an expression at <'>; text is written in double quotation marks");
  CHECK(value("\"a") == "this quotation mark \" is never closed at <\">; close it");
  CHECK(value("1 / 0") == "division by zero at <0>");
  CHECK(value("10 ^ 400") == "the result is too large for a number at <10 ^ 400>");
  CHECK(
      value("cities.占比 + 1%") ==
      "an operator must have a single value here, but this is several percents at <cities.占比>; name one row, or use "
      "sum, mean, max or another function");
  CHECK(
      value("cities[占比 > 15%].占比 > 5%") ==
      "a single value is expected here, but 2 rows are selected at <[占比 > 15%]>; select exactly one row, or use sum, "
      "mean, max or another function");
  CHECK(value("age[35岁以上..30岁以下].占比") ==
        "the row “35岁以上” comes after “30岁以下” in the table at <[35岁以上..30岁以下]>; write 30岁以下..35岁以上");
  CHECK(value("mean(cities[占比 > 90%].占比)") ==
        "`mean` has no value here: no values are selected, or all are missing at <cities[占比 > 90%].占比>");
  CHECK(value("top(cities.占比, 9)") == "`top` cannot give 9 of 3 values at <9>");
  CHECK(value("sum(cities)") ==
        "`sum` must have numbers here, but this is rows at <cities>; name a column after a dot");
  CHECK(value("city + 1") == "“+” must have a number here, but this is text at <city>");
  CHECK(value(std::string(200, '(') + "1") == "the expression has more than 64 levels at <(>");
  CHECK(value(std::string(5000, '1')) == "the expression is longer than 4096 bytes at <1>; divide it into claims");
}

TEST_CASE("a value knows its cells and their provenance") {
  Sample sample;
  auto published = make("p", {"a", "b"}, {column("v", table::Type::number, "", {1.0, 2.0})});
  published->default_provenance = Provenance::published;
  auto columns = published->columns();
  columns[1].provenance = {std::nullopt, Provenance::reconstructed};
  sample.tables["p"] = std::make_shared<table::Table>("p", Span{}, columns, 0, published->keys());
  auto mixed = std::make_shared<table::Table>(*sample.tables["p"]);
  mixed->default_provenance = Provenance::published;
  sample.tables["p"] = mixed;
  const auto provenance = [&](const std::string& text) {
    Diagnostics diagnostics;
    const SourceMap map(Span{0, 0, 0});
    const auto checked = read(text, map, Environment(sample.tables, sample.variables), diagnostics);
    return value_of(*checked, map, diagnostics)->provenance();
  };
  CHECK(provenance("p[a].v") == Provenance::published);
  CHECK(provenance("p[b].v") == Provenance::reconstructed);
  CHECK(provenance("p[a].v * 2") == Provenance::derived);
  CHECK(provenance("sum(p.v)") == Provenance::reconstructed);
  CHECK(provenance("1 + 1") == std::nullopt);
}

namespace {

/// A random arithmetic expression with its value, computed along the way.
double arithmetic(std::mt19937& random, int depth, std::string& text) {
  std::uniform_int_distribution<int> pick(0, 4), digit(1, 9);
  if (depth == 0 || pick(random) == 0) {
    const int number = digit(random);
    text += std::to_string(number);
    return number;
  }
  text += "(";
  const double left = arithmetic(random, depth - 1, text);
  const int op = pick(random) % 4;
  text += std::string(" ") + "+-*/"[op] + " ";
  const double right = arithmetic(random, depth - 1, text);
  text += ")";
  return op == 0 ? left + right : op == 1 ? left - right : op == 2 ? left * right : left / right;
}

}  // namespace

TEST_CASE("random arithmetic has the value that it has in C++") {
  std::mt19937 random(20230328);
  const Sample sample;
  Diagnostics diagnostics;
  const SourceMap map(Span{0, 0, 0});
  int compared = 0;
  for (int i = 0; i < 2000; ++i) {
    std::string text;
    const double expected = arithmetic(random, 5, text);
    if (!std::isfinite(expected)) continue;
    const auto checked = read(text, map, Environment(sample.tables, sample.variables), diagnostics);
    REQUIRE(checked);
    const auto result = value_of(*checked, map, diagnostics);
    if (!result) continue;  // a division by what is zero up to rounding
    ++compared;
    CHECK(std::abs(*result->number() - expected) <= 1e-9 * std::max(1.0, std::abs(expected)));
  }
  CHECK(compared > 1500);
}

TEST_CASE("any text is an expression or a diagnostic") {
  std::mt19937 random(7);
  const Sample sample;
  const std::vector<std::string> pieces = {"cities", "[",   "]",  "北京", ".占比", "(",  ")",   "sum", "+",
                                           "-",      "..",  ",",  "\"",   "`",     "5%", "12",  "万",  " ",
                                           "and",    "not", "in", "=",    "<",     "|",  "age", "：",  "\xE4"};
  std::uniform_int_distribution<std::size_t> pick(0, pieces.size() - 1), length(0, 12);
  for (int i = 0; i < 20000; ++i) {
    std::string text;
    for (std::size_t n = length(random); n > 0; --n) text += pieces[pick(random)];
    Diagnostics diagnostics;
    const SourceMap map(Span{0, 0, 0});
    const auto checked = read(text, map, Environment(sample.tables, sample.variables), diagnostics);
    const bool valued = checked && value_of(*checked, map, diagnostics);
    CHECK(valued != diagnostics.has_errors());
  }
}
