// All files that a run reads, by number, for diagnostics. Files outside the allowed folders are not opened.
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

/// Limits above which a file is refused.
struct Limits {
  std::size_t file_size = std::size_t{64} << 20;       ///< bytes
  std::size_t depth = 64;                              ///< of nested lists and mappings
  std::size_t nodes = 2'000'000;                       ///< values in one file
  std::size_t expanded_nodes = 2'000'000;              ///< values repeated by aliases, counted each time they are read
  std::size_t expanded_bytes = std::size_t{64} << 20;  ///< text repeated by aliases
};

/// Counted from 1. Columns count code points; a byte order mark is not counted.
struct Position {
  std::uint32_t line = 1, column = 1;
  bool operator==(const Position&) const = default;
};

class SourceFile {
 public:
  SourceFile(std::string path, std::string text);
  /// As shown to the user: as it was requested, but relative to the current folder if it is inside.
  [[nodiscard]] const std::string& path() const { return path_; }
  /// The bytes of the file, a byte order mark included.
  [[nodiscard]] std::string_view text() const { return text_; }
  /// Where the text starts: after the byte order mark, if there is one.
  [[nodiscard]] std::uint32_t text_begin() const { return text_begin_; }
  [[nodiscard]] Position position(std::uint32_t offset) const;
  /// `line` counts from 1. Without its line break; empty after the last line.
  [[nodiscard]] std::string_view line(std::uint32_t line) const;
  [[nodiscard]] std::uint32_t line_begin(std::uint32_t line) const;

 private:
  std::string path_, text_;
  std::uint32_t text_begin_ = 0;
  std::vector<std::uint32_t> lines_;  ///< where each line starts
};

/// Only one thread may open files; any thread may read open ones. References to files stay valid.
class SourceFiles {
 public:
  explicit SourceFiles(std::shared_ptr<const FileSystem> system = disk_files(), Limits limits = {});

  /// Allows reading `folder` and everything inside. Before the first call nothing can be read.
  void allow(std::string_view folder);

  /// Reads a file, once: the same file has the same number. `asked` is the span of its name, for the diagnostics
  /// B101–B105.
  std::optional<FileId> open(const std::string& path, Span asked, Diagnostics& diagnostics);
  /// The path to open for a path in content, which is relative to `folder` and must not lead out of it. Empty if there
  /// is no such file.
  [[nodiscard]] std::optional<std::string> locate(std::string_view folder, const Spanned<std::string>& written,
                                                  Diagnostics& diagnostics) const;
  /// Adds a text that is not in a file (tests, texts made by the program).
  FileId add(std::string path, std::string text);

  [[nodiscard]] const SourceFile& file(FileId id) const { return files_.at(id); }
  [[nodiscard]] std::string_view text(Span span) const;
  /// Paths of all files read, in order: the dependencies of a build.
  [[nodiscard]] std::vector<std::string> dependencies() const;
  [[nodiscard]] const FileSystem& system() const { return *system_; }
  [[nodiscard]] const Limits& limits() const { return limits_; }

 private:
  [[nodiscard]] bool allowed(const std::string& canonical) const;
  void report_missing(const std::string& shown, const std::string& path, Span asked, Diagnostics& diagnostics) const;
  std::shared_ptr<const FileSystem> system_;
  Limits limits_;
  std::vector<std::string> roots_;  ///< canonical
  std::deque<SourceFile> files_;    ///< a deque: growth does not move elements
  std::map<std::string, FileId> by_canonical_;
};

}  // namespace banxin::source
