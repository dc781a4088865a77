// The statements of the publication's text about the numbers of its charts, checked with the content as the program
// reads them. What the text does not say is a reconstruction and must be marked so: the lists of published and derived
// figures at the end are complete.
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "content/publication.hpp"

namespace banxin {
namespace {

using content::chart;
using content::sum;
using content::value;
using content::values;
using model::Provenance;

bool descending(const model::Series& series) {
  const std::vector<double> numbers = values(series);
  return std::is_sorted(numbers.begin(), numbers.end(), std::greater_equal<>());
}

bool has(const model::Series& series, const std::string& label) {
  return std::any_of(series.data.begin(), series.data.end(), [&](const auto& datum) { return *datum.label == label; });
}

/// Sums of decimals are exact to the decimals: the error of binary fractions is much smaller.
Approx exactly(double number) { return Approx(number).epsilon(0).margin(1e-9); }

TEST_CASE("heat index: May, August and February stand out, and February 2023 is the highest") {
  const model::Series& heat = chart("heat").series.at(0);
  REQUIRE(heat.data.size() == 13);
  CHECK(*heat.data.front().label == "2022-02");
  CHECK(*heat.data.back().label == "2023-02");
  std::vector<std::string> peaks;
  for (std::size_t i = 0; i < heat.data.size(); ++i) {
    const double here = *heat.data[i].value;
    const bool above_before = i == 0 || here > *heat.data[i - 1].value;
    const bool above_after = i + 1 == heat.data.size() || here > *heat.data[i + 1].value;
    if (above_before && above_after) peaks.push_back(*heat.data[i].label);
  }
  CHECK(peaks == std::vector<std::string>{"2022-05", "2022-08", "2023-02"});
  const std::vector<double> numbers = values(heat);
  CHECK(*std::max_element(numbers.begin(), numbers.end()) == numbers.back());

  std::map<std::string, std::string> events;
  for (const model::Event& event : chart("heat").events) events[*event.at] = *event.label;
  CHECK(events == std::map<std::string, std::string>{
                      {"2022-05", "DALL-E 2"}, {"2022-08", "Stable Diffusion"}, {"2023-02", "ChatGPT"}});
}

TEST_CASE("industries: the internet first, artificial intelligence 6.45 %") {
  const model::Series& industries = chart("industries").series.at(0);
  CHECK(industries.data.size() == 10);
  CHECK(*industries.data.front().label == "纯互联网");
  CHECK(descending(industries));
  CHECK(sum(industries) <= 100);
  CHECK(value(industries, "人工智能") == 6.45);
}

TEST_CASE("cities: Beijing a third, more than Shanghai and Shenzhen, the three above 60 %") {
  const model::Series& cities = chart("cities").series.at(0);
  const double beijing = value(cities, "北京"), others = value(cities, "上海") + value(cities, "深圳");
  CHECK(cities.data.size() == 10);
  CHECK(descending(cities));
  CHECK(sum(cities) <= 100);
  CHECK(beijing == Approx(100.0 / 3).margin(0.05));
  CHECK(beijing > others);
  CHECK(beijing + others > 60);
  // The bracket next to the two has their sum.
  REQUIRE(chart("cities").events.size() == 1);
  CHECK(others == exactly(29.6));
  CHECK(*chart("cities").events[0].label == "两城总和29.6%");
}

TEST_CASE("age: a third of AIGC talent above 35, near seventy per cent above 30; the internet six points less") {
  const model::Chart& age = chart("age");
  REQUIRE(age.series.size() == 2);
  const model::Series &aigc = age.series[0], &internet = age.series[1];
  CHECK(*aigc.name == "AIGC人才年龄分布情况");
  CHECK(*internet.name == "互联网行业人才年龄分布情况");
  REQUIRE(aigc.data.size() == internet.data.size());
  for (std::size_t i = 0; i < aigc.data.size(); ++i) CHECK(*aigc.data[i].label == *internet.data[i].label);
  CHECK(sum(aigc) == exactly(100));
  CHECK(sum(internet) == exactly(100));
  CHECK(value(aigc, "35岁以上") == 34.5);
  CHECK(value(internet, "35岁以上") == exactly(34.5 - 6));
  const double above_30 = value(aigc, "35岁以上") + value(aigc, "30～35岁");
  CHECK(above_30 >= 67);
  CHECK(above_30 < 70);
  CHECK(100 - above_30 == Approx(30).margin(3));
  CHECK(value(internet, "35岁以上") + value(internet, "30～35岁") < above_30);
}

TEST_CASE("growth: the published rates of three years after the base year") {
  const model::Series& growth = chart("growth").series.at(0);
  REQUIRE(growth.data.size() == 4);
  CHECK(*growth.data[0].label == "2020年1-2月");
  CHECK(values(growth) == std::vector<double>{0, 281.88, 76.74, 31.3});
}

TEST_CASE("new jobs: the internet a third, three times artificial intelligence, above fintech and games together") {
  const model::Series& jobs = chart("new-jobs").series.at(0);
  const double internet = value(jobs, "互联网");
  CHECK(jobs.data.size() == 5);
  CHECK(descending(jobs));
  CHECK(sum(jobs) <= 100);
  CHECK(internet == Approx(100.0 / 3).margin(0.05));
  CHECK(internet / value(jobs, "人工智能") == Approx(3).margin(0.1));
  CHECK(internet > value(jobs, "新金融科技") + value(jobs, "游戏"));
}

TEST_CASE("roles: engineering leads demand, products and operations lead supply") {
  const model::Chart& roles = chart("roles");
  REQUIRE(roles.series.size() == 2);
  const model::Series &demand = roles.series[0], &supply = roles.series[1];
  CHECK(*demand.name == "AIGC领域热招岗位TOP10");
  CHECK(*supply.name == "AIGC领域热投岗位TOP10");
  CHECK(demand.data.size() == 10);
  CHECK(supply.data.size() == 10);
  CHECK(descending(demand));
  CHECK(descending(supply));
  for (const char* role : {"算法工程师", "自然语言处理", "图像识别"}) CHECK(has(demand, role));
  CHECK(*supply.data[0].label == "AI产品经理");
  const std::vector<std::string> words{"产品", "运营", "项目", "商业", "市场"};
  const auto is_other_than_engineering = [&](const model::Datum& datum) {
    return std::any_of(words.begin(), words.end(),
                       [&](const std::string& word) { return datum.label->find(word) != std::string::npos; });
  };
  CHECK(std::none_of(demand.data.begin(), demand.data.begin() + 5, is_other_than_engineering));
  CHECK(std::count_if(demand.data.begin(), demand.data.end(), is_other_than_engineering) <= 2);
  CHECK(std::count_if(supply.data.begin(), supply.data.end(), is_other_than_engineering) > 5);
}

TEST_CASE("pay: three roles reach a million, image recognition the most, product managers 900,000") {
  const model::Series& pay = chart("pay").series.at(0);
  CHECK(descending(pay));
  CHECK(*pay.data.front().label == "图像识别");
  CHECK(value(pay, "AIGC产品经理") == 90);
  std::set<std::string> million;
  for (const model::Datum& datum : pay.data) {
    if (*datum.value >= 100) million.insert(*datum.label);
  }
  CHECK(million == std::set<std::string>{"图像识别", "算法研究员", "深度学习"});
  // The text speaks of the pay of the roles in demand.
  std::set<std::string> demanded, paid;
  for (const model::Datum& datum : chart("roles").series.at(0).data) demanded.insert(*datum.label);
  for (const model::Datum& datum : pay.data) paid.insert(*datum.label);
  CHECK(demanded == paid);
}

TEST_CASE("education: bachelors most, masters and doctors near half, the gap small") {
  const model::Series& education = chart("education").series.at(0);
  const double bachelor = value(education, "本科"), master = value(education, "硕士");
  CHECK(sum(education) == exactly(100));
  for (const model::Datum& datum : education.data) CHECK(*datum.value <= bachelor);
  CHECK(bachelor > master);
  CHECK(bachelor - master < 6);
  const double above = master + value(education, "博士");
  CHECK(above >= 45);
  CHECK(above < 50);
}

TEST_CASE("experience: near eighty per cent three years and more, near half five years and more") {
  const model::Series& experience = chart("experience").series.at(0);
  const double five = value(experience, "5～10年") + value(experience, "10年以上");
  const double three = five + value(experience, "3～5年");
  CHECK(sum(experience) == exactly(100));
  CHECK(three >= 77);
  CHECK(three < 80);
  CHECK(five >= 45);
  CHECK(five < 50);
}

TEST_CASE("map: the products that the text names are there, and no number is") {
  const model::Chart& map = chart("landscape");
  CHECK(map.series.empty());
  std::set<std::string> products;
  for (const model::LandscapeGroup& group : map.groups) {
    CHECK(group.items.size() == map.groups.front().items.size());
    for (const model::LandscapeItem& item : group.items) CHECK(products.insert(*item.name).second);
  }
  for (const char* named : {"ChatGPT", "GPT-4", "文心一言", "ChatJD", "DALL-E 2", "Stable Diffusion"}) {
    CHECK(products.count(named) == 1);
  }
}

using Figure = std::tuple<std::string, std::string, double>;

std::set<Figure> figures_of(Provenance provenance) {
  std::set<Figure> figures;
  for (const auto& [id, each] : content::charts()) {
    for (const model::Series& series : each.series) {
      for (const model::Datum& datum : series.data) {
        if (datum.provenance == provenance) figures.emplace(id, *datum.label, *datum.value);
      }
    }
  }
  return figures;
}

TEST_CASE("exactly the figures that the text states are marked published") {
  CHECK(figures_of(Provenance::published) == std::set<Figure>{{"industries", "人工智能", 6.45},
                                                              {"age", "35岁以上", 34.5},
                                                              {"growth", "2021年1-2月", 281.88},
                                                              {"growth", "2022年1-2月", 76.74},
                                                              {"growth", "2023年1-2月", 31.3},
                                                              {"pay", "AIGC产品经理", 90}});
}

TEST_CASE("derived figures follow from published words; the rest is reconstructed") {
  CHECK(figures_of(Provenance::derived) == std::set<Figure>{{"cities", "北京", 33.3},
                                                            {"age", "35岁以上", 28.5},
                                                            {"growth", "2020年1-2月", 0},
                                                            {"new-jobs", "互联网", 33.3},
                                                            {"new-jobs", "人工智能", 11.1}});
  for (const auto& [id, each] : content::charts()) {
    INFO(id);
    CHECK(each.reconstructed() == (id != "growth"));
  }
}

TEST_CASE("every chart can be read aloud and has its title from the source") {
  CHECK(content::charts().size() == 11);
  for (const auto& [id, each] : content::charts()) {
    INFO(id);
    CHECK(each.alternative->size() > 30);
    CHECK_FALSE(each.icon->empty());
    CHECK((id == "landscape" || id == "age" || id == "roles") == each.title.empty());
  }
}

}  // namespace
}  // namespace banxin
