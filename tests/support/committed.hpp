// Files that are made from tables and committed: schemas, references.
#pragma once

#include <catch2/catch.hpp>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

namespace banxin::test {

/// The committed file must say what the tables say; BANXIN_UPDATE=1 writes it.
inline void check_committed(const std::string& path, const std::string& made) {
  const std::string whole = std::string(BANXIN_PROJECT) + "/" + path;
  if (std::getenv("BANXIN_UPDATE") != nullptr) std::ofstream(whole) << made;
  std::stringstream text;
  text << std::ifstream(whole).rdbuf();
  INFO("run the tests with BANXIN_UPDATE=1 to bring " << path << " up to date");
  CHECK((text.str() == made));
}

}  // namespace banxin::test
