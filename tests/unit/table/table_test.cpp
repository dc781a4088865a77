#include "table/table.hpp"

#include <catch2/catch.hpp>

using namespace banxin;
using namespace banxin::table;

TEST_CASE("a table finds columns and rows by name") {
  Column city{"城市", {}, Type::text, "", {std::string("北京"), std::string("上海"), std::string("北京")}, {}, {}};
  Column share{"占比", {}, Type::percent, "", {0.333, 0.2, Value{}}, {}, {std::nullopt, Provenance::published, {}}};
  Table cities("cities", {}, {city, share}, 0, {"北京", "上海", "北京"});
  cities.default_provenance = Provenance::derived;
  CHECK(cities.rows() == 3);
  CHECK(cities.column("占比") == 1);
  CHECK(cities.column("份额") == Table::none);
  CHECK(cities.row("上海") == 1);
  CHECK(cities.row("北京") == 0);
  CHECK(cities.row("深圳") == Table::none);
  CHECK(cities.ambiguous("北京"));
  CHECK_FALSE(cities.ambiguous("上海"));
  CHECK(cities.provenance(0, 1) == Provenance::derived);
  CHECK(cities.provenance(1, 1) == Provenance::published);
  CHECK(missing(cities.columns()[1].values[2]));
}

TEST_CASE("dates keep their precision, and order by first day") {
  using P = Date::Precision;
  const Date quarter{2023, 1, 1, P::quarter}, month{2023, 2, 1, P::month}, day{2023, 2, 1, P::day};
  CHECK(quarter.iso() == "2023-Q1");
  CHECK(month.iso() == "2023-02");
  CHECK(day.iso() == "2023-02-01");
  CHECK(Date{2023, 1, 1, P::year}.iso() == "2023");
  CHECK(quarter < month);
  CHECK(month < day);
  CHECK(Date{1970, 1, 1}.days() == 0);
  CHECK(Date{2000, 3, 1}.days() == 11017);
  CHECK(Date::from_days(11017) == Date{2000, 3, 1});
  CHECK(Date{2024, 2, 29}.valid());
  CHECK_FALSE(Date{2023, 2, 29}.valid());
  CHECK_FALSE(Date{2023, 13, 1}.valid());
}
