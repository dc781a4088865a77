#include "data/format/format.hpp"

#include <catch2/catch.hpp>

#include "data/format/han.hpp"

using namespace banxin;
using namespace banxin::data;
using expression::Problem;
using expression::ValueType;
using Kind = ValueType::Kind;

namespace {

std::string printed(double value, const std::string& format, Kind kind = Kind::number, const std::string& unit = "") {
  try {
    const Format read = read_format(format, {0, static_cast<std::uint32_t>(format.size())});
    return print(table::Value(value), {kind, unit}, read, Language::zh_hans);
  } catch (const Problem& problem) {
    std::string out(message(problem.id).text);
    for (const std::string& argument : problem.arguments) out += " / " + argument;
    return out + (problem.suggestion.empty() ? "" : "; " + problem.suggestion);
  }
}
std::string share(double value, const std::string& format) { return printed(value, format, Kind::percent); }

std::string date(const table::Date& value, const std::string& format, Language language = Language::zh_hans) {
  return print(table::Value(value), {Kind::date, {}},
               read_format(format, {0, static_cast<std::uint32_t>(format.size())}), language);
}

}  // namespace

TEST_CASE("a number prints with the decimals that it needs") {
  CHECK(printed(12, "") == "12");
  CHECK(printed(12345.5, "") == "12,345.5");
  CHECK(printed(-3, "") == "\u22123");
  CHECK(printed(0.1 + 0.2, "") == "0.3");
  CHECK(printed(1.0 / 3, "") == "0.3333");
  CHECK(share(0.333, "") == "33.3%");
  CHECK(share(0.345, "") == "34.5%");
  CHECK(share(0.07, "") == "7%");
  CHECK(share(2.8188, "") == "281.88%");
}

TEST_CASE("formats of numbers") {
  CHECK(share(0.3333, "percent(1)") == "33.3%");
  CHECK(share(0.0705, " percent(1) ") == "7.1%");
  CHECK(share(0.3, "percent") == "30%");
  CHECK(share(0.313, "signed") == "+31.3%");
  CHECK(share(-0.5, "signed | percent(0)") == "\u221250%");
  CHECK(share(0, "signed") == "0%");
  CHECK(share(0.0614, "points(1)") == "6.1个百分点");
  CHECK(share(-0.02, "points | signed") == "\u22122个百分点");
  CHECK(printed(2.5, "number(0)") == "3");
  CHECK(printed(1284000, "万") == "128.4万");
  CHECK(printed(1284000, "万 | number(0)") == "128万");
  CHECK(printed(120000000, "亿") == "1.2亿");
  CHECK(printed(34, "han") == "三十四");
  CHECK(share(0.33, "成") == "三成三");
  CHECK(share(0.7, "成") == "七成");
  CHECK(share(0.333, "分之") == "三分之一");
  CHECK(share(0.6667, "分之") == "三分之二");
  CHECK(share(0.5, "分之") == "二分之一");
}

TEST_CASE("numbers in Chinese characters") {
  const auto text = [](double value) { return han(decimal(value), value < 0); };
  CHECK(text(0) == "零");
  CHECK(text(10) == "十");
  CHECK(text(12) == "十二");
  CHECK(text(20) == "二十");
  CHECK(text(101) == "一百零一");
  CHECK(text(110) == "一百一十");
  CHECK(text(1001) == "一千零一");
  CHECK(text(10200) == "一万零二百");
  CHECK(text(100000) == "十万");
  CHECK(text(120000) == "十二万");
  CHECK(text(1000000) == "一百万");
  CHECK(text(100010001) == "一亿零一万零一");
  CHECK(text(3.05) == "三点零五");
  CHECK(text(-7) == "负七");
  CHECK(text(1e12) == "一万亿");
}

TEST_CASE("dates print by a pattern or as their language writes them") {
  using P = table::Date::Precision;
  CHECK(date({2023, 2, 1, P::month}, "date(YYYY年M月)") == "2023年2月");
  CHECK(date({2023, 2, 1, P::day}, "date(YY/MM/DD)") == "23/02/01");
  CHECK(date({2023, 2, 1, P::month}, "") == "2023年2月");
  CHECK(date({2023, 4, 1, P::quarter}, "") == "2023年第2季度");
  CHECK(date({2023, 4, 1, P::quarter}, "", Language::en) == "Q2 2023");
  CHECK(date({2023, 4, 5, P::day}, "", Language::en) == "2023-04-05");
}

TEST_CASE("several values have separators") {
  const std::vector<table::Value> values = {std::string("甲"), std::string("乙")};
  const ValueType type{Kind::text, {}, true};
  CHECK(print(values, type, {}, Language::zh_hans) == "甲、乙");
  CHECK(print(values, type, {}, Language::en) == "甲, 乙");
  CHECK(print(values, type, read_format("join( / )", {0, 9}), Language::zh_hans) == "甲 / 乙");
  CHECK(print(table::Value(), type, {}, Language::zh_hans) == "—");
}

TEST_CASE("what a format cannot do is said") {
  CHECK(share(0.3, "prcent") == "there is no format “{0}” / prcent; did you mean `percent`?");
  CHECK(printed(0.3, "percent") == "`{0}` cannot print {1} / percent / a number");
  CHECK(share(0.3, "number") == "`{0}` cannot print {1} / number / a percent; write percent or points");
  CHECK(share(0.3, "percent(x)") == "the format `{0}` is not complete / percent; write percent(1)");
  CHECK(share(0.3, "percent(1") == "the format `{0}` is not complete / percent; write percent(1)");
  CHECK(share(0.3, "date") == "the format `{0}` is not complete / date; write date(YYYY年M月)");
  CHECK(share(0.037, "分之") ==
        "`{0}` cannot print {1} / 分之 / a percent; the share has no such wording; print it as a percent");
  CHECK(printed(3, "成", Kind::number, "人") == "`{0}` cannot print {1} / 成 / a number in 人");
}
