// Exact error texts: each folder of tests/errors has the files of a report (input.yaml is its report.yaml) and the
// messages of the program. BANXIN_UPDATE=1 writes the current ones.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "data/bind.hpp"
#include "model/read_document.hpp"
#include "source/diagnostic_printer.hpp"

using namespace banxin;

namespace {

namespace fs = std::filesystem;

std::string file_text(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

std::string said_of(const fs::path& folder) {
  auto memory = std::make_shared<source::MemoryFiles>();
  for (const auto& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (name != "expected.txt") memory->put(name == "input.yaml" ? "report.yaml" : name, file_text(entry.path()));
  }
  source::SourceFiles files(memory);
  Diagnostics diagnostics;
  if (auto document = model::read_document(files, "report.yaml", diagnostics)) {
    (void)data::bind(std::move(*document), files, diagnostics);
  }
  return source::DiagnosticPrinter(files).text(diagnostics);
}

}  // namespace

TEST_CASE("error texts") {
  std::vector<fs::path> folders;
  for (const auto& entry : fs::directory_iterator(fs::path(BANXIN_PROJECT) / "tests" / "errors")) {
    if (fs::exists(entry.path() / "input.yaml")) folders.push_back(entry.path());
  }
  std::sort(folders.begin(), folders.end());
  CHECK(folders.size() > 10);
  for (const fs::path& folder : folders) {
    const std::string said = said_of(folder);
    if (std::getenv("BANXIN_UPDATE") != nullptr) std::ofstream(folder / "expected.txt", std::ios::binary) << said;
    INFO(folder.filename().string());
    CHECK(said == file_text(folder / "expected.txt"));
  }
}
