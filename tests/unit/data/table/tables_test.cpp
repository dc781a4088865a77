#include <catch2/catch.hpp>

#include <random>

#include "unit/data/table/loaded.hpp"

using namespace banxin;
using namespace banxin::data;

TEST_CASE("a CSV file is a table, its types inferred") {
  const Loaded loaded("  t: a.csv\n",
                      {{"a.csv", "城市,占比,薪酬,月份\n北京,33.3%,\"1,080\",2022-02\n上海,—,90,2022-03\n"}});
  CHECK(loaded.messages().empty());
  CHECK(loaded("t") == "城市:text 占比:percent 薪酬:number 月份:date | 北京 0.333 1080 2022-02 | 上海 - 90 2022-03");
}

TEST_CASE("delimiters are detected, and decimal commas with them") {
  CHECK(Loaded("  t: a.csv\n", {{"a.csv", "名;值\n甲;1,5\n乙;1.000,25\n"}})("t") ==
        "名:text 值:number | 甲 1.5 | 乙 1000.25");
  CHECK(Loaded("  t: a.csv\n", {{"a.csv", "名\t值\n甲\t1,500\n"}})("t") == "名:text 值:number | 甲 1500");
  CHECK(Loaded("  t: a.tsv\n", {{"a.tsv", "名,字\t值\n甲\t2\n"}})("t") == "名,字:text 值:number | 甲 2");
}

TEST_CASE("encodings are detected") {
  const std::string gb = "\xB3\xC7\xCA\xD0,\xD6\xB5\n\xB1\xB1\xBE\xA9,1\n";
  CHECK(Loaded("  t: a.csv\n", {{"a.csv", gb}})("t") == "城市:text 值:number | 北京 1");
  CHECK(Loaded("  t: a.csv\n", {{"a.csv", "\xEF\xBB\xBF名,值\n甲,1\n"}})("t") == "名:text 值:number | 甲 1");
  std::string wide = "\xFF\xFE";
  for (const char c : std::string("a,b\nx,1\n")) wide += {c, '\0'};
  CHECK(Loaded("  t: a.csv\n", {{"a.csv", wide}})("t") == "a:text b:number | x 1");
  const Loaded bad("  t: a.csv\n", {{"a.csv", gb + "\xD6,O\n"}, {"b.csv", ""}});
  CHECK(bad.messages().size() == 1);
}

TEST_CASE("a bad cell is named, with what was probably meant") {
  const Loaded loaded(
      "  t: a.csv\n",
      {{"a.csv", "名,值,比\n甲,1,5%\n乙,2,6%\n丙,1O0,7%\n丁,4,8\n戊,5万元,9%\n己,6,1%\n庚,7,1%\n辛,8,1%\n"}});
  CHECK(loaded.messages() ==
        std::vector<std::string>{
            "a.csv:4:3: row 4, column “值”: “1O0” is not a number; did you mean 100?",
            "a.csv:6:3: row 6, column “值”: “5万元” is not a number; write 5, and the unit 万元 under `columns`",
            "a.csv:5:5: row 5, column “比”: “8” is not a percent; write 8%"});
}

TEST_CASE("many bad cells are counted") {
  std::string csv = "名,值\n";
  for (int i = 0; i < 40; ++i) csv += "a,1\n";
  for (int i = 0; i < 8; ++i) csv += "b,x\n";
  const Loaded loaded("  t: a.csv\n", {{"a.csv", csv}});
  REQUIRE(loaded.messages().size() == 6);
  CHECK(loaded.messages().back() == "a.csv:1:3: 3 more cells of the column “值” cannot be read");
}

TEST_CASE("types and units are declared") {
  const Loaded loaded(
      "  t:\n    file: a.csv\n    key: 年\n    columns: { 年: text, 比: percent, 额: { type: number, unit: 万元 } }\n",
      {{"a.csv", "比,年,额\n12.5,2023,3\n"}});
  CHECK(loaded.messages().empty());
  CHECK(loaded("t") == "比:percent 年:text 额:number万元 | 0.125 2023 3");
  CHECK(loaded.bound.tables.at("t")->row("2023") == 0);
  const Loaded wrong("  t:\n    file: a.csv\n    key: 月\n    columns: { 笔: percent }\n", {{"a.csv", "比,年\n1,2\n"}});
  CHECK(wrong.messages() ==
        std::vector<std::string>{"report.yaml:6:19: unknown column `笔` in the table `t`; columns are 比, 年",
                                 "report.yaml:5:10: unknown column `月` in the table `t`; columns are 比, 年"});
}

TEST_CASE("rows in the report are a table") {
  const Loaded loaded(
      "  t:\n    rows:\n      - { 岗位: 图像识别, 年薪: 108 }\n      - { 岗位: 产品, 年薪: { value: 90, provenance: "
      "published } }\n"
      "  u:\n    rows: [[名, 值], [甲, 1], [乙, —]]\n");
  CHECK(loaded.messages().empty());
  CHECK(loaded("t") == "岗位:text 年薪:number | 图像识别 108 | 产品 90");
  CHECK(loaded("u") == "名:text 值:number | 甲 1 | 乙 -");
  const table::Table& t = *loaded.bound.tables.at("t");
  CHECK_FALSE(t.provenance(0, 1));
  CHECK(t.provenance(1, 1) == Provenance::published);
}

TEST_CASE("JSON comes in three shapes") {
  const auto json = [](const std::string& text) { return Loaded("  t: a.json\n", {{"a.json", text}})("t"); };
  CHECK(json("[\n\t{\"名\": \"甲\", \"值\": 1.5},\n\t{\"名\": \"乙\", \"值\": null}\n]") ==
        "名:text 值:number | 甲 1.5 | 乙 -");
  CHECK(json("[[\"名\", \"值\"], [\"甲\", 1]]") == "名:text 值:number | 甲 1");
  CHECK(json("{\"名\": [\"甲\", \"乙\"], \"值\": [1, 2]}") == "名:text 值:number | 甲 1 | 乙 2");
  CHECK(Loaded("  t: a.json\n", {{"a.json", "[1, 2]"}}).messages() ==
        std::vector<std::string>{
            "a.json:1:2: this JSON is not a table; write a list of objects, a list of lists with the "
            "names first, or an object of lists"});
}

TEST_CASE("a query is a table like any other") {
  const std::string csv = "城市,占比,部\n北京,33.3%,华北\n上海,20%,华东\n深圳,11%,华南\n杭州,9%,华东\n";
  const auto query = [&](const std::string& sql) {
    return Loaded("  cities: a.csv\n  t: { query: '" + sql + "' }\n", {{"a.csv", csv}});
  };
  const Loaded top = query("SELECT 城市, 占比 FROM cities ORDER BY 占比 DESC LIMIT 2");
  CHECK(top.messages().empty());
  CHECK(top("t") == "城市:text 占比:percent | 北京 0.333 | 上海 0.2");
  CHECK(top.bound.tables.at("t")->provenance(0, 1) == Provenance::derived);
  CHECK(query("SELECT 部, count(*) AS 数 FROM cities GROUP BY 部")("t") ==
        "部:text 数:number | 华东 2 | 华北 1 | 华南 1");
  CHECK(query("SELECT 城市 FROM cities")("t") == "城市:text | 北京 | 上海 | 深圳 | 杭州");
  CHECK(query("SELECT date() AS d FROM cities LIMIT 1")("t") == "d:date | 1970-01-01");
}

TEST_CASE("a wrong query is shown at its place") {
  const auto error = [](const std::string& sql) {
    const Loaded loaded("  cities: a.csv\n  t: { query: " + sql + " }\n", {{"a.csv", "城市,占比\n北京,1%\n"}});
    return loaded.messages().empty() ? "" : loaded.messages()[0];
  };
  CHECK(error("SELECT 占笔 FROM cities") ==
        "report.yaml:4:22: the query of “t” cannot be run: no such column: 占笔; did you mean `占比`?");
  CHECK(error("SELECT 占比 FROM citys") ==
        "report.yaml:4:30: the query of “t” cannot be run: no such table: citys; did you mean `cities`?");
  CHECK(error("DELETE FROM cities") ==
        "report.yaml:4:15: the query of “t” cannot be run: not authorized; a query may only "
        "read, and must have the same result each time");
  CHECK(error("SELECT random() FROM cities") ==
        "report.yaml:4:22: the query of “t” cannot be run: not authorized to use function: random; a query may only "
        "read, and "
        "must have the same result each time");
  CHECK(error("SELECT * FROM cities WHERE 城市 = :city") ==
        "report.yaml:4:47: the query of “t” cannot be run: there is no parameter “city”");
  CHECK(error("SELECT 1 AS a; SELECT 2") ==
        "report.yaml:4:30: the query of “t” cannot be run: there is a second statement; write one SELECT");
  CHECK(error("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n WHERE i < 0") ==
        "report.yaml:4:15: the query takes more than 100000000 steps; select less, or end a recursion");
}

TEST_CASE("tables that refer to each other are an error") {
  const Loaded loaded("  a: { query: SELECT * FROM b }\n  b: { query: SELECT * FROM a }\n");
  CHECK(loaded.messages() ==
        std::vector<std::string>{"report.yaml:3:15: these tables refer to each other in a circle: a → b → a"});
}

TEST_CASE("parameters are variables of expressions and queries") {
  const Loaded loaded("  cities: a.csv\n  t: { query: 'SELECT 占比 FROM cities WHERE 城市 = :city' }\n",
                      {{"a.csv", "城市,占比\n北京,33.3%\n上海,20%\n"}},
                      "params: { city: 上海 }\nbody:\n  - text: '{{ city }}占{{ cities[:city].占比 }}'\n");
  CHECK(loaded.messages().empty());
  CHECK(loaded("t") == "占比:percent | 0.2");
  CHECK(std::get<model::Text>(loaded.bound.document.sections[0].body[0].kind).text.plain() == "上海占20%");
}

TEST_CASE("faults of files are said with their place") {
  const auto error = [](const std::string& name, const std::string& text) {
    const Loaded loaded("  t: " + name + "\n", {{name, text}});
    return loaded.messages().empty() ? "" : loaded.messages()[0];
  };
  CHECK(error("a.txt", "x") ==
        "report.yaml:3:6: “a.txt” is not a data file; data files end in .csv, .tsv, .json, .xlsx, "
        ".sqlite or .db");
  CHECK(error("a.csv", "a,b\n1\n") == "a.csv:2:1: row 2 has 1 field, but the first row has 2");
  CHECK(error("a.csv", "a,a\n1,2\n") == "a.csv:1:3: duplicate column “a” in the table “t”");
  CHECK(error("a.csv", "a,\n1,2\n") == "a.csv:1:3: column 2 of the table “t” has no name; name it, or remove it");
  CHECK(error("a.csv", "a,b\n\"x,2\n") ==
        "a.csv:2:1: this quotation mark is never closed; close it, or write it twice if it is part of the text");
  CHECK(error("a.csv", "a,b\nx,1234567890123456789\n") ==
        "a.csv:2:3: row 2, column “b”: “1234567890123456789” has more than 15 digits, and the last ones would be lost; "
        "declare "
        "the column as text, or write fewer digits");
  CHECK(error("a.csv", "a,provenance\nx,publishd\n") ==
        "a.csv:2:3: “publishd” is not a provenance; did you mean `published`?");
  CHECK(error("a.xlsx", "no zip") ==
        "report.yaml:3:6: cannot read “a.xlsx”: it is not an .xlsx workbook, or damaged; save it "
        "again, or as CSV");
  CHECK(error("a.db", "no database").starts_with("report.yaml:3:6: cannot read “a.db”: "));
}

TEST_CASE("random files are tables or diagnostics") {
  std::mt19937 random(11);
  const std::vector<std::string> pieces = {"a", "甲",  ",", ";", "\t", "\n",   "\r\n", "\"",
                                           "1", "2.5", "%", "-", " ",  "\xB3", "，",   "1,5"};
  std::uniform_int_distribution<std::size_t> pick(0, pieces.size() - 1), length(0, 40);
  for (int i = 0; i < 2000; ++i) {
    std::string csv = "名,值\n";
    for (std::size_t n = length(random); n > 0; --n) csv += pieces[pick(random)];
    const Loaded loaded("  t: a.csv\n", {{"a.csv", csv}});
    CHECK((loaded("t") != "none" || loaded.diagnostics.has_errors()));
  }
}

TEST_CASE("blocks are repeated for each row and dropped by conditions") {
  const Loaded loaded(
      "  t: a.csv\n", {{"a.csv", "名,值\n甲,1\n乙,2\n"}},
      "body:\n  - repeat: t\n    body:\n      - text: '{{ row.名 }}：{{ row.值 }}'\n        when: row.值 > 1\n");
  CHECK(loaded.messages().empty());
  REQUIRE(loaded.bound.document.sections[0].body.size() == 1);
  CHECK(std::get<model::Text>(loaded.bound.document.sections[0].body[0].kind).text.plain() == "乙：2");
}

TEST_CASE("a false claim shows both sides and where they come from") {
  const Loaded loaded("  t: a.csv\n", {{"a.csv", "名,比\n甲,30%\n乙,40%\n"}},
                      "body:\n  - text: '甲占[近四成]{= t[甲].比}'\n    claims: [\"t[甲].比 > t[乙].比\"]\n");
  CHECK(
      loaded.messages() ==
      std::vector<std::string>{
          "report.yaml:6:15: this claim is false: 30% > 40% does not hold; t[甲].比 is 30% (a.csv:2:3); t[乙].比 is "
          "40% "
          "(a.csv:3:3)",
          "report.yaml:5:15: “近四成” is not true: the value is 30%, but the words mean 35% ≤ x < 40%; t[甲].比 is 30% "
          "(a.csv:2:3)"});
}
