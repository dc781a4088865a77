#include "source/source_files.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

using namespace banxin;
using namespace banxin::source;

namespace {

std::shared_ptr<MemoryFiles> project() {
  auto files = std::make_shared<MemoryFiles>("/home/editor");
  files->put("report/report.yaml", "title: 甲\n");
  files->put("report/preface.yaml", "title: 乙\n");
  files->put("secret.yaml", "x: y\n");
  return files;
}

}  // namespace

TEST_CASE("a position counts characters, from 1, behind a byte order mark") {
  const SourceFile file("a.yaml", "\xEF\xBB\xBF甲乙: c\r\n𠮷x\n");
  CHECK(file.position(3) == Position{1, 1});
  CHECK(file.position(6) == Position{1, 2});
  CHECK(file.position(0) == Position{1, 1});
  CHECK(file.line(1) == "甲乙: c");
  CHECK(file.position(14) == Position{2, 1});
  CHECK(file.position(18) == Position{2, 2});
  CHECK(file.line(2) == "𠮷x");
  CHECK(file.line(3).empty());
  CHECK(file.line(9).empty());
  CHECK(file.position(1000) == Position{3, 1});
}

TEST_CASE("a file is read once and shown relative to the current folder") {
  SourceFiles files(project());
  files.allow("report");
  Diagnostics diagnostics;
  const auto first = files.open("report/report.yaml", {}, diagnostics);
  const auto again = files.open("/home/editor/report/./report.yaml", {}, diagnostics);
  REQUIRE(first);
  CHECK(first == again);
  CHECK(files.file(*first).path() == "report/report.yaml");
  const auto absolute = files.open("/home/editor/report/preface.yaml", {}, diagnostics);
  REQUIRE(absolute);
  CHECK(files.file(*absolute).path() == "report/preface.yaml");
  CHECK(files.dependencies() == std::vector<std::string>{"report/report.yaml", "report/preface.yaml"});
  CHECK(diagnostics.all().empty());
}

TEST_CASE("nothing outside of the allowed folders is read") {
  SourceFiles files(project());
  Diagnostics diagnostics;
  CHECK_FALSE(files.open("report/report.yaml", {}, diagnostics));
  files.allow("report");
  CHECK_FALSE(files.open("secret.yaml", {}, diagnostics));
  CHECK_FALSE(files.locate("report", {"../secret.yaml", {}}, diagnostics));
  CHECK_FALSE(files.locate("report", {"a/../../secret.yaml", {}}, diagnostics));
  CHECK_FALSE(files.locate("report", {"/home/editor/report/report.yaml", {}}, diagnostics));
  CHECK(files.locate("report", {"x/../preface.yaml", {}}, diagnostics) == "report/preface.yaml");
  CHECK(diagnostics.all().size() == 5);
  for (const Diagnostic& one : diagnostics.all()) CHECK(one.id == MessageId::file_outside);
}

TEST_CASE("a missing file names the nearest one") {
  SourceFiles files(project());
  files.allow("report");
  Diagnostics diagnostics;
  CHECK_FALSE(files.locate("report", {"prefase.yaml", {}}, diagnostics));
  CHECK_FALSE(files.locate("report", {"parts/one.yaml", {}}, diagnostics));
  REQUIRE(diagnostics.all().size() == 2);
  CHECK(diagnostics.all()[0].id == MessageId::file_missing);
  CHECK(diagnostics.all()[0].suggestion == "did you mean `preface.yaml`?");
  CHECK(diagnostics.all()[1].suggestion == "there is no folder `report/parts`");
}

TEST_CASE("a file beyond the limit is refused") {
  auto memory = project();
  memory->put("report/big.yaml", std::string(3000, 'x'));
  Limits limits;
  limits.file_size = 2048;
  SourceFiles files(memory, limits);
  files.allow("report");
  Diagnostics diagnostics;
  CHECK_FALSE(files.open("report/big.yaml", {}, diagnostics));
  REQUIRE(diagnostics.all().size() == 1);
  CHECK(diagnostics.all()[0].id == MessageId::file_too_large);
}

TEST_CASE("on disk a symbolic link out of the project is caught, and only ordinary files are read") {
  namespace fs = std::filesystem;
  const fs::path base = fs::temp_directory_path() / "banxin-source-files-test";
  fs::remove_all(base);
  fs::create_directories(base / "report" / "parts");
  std::ofstream(base / "outside.yaml") << "a: b\n";
  std::ofstream(base / "report" / "inside.yaml") << "a: 甲\n";
  fs::create_symlink(base / "outside.yaml", base / "report" / "link.yaml");
  fs::create_symlink(base / "report" / "inside.yaml", base / "report" / "good.yaml");
  SourceFiles files;
  files.allow((base / "report").string());
  Diagnostics diagnostics;
  const std::string folder = (base / "report").string();
  CHECK_FALSE(files.locate(folder, {"link.yaml", {}}, diagnostics));
  CHECK_FALSE(files.open(folder + "/link.yaml", {}, diagnostics));
  CHECK_FALSE(files.open(folder + "/parts", {}, diagnostics));
  REQUIRE(diagnostics.all().size() == 3);
  CHECK(diagnostics.all()[0].id == MessageId::file_outside);
  CHECK(diagnostics.all()[1].id == MessageId::file_outside);
  CHECK(diagnostics.all()[2].id == MessageId::file_unreadable);
  const auto id = files.open(folder + "/good.yaml", {}, diagnostics);
  REQUIRE(id);
  CHECK(files.file(*id).text() == "a: 甲\n");
  fs::remove_all(base);
}

TEST_CASE("paths are joined by their letters") {
  CHECK(joined("a/b", "../c") == "a/c");
  CHECK(joined("a", "/c") == "/c");
  CHECK(normal("./a//b/") == "a/b");
  CHECK(folder_of("report.yaml") == ".");
  CHECK(folder_of("a/report.yaml") == "a");
  CHECK(is_inside("a/b", "a"));
  CHECK_FALSE(is_inside("ab", "a"));
  CHECK_FALSE(is_inside("../a", "."));
}
