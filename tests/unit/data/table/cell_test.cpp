#include "data/table/cell.hpp"

#include <fmt/format.h>
#include <catch2/catch.hpp>

using namespace banxin;
using namespace banxin::data;

namespace {

std::string read(std::string_view text, bool comma = false) {
  const CellValue value = read_cell(text, comma);
  switch (value.kind) {
    case CellValue::Kind::missing: return "missing";
    case CellValue::Kind::number: return fmt::format("{:.15g}{}", value.number, value.digits_lost ? " lost" : "");
    case CellValue::Kind::percent: return fmt::format("{:.15g}%", value.number * 100);
    case CellValue::Kind::date: return value.date.iso();
    case CellValue::Kind::boolean: return value.number != 0 ? "true" : "false";
    case CellValue::Kind::text: return "text";
  }
  return {};
}

}  // namespace

TEST_CASE("numbers as people write them") {
  CHECK(read("12") == "12");
  CHECK(read("1,234.5") == "1234.5");
  CHECK(read("1,234,567") == "1234567");
  CHECK(read("(1,000)") == "-1000");
  CHECK(read("−3") == "-3");
  CHECK(read("-3.5") == "-3.5");
  CHECK(read("+3") == "3");
  CHECK(read(".5") == "0.5");
  CHECK(read("12.5%") == "12.5%");
  CHECK(read("12.5 %") == "12.5%");
  CHECK(read("-0.3％") == "-0.3%");
  CHECK(read("5‰") == "0.5%");
  CHECK(read("10万") == "100000");
  CHECK(read("1.2亿") == "120000000");
  CHECK(read("3万亿") == "3000000000000");
  CHECK(read("￥3,000") == "3000");
  CHECK(read("$-5") == "-5");
  CHECK(read("-$5") == "-5");
  CHECK(read("€ 7.25") == "7.25");
  CHECK(read("１２３．５") == "123.5");
  CHECK(read("（1,000）") == "-1000");
  CHECK(read("1e3") == "1000");
  CHECK(read("1.5E-3") == "0.0015");
  CHECK(read("1 234 567") == "1234567");
  CHECK(read("1234567890123456") == "1.23456789012346e+15 lost");
  CHECK(read("0.100000000000000") == "0.1");
}

TEST_CASE("numbers with a decimal comma") {
  CHECK(read("1,5", true) == "1.5");
  CHECK(read("1.234,5", true) == "1234.5");
  CHECK(read("12,5%", true) == "12.5%");
}

TEST_CASE("what only looks like a number is text") {
  for (const char* text : {"1,23", "12,34,567", "1.2.3", "12a", "--3", "1,2345", "万", "%", "3-4", "1O0"}) {
    INFO(text);
    CHECK(read(text) == "text");
  }
}

TEST_CASE("missing, dates and booleans") {
  for (const char* text : {"", "-", "—", "N/A", "n/a"}) CHECK(read(text) == "missing");
  CHECK(read("2023-02-01") == "2023-02-01");
  CHECK(read("2023/2/1") == "2023-02-01");
  CHECK(read("2023年2月") == "2023-02");
  CHECK(read("2023年2月1日") == "2023-02-01");
  CHECK(read("2023-02") == "2023-02");
  CHECK(read("2023Q1") == "2023-Q1");
  CHECK(read("2023 Q4") == "2023-Q4");
  CHECK(read("2023年第3季度") == "2023-Q3");
  CHECK(read("2023年") == "2023");
  CHECK(read("2023-13") == "text");
  CHECK(read("2023-02-30") == "text");
  CHECK(read("2023Q5") == "text");
  CHECK(read("是") == "true");
  CHECK(read("no") == "false");
}
