#include "data/prose_numbers.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace banxin;

namespace {

/// The text with its numbers in angle brackets.
std::string marked(const std::string& text) {
  std::string out;
  std::size_t at = 0;
  for (const data::ProseNumber& number : data::prose_numbers(text)) {
    out += text.substr(at, number.begin - at) + "<" + text.substr(number.begin, number.end - number.begin) + ">";
    at = number.end;
  }
  return out + text.substr(at);
}

}  // namespace

TEST_CASE("numbers that state something are found") {
  CHECK(marked("占34.5%，近七成，三分之一") == "占<34.5%>，近<七成>，<三分之一>");
  CHECK(marked("共18240册，10万人，1.2亿元") == "共<18240>册，<10万>人，<1.2亿>元");
  CHECK(marked("半数以上，翻番，两倍，百分之六十") == "<半数>以上，<翻番>，<两倍>，<百分之六十>");
  CHECK(marked("高出6个百分点，占1/3") == "高出<6个百分点>，占<1/3>");
}

TEST_CASE("numbers that name or count through are not") {
  for (const char* text :
       {"2023年2月1日", "2022-02至2023-02", "第3章第12页", "TOP10", "Top 10", "GPT-4和DALL-E 2", "5G手机", "2023 AIGC",
        "12:30", "30岁以上", "30～35岁", "大于30岁", "90后", "成为一个成功的统一体", "3月8日"}) {
    INFO(text);
    CHECK(marked(text) == text);
  }
}
