// fonts.yaml: the families that reports may name, their files, and the Debian packages that contain them.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostic.hpp"
#include "core/language.hpp"
#include "source/source_files.hpp"

namespace banxin::font {

/// One file of a family. A TTC holds the faces of several languages.
struct CatalogueFace {
  std::string file;     ///< name without folder
  std::string package;  ///< Debian package that contains it
  int weight = 400;
  bool italic = false;
};

struct CatalogueFamily {
  std::string name;                               ///< in content and layouts: "sans"
  std::string name_in_font;                       ///< in the font file, if the same for all languages
  std::map<Language, std::string> names_in_font;  ///< by language, in a TTC
  std::vector<CatalogueFace> faces;
  std::vector<std::string> fallback;  ///< tried before the general fallback of the catalogue

  [[nodiscard]] const std::string& face_family(Language language) const;
};

struct Catalogue {
  std::map<std::string, std::string> packages;  ///< package → the folder it installs into
  std::vector<CatalogueFamily> families;        ///< in file order; the first is the default
  std::vector<std::string> fallback;            ///< families for characters that the requested one lacks

  [[nodiscard]] const CatalogueFamily* find(std::string_view family) const;
  [[nodiscard]] std::string path_of(const CatalogueFace& face) const;
};

/// Reads an open fonts.yaml. Invalid entries are reported with their spans and skipped.
Catalogue read_catalogue(const source::SourceFiles& files, FileId id, Diagnostics& diagnostics);

}  // namespace banxin::font
