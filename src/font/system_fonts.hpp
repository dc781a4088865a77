// Fonts that fontconfig finds, for layouts that allow them. The result depends on the machine.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/language.hpp"

namespace banxin::font {

struct SystemFace {
  std::string path, family;
  std::vector<std::string> aliases;  ///< the family's names in other languages
  unsigned index = 0;
  int weight = 400;
  bool italic = false;
};

/// One configuration of fontconfig, loaded once (some 10 ms). Not thread-safe.
class SystemFonts {
 public:
  SystemFonts();
  ~SystemFonts();
  SystemFonts(const SystemFonts&) = delete;
  SystemFonts& operator=(const SystemFonts&) = delete;

  /// All scalable OpenType and TrueType faces without color, sorted by path and index.
  [[nodiscard]] const std::vector<SystemFace>& faces() const { return faces_; }
  /// Indices into `faces()` in fontconfig's order of preference for the language, at most `limit`, without faces that
  /// add no character to the ones before.
  [[nodiscard]] std::vector<std::size_t> preferred(Language language, int weight, bool italic, std::size_t limit) const;

 private:
  struct Configuration;
  std::unique_ptr<Configuration> configuration_;
  std::vector<SystemFace> faces_;
};

}  // namespace banxin::font
