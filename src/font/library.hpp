// The faces of one run: what fonts.yaml names, what lies in the report's folder, what fontconfig adds.
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

/// A wish for a face. `family` is a name of fonts.yaml ("sans", "serif"), or a font's own family name.
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
  bool system_fonts = false;  ///< may fontconfig find what the catalogue does not name?
};

/// Which face serves a wish, and why (for `banxin fonts`).
struct Explanation {
  std::string family, language, weight, path, reason, package;
  unsigned index = 0;
  bool found = false;
};

/// Faces are opened when first asked for. All const members are thread-safe. Face ids are settled in `open`: they do
/// not depend on the order of the questions.
class Library {
 public:
  /// Reports a catalogue that is wrong, font files in `folders` that cannot be read, and a catalogue whose first family
  /// is not installed at all. Never null. The catalogue becomes one of `files`, its folder one that may be read.
  static std::shared_ptr<const Library> open(const Options& options, source::SourceFiles& files,
                                             Diagnostics& diagnostics);
  /// The same for a run without files of its own: what is wrong with the catalogue has its place in the text.
  static std::shared_ptr<const Library> open(const Options& options, Diagnostics& diagnostics);
  ~Library();

  /// The faces that serve a query, in fallback order; never empty unless no font at all was found.
  /// In italics, a family without any comes behind the first of its fallbacks that has some: it still serves the
  /// scripts that know no italics.
  /// A family that nobody knows is served by the catalogue's first. The reference stays valid as long as the library.
  [[nodiscard]] const std::vector<FaceId>& chain(const Query& query) const;
  [[nodiscard]] const Face& face(FaceId id) const;
  [[nodiscard]] std::vector<Explanation> explain() const;

  /// Is this a name of fonts.yaml, or the own name of a font that was found?
  [[nodiscard]] bool has_family(std::string_view family) const;
  /// The names that `has_family` accepts, for suggestions (system fonts left out). Views live as long as the library.
  [[nodiscard]] std::vector<std::string_view> families() const;
  /// Paths of the font files whose faces were asked for, sorted: what a build must watch.
  [[nodiscard]] std::vector<std::string> dependencies() const;
  /// After layout: a warning for each weight asked for whose file is not installed, naming the package. Sorted.
  void report_substitutions(Diagnostics& diagnostics) const;

 private:
  struct State;
  explicit Library(std::unique_ptr<State> state);
  static std::shared_ptr<const Library> make(const Options& options, Catalogue&& catalogue, Diagnostics& diagnostics);
  std::unique_ptr<State> state_;
};

}  // namespace banxin::font
