// Shared by the font tests: the project's library, temporary folders, fonts with other license bits, FreeType.
#pragma once

#include <ft2build.h>
#include <catch2/catch.hpp>
#include FT_FREETYPE_H
#include FT_OUTLINE_H
#include FT_TRUETYPE_TABLES_H
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>

#include "font/library.hpp"

namespace banxin::test {

inline const std::string noto_cjk = "/usr/share/fonts/opentype/noto/";
inline const std::string noto_core = "/usr/share/fonts/truetype/noto/";

/// The library of the project's fonts.yaml; opened once, since that is also how a run uses it.
inline const font::Library& project_library() {
  static const std::shared_ptr<const font::Library> library = [] {
    Diagnostics diagnostics;
    auto opened = font::Library::open({BANXIN_PROJECT "/fonts/fonts.yaml", {}, false}, diagnostics);
    for (const Diagnostic& diagnostic : diagnostics.all()) FAIL(diagnostic.text);
    return opened;
  }();
  return *library;
}

inline const font::Face& face_of(const std::string& family, int weight = 400, Language language = Language::zh_hans,
                                 bool italic = false) {
  const auto& chain = project_library().chain({family, weight, italic, language});
  REQUIRE_FALSE(chain.empty());
  return project_library().face(chain.front());
}

class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "banxin-font-XXXXXX").string();
    path_ = ::mkdtemp(pattern.data());
  }
  ~TemporaryFolder() { std::filesystem::remove_all(path_); }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  [[nodiscard]] const std::string& path() const { return path_; }
  std::string write(const std::string& name, const std::string& bytes) const {
    std::ofstream(path_ + "/" + name, std::ios::binary) << bytes;
    return path_ + "/" + name;
  }

 private:
  std::string path_;
};

inline std::string bytes_of(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  return std::move(text).str();
}

/// Where a table of a single-face font file begins.
inline std::size_t table_offset(const std::string& font, const std::string& tag) {
  const auto number = [&](std::size_t at, int bytes) {
    std::size_t value = 0;
    while (bytes-- > 0) value = value << 8 | static_cast<unsigned char>(font[at++]);
    return value;
  };
  for (std::size_t i = 0; i < number(4, 2); ++i) {
    if (font.compare(12 + 16 * i, 4, tag) == 0) return number(12 + 16 * i + 8, 4);
  }
  FAIL("no table " << tag);
  return 0;
}

/// A font with another OS/2 fsType.
inline std::string with_licence_bits(std::string font, unsigned bits) {
  const std::size_t at = table_offset(font, "OS/2") + 8;
  font[at] = static_cast<char>(bits >> 8);
  font[at + 1] = static_cast<char>(bits & 0xff);
  return font;
}

/// A face read by FreeType, from a file or from bytes, in font units.
class FreeTypeFace {
 public:
  FreeTypeFace(const std::string& path, unsigned index) {
    REQUIRE(FT_Init_FreeType(&library_) == 0);
    REQUIRE(FT_New_Face(library_, path.c_str(), static_cast<FT_Long>(index), &face_) == 0);
  }
  explicit FreeTypeFace(const std::string& bytes) {
    REQUIRE(FT_Init_FreeType(&library_) == 0);
    REQUIRE(FT_New_Memory_Face(library_, reinterpret_cast<const FT_Byte*>(bytes.data()),
                               static_cast<FT_Long>(bytes.size()), 0, &face_) == 0);
  }
  ~FreeTypeFace() {
    FT_Done_Face(face_);
    FT_Done_FreeType(library_);
  }
  FreeTypeFace(const FreeTypeFace&) = delete;
  FreeTypeFace& operator=(const FreeTypeFace&) = delete;

  [[nodiscard]] FT_Face operator->() const { return face_; }
  [[nodiscard]] FT_Face get() const { return face_; }
  /// Null if it cannot be loaded.
  [[nodiscard]] FT_GlyphSlot glyph(unsigned id) const {
    return FT_Load_Glyph(face_, id, FT_LOAD_NO_SCALE | FT_LOAD_NO_HINTING) == 0 ? face_->glyph : nullptr;
  }
  /// Points, tags and contours as text, so that a difference can be read.
  [[nodiscard]] std::string outline(unsigned id) const {
    const FT_GlyphSlot slot = glyph(id);
    if (slot == nullptr) return "cannot be loaded";
    std::ostringstream text;
    const FT_Outline& outline = slot->outline;
    for (int i = 0; i < outline.n_points; ++i) {
      text << outline.points[i].x << ',' << outline.points[i].y << (FT_CURVE_TAG(outline.tags[i]) == 1 ? " " : "~ ");
    }
    for (int i = 0; i < outline.n_contours; ++i) text << '|' << outline.contours[i];
    return text.str();
  }

 private:
  FT_Library library_ = nullptr;
  FT_Face face_ = nullptr;
};

}  // namespace banxin::test
