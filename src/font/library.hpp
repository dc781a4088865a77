// The fonts of one compilation: selects the faces for a style and a language, in fallback order. Faces come from
// fonts.yaml (catalogue.hpp), from the report's folder, and from fontconfig (system_fonts.hpp) if a layout allows it;
// face_set.hpp numbers them. Shaping (text/shaping) uses the chains, the PDF writer embeds the faces.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostic.hpp"
#include "core/language.hpp"
#include "font/face.hpp"
#include "graphics/display_list.hpp"
#include "source/source_files.hpp"

namespace banxin::font {

using graphics::FaceId;
struct Catalogue;

/// A request for a face. `family` is a name in fonts.yaml ("sans", "serif") or the family name in a font file.
struct Query {
  std::string family = "sans";
  int weight = 400;  ///< 100..900
  bool italic = false;
  Language language = Language::zh_hans;
  bool operator==(const Query&) const = default;
};

struct Options {
  std::string catalogue;  ///< path of fonts.yaml
  std::vector<std::string>
      folders;                ///< searched before the system's, in this order: the report's, the project's `fonts/`
  bool system_fonts = false;  ///< also use the fonts that fontconfig finds
};

/// The face that a request gets, with the reason (for `banxin fonts`).
struct Explanation {
  std::string family, language, weight, path, reason, package;
  unsigned index = 0;
  bool found = false;
};

/// Faces are opened on first use. All const members are thread-safe. Face ids are assigned in `open` and do not depend
/// on the order of calls.
class Library {
 public:
  /// Reports errors in the catalogue, font files in `folders` that cannot be read, and a default family of which no
  /// file is installed. Never null. Adds the catalogue to `files` and allows reading its folder.
  static std::shared_ptr<const Library> open(const Options& options, source::SourceFiles& files,
                                             Diagnostics& diagnostics);
  /// The same without source files: the text of a diagnostic holds its position in the catalogue.
  static std::shared_ptr<const Library> open(const Options& options, Diagnostics& diagnostics);
  ~Library();

  /// The faces for a query in fallback order; empty only if no font was found.
  /// For italics, a family without italics comes after the first of its fallbacks that has them, for scripts without
  /// italics.
  /// An unknown family gets the catalogue's first. The reference is valid as long as the library.
  [[nodiscard]] const std::vector<FaceId>& chain(const Query& query) const;
  [[nodiscard]] const Face& face(FaceId id) const;
  [[nodiscard]] std::vector<Explanation> explain() const;

  /// Is this a name in fonts.yaml, or the family name in a font file that was found?
  [[nodiscard]] bool has_family(std::string_view family) const;
  /// The names that `has_family` accepts, for suggestions, without system fonts. The views are valid as long as the
  /// library.
  [[nodiscard]] std::vector<std::string_view> families() const;
  /// Paths of the font files that were used, sorted, for dependency files.
  [[nodiscard]] std::vector<std::string> dependencies() const;
  /// After layout: a sorted warning for each requested weight whose file is not installed, with its package.
  void report_substitutions(Diagnostics& diagnostics) const;

 private:
  struct State;
  explicit Library(std::unique_ptr<State> state);
  static std::shared_ptr<const Library> make(const Options& options, Catalogue&& catalogue, Diagnostics& diagnostics);
  std::unique_ptr<State> state_;
};

}  // namespace banxin::font
