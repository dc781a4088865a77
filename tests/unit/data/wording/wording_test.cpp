#include "data/wording/wording.hpp"

#include <catch2/catch.hpp>

#include <fstream>
#include <random>
#include <sstream>

#include "support/committed.hpp"

using namespace banxin;
using namespace banxin::data::wording;

namespace {

std::string meaning_of(const std::string& words) {
  Unclear unclear;
  const auto statement = read(words, Language::zh_hans, unclear);
  if (!statement) return "? " + words.substr(unclear.begin, unclear.end - unclear.begin);
  return meaning(*statement) + (statement->unit.empty() ? "" : " " + statement->unit);
}

}  // namespace

TEST_CASE("each row of the corpus holds or fails as it says") {
  // words | value, with % or a unit | true or false
  std::ifstream file(std::string(BANXIN_PROJECT) + "/tests/wording/corpus.txt");
  std::string line;
  int rows = 0;
  while (std::getline(file, line)) {
    if (line.empty() || line.starts_with('#')) continue;
    ++rows;
    std::vector<std::string> fields;
    std::stringstream parts(line);
    for (std::string field; std::getline(parts, field, '|');) {
      field.erase(0, field.find_first_not_of(' '));
      field.erase(field.find_last_not_of(' ') + 1);
      fields.push_back(field);
    }
    REQUIRE(fields.size() == 3);
    INFO(line);
    std::size_t used = 0;
    double value = std::stod(fields[1], &used);
    std::string unit = fields[1].substr(used);
    if (unit == "%") {
      value /= 100;
      unit.clear();
    }
    Unclear unclear;
    const auto statement = read(fields[0], Language::zh_hans, unclear);
    REQUIRE(statement);
    INFO(meaning(*statement));
    CHECK(holds(*statement, value, unit) == (fields[2] == "true"));
  }
  CHECK(rows >= 300);
}

TEST_CASE("the contract's meanings") {
  CHECK(meaning_of("近七成") == "65% ≤ x < 70%");
  CHECK(meaning_of("约3倍") == "2.7 ≤ x ≤ 3.3");
  CHECK(meaning_of("超1/3") == "x > 33.333333%");
  CHECK(meaning_of("六成以上") == "x ≥ 60%");
  CHECK(meaning_of("半数") == "48% ≤ x ≤ 52%");
  CHECK(meaning_of("33.3%") == "33.25% ≤ x < 33.35%");
  CHECK(meaning_of("第一") == "x = 1");
  CHECK(meaning_of("前三") == "1 ≤ x ≤ 3");
  CHECK(meaning_of("108万元") == "1,075,000 ≤ x < 1,085,000 元");
  CHECK(meaning_of("6个百分点") == "5.5 points ≤ x < 6.5 points");
  CHECK(meaning_of("下降3%") == "\u22123.5% < x ≤ \u22122.5%");
}

TEST_CASE("what is not understood is named") {
  CHECK(meaning_of("很多") == "? 很多");
  CHECK(meaning_of("数十家") == "? 数十家");
  CHECK(meaning_of("") == "? ");
  CHECK(meaning_of("nearly everyone") == "? everyone");
}

TEST_CASE("any words are understood or not") {
  std::mt19937 random(3);
  const std::vector<std::string> pieces = {"近", "约", "三",    "十",   "万",   "成",       "分之", "1",  "/",
                                           ".",  "%",  "倍",    "多",   "以上", "个百分点", "第",   "前", "half",
                                           " ",  "of", "twice", "\xE5", "半",   "百",       "点",   "，"};
  std::uniform_int_distribution<std::size_t> pick(0, pieces.size() - 1), length(0, 8);
  int understood = 0;
  for (int i = 0; i < 20000; ++i) {
    std::string words;
    for (std::size_t n = length(random); n > 0; --n) words += pieces[pick(random)];
    Unclear unclear;
    const auto statement = read(words, Language::zh_hans, unclear);
    if (statement) {
      ++understood;
      CHECK(statement->low <= statement->high);
    } else {
      CHECK(unclear.begin <= unclear.end);
      CHECK(unclear.end <= words.size());
    }
  }
  CHECK(understood > 500);
}
