// All faces that a compilation may use, numbered by FaceId: those of the folders, the catalogue and the system. Selects
// the face for a style and builds fallback chains.
#pragma once

#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "font/catalogue.hpp"
#include "font/face_slot.hpp"
#include "font/library.hpp"
#include "font/system_fonts.hpp"

namespace banxin::font {

class FaceSet {
 public:
  /// Reports font files in the folders that cannot be read, and a default family of which no file is installed.
  FaceSet(const Options& options, Catalogue&& catalogue, Diagnostics& diagnostics);

  [[nodiscard]] const Catalogue& catalogue() const { return catalogue_; }
  /// By face id.
  [[nodiscard]] const std::deque<FaceSlot>& slots() const { return slots_; }
  [[nodiscard]] FontFiles& files() const { return files_; }
  /// The installed face of a family (its name in font files) that is nearest to the style.
  [[nodiscard]] std::optional<FaceId> match(const std::string& name_in_font, int weight, bool italic) const;
  /// The family name in font files for a name of the catalogue and a language; other names are returned unchanged.
  [[nodiscard]] std::string name_in_font(const std::string& family, Language language) const;
  /// The faces for a query in fallback order (Library::chain). Thread-safe.
  [[nodiscard]] std::vector<FaceId> chain(const Query& query) const;

 private:
  void add(FaceSlot::Place place);
  void add_folders(const std::vector<std::string>& folders, Diagnostics& diagnostics);
  void add_catalogue();
  void add_system();
  void check_default(Diagnostics& diagnostics) const;

  Catalogue catalogue_;
  mutable FontFiles files_;
  std::deque<FaceSlot> slots_;  ///< folders, catalogue, system; a deque since slots cannot be moved
  std::unique_ptr<SystemFonts> system_;
  mutable std::mutex system_mutex_;
  std::size_t first_system_ = 0;
  std::vector<std::string> folder_families_;  ///< names in the font files of the folders, each once, in order
};

/// The languages that a family may have names for.
inline constexpr Language font_languages[] = {Language::zh_hans, Language::zh_hant, Language::ja, Language::ko,
                                              Language::en};

}  // namespace banxin::font
