// fonts.yaml: the families that reports may name, their files, and the Debian packages that bring them.
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
  std::string package;  ///< Debian package that brings it
  int weight = 400;
  bool italic = false;
};

struct CatalogueFamily {
  std::string name;                           ///< as content and layouts call it: "sans"
  std::string own_name;                       ///< what the faces call themselves, where languages do not differ
  std::map<Language, std::string> own_names;  ///< by language, in a TTC
  std::vector<CatalogueFace> faces;
  std::vector<std::string> fallback;  ///< asked before the catalogue's general fallback

  [[nodiscard]] const std::string& face_family(Language language) const;
};

struct Catalogue {
  std::map<std::string, std::string> packages;  ///< package → the folder it installs into
  std::vector<CatalogueFamily> families;        ///< in the order written; the first serves where none is named
  std::vector<std::string> fallback;            ///< families asked for what the wished one lacks

  [[nodiscard]] const CatalogueFamily* find(std::string_view family) const;
  [[nodiscard]] std::string path_of(const CatalogueFace& face) const;
};

/// Reads an open fonts.yaml. Whatever is wrong is reported with its place and left out.
Catalogue read_catalogue(const source::SourceFiles& files, FileId id, Diagnostics& diagnostics);

}  // namespace banxin::font
