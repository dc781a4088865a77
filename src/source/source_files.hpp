// Every file that a run reads, by number: diagnostics find its text, and nothing outside the allowed folders is opened.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostic.hpp"
#include "core/span.hpp"
#include "source/file_system.hpp"

namespace banxin::source {

/// What a file may ask of the program before it is refused.
struct Limits {
  std::size_t file_size = std::size_t{64} << 20;  ///< bytes
  std::size_t depth = 64;                         ///< of nested lists and mappings
  std::size_t nodes = 2'000'000;                  ///< values in one file
  std::size_t expanded_nodes = 2'000'000;         ///< values that aliases repeat, counted as often as they are read
  std::size_t expanded_bytes = std::size_t{64} << 20;  ///< text that aliases repeat
};

/// Counted from 1. Columns count characters (code points); a byte order mark is none.
struct Position {
  std::uint32_t line = 1, column = 1;
  bool operator==(const Position&) const = default;
};

class SourceFile {
 public:
  SourceFile(std::string path, std::string text);
  /// As shown to the user: as it was asked for, relative to the current folder where it lies below.
  [[nodiscard]] const std::string& path() const { return path_; }
  /// The bytes of the file, a byte order mark included.
  [[nodiscard]] std::string_view text() const { return text_; }
  /// The text starts here: behind the byte order mark, if there is one.
  [[nodiscard]] std::uint32_t text_begin() const { return text_begin_; }
  [[nodiscard]] Position position(std::uint32_t offset) const;
  /// `line` counts from 1; without its line break. Empty beyond the end.
  [[nodiscard]] std::string_view line(std::uint32_t line) const;
  [[nodiscard]] std::uint32_t line_begin(std::uint32_t line) const;

 private:
  std::string path_, text_;
  std::uint32_t text_begin_ = 0;
  std::vector<std::uint32_t> lines_;  ///< where each line starts
};

/// Opening is for one thread at a time; what is open may be read from any. References to files stay valid.
class SourceFiles {
 public:
  explicit SourceFiles(std::shared_ptr<const FileSystem> system = disk_files(), Limits limits = {});

  /// Opens `folder` and all below it to reading. Nothing is readable before the first call.
  void allow(std::string_view folder);

  /// Reads a file once; asked again for the same one, gives the same number. `asked` is where its name is written,
  /// for the diagnostics B101–B105.
  std::optional<FileId> open(const std::string& path, Span asked, Diagnostics& diagnostics);
  /// A path as content writes it: relative to `folder`, without a way out of it. The path to open, if the file is
  /// there.
  [[nodiscard]] std::optional<std::string> locate(std::string_view folder, const Spanned<std::string>& written,
                                                  Diagnostics& diagnostics) const;
  /// A text that stands in no file (tests, texts made by the program).
  FileId add(std::string path, std::string text);

  [[nodiscard]] const SourceFile& file(FileId id) const { return files_.at(id); }
  [[nodiscard]] std::string_view text(Span span) const;
  /// Paths of all files read, in order: what a build must watch.
  [[nodiscard]] std::vector<std::string> dependencies() const;
  [[nodiscard]] const FileSystem& system() const { return *system_; }
  [[nodiscard]] const Limits& limits() const { return limits_; }

 private:
  [[nodiscard]] bool allowed(const std::string& canonical) const;
  void report_missing(const std::string& shown, const std::string& path, Span asked, Diagnostics& diagnostics) const;
  std::shared_ptr<const FileSystem> system_;
  Limits limits_;
  std::vector<std::string> roots_;  ///< canonical
  std::deque<SourceFile> files_;    ///< a deque: growing moves none
  std::map<std::string, FileId> by_canonical_;
};

}  // namespace banxin::source
