// An interface to files: the program reads the disk, tests and live preview read files in memory.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace banxin::source {

enum class ReadFault { missing, folder, not_a_file, too_large, denied, failed };

struct ReadResult {
  std::optional<std::string> bytes;
  ReadFault fault = ReadFault::missing;  ///< only if `bytes` is empty
};

/// Paths are UTF-8 with “/”; relative ones start at `current_folder`. Const members may be called from any thread.
class FileSystem {
 public:
  virtual ~FileSystem() = default;
  /// The whole file, if it is a regular one of at most `limit` bytes.
  [[nodiscard]] virtual ReadResult read(const std::string& path, std::size_t limit) const = 0;
  /// The absolute path with every symbolic link resolved; empty if there is no such file.
  [[nodiscard]] virtual std::optional<std::string> canonical(const std::string& path) const = 0;
  [[nodiscard]] virtual bool is_folder(const std::string& path) const = 0;
  /// Names of the files in a folder, sorted; empty if it cannot be listed.
  [[nodiscard]] virtual std::vector<std::string> list(const std::string& folder) const = 0;
  [[nodiscard]] virtual std::string current_folder() const = 0;
};

/// The files on disk.
std::shared_ptr<const FileSystem> disk_files();

/// Files by absolute path, for tests and for texts that are not saved yet.
class MemoryFiles : public FileSystem {
 public:
  explicit MemoryFiles(std::string current_folder = "/project") : current_(std::move(current_folder)) {}
  /// A relative path starts at the current folder.
  void put(const std::string& path, std::string bytes);
  [[nodiscard]] ReadResult read(const std::string& path, std::size_t limit) const override;
  [[nodiscard]] std::optional<std::string> canonical(const std::string& path) const override;
  [[nodiscard]] bool is_folder(const std::string& path) const override;
  [[nodiscard]] std::vector<std::string> list(const std::string& folder) const override;
  [[nodiscard]] std::string current_folder() const override { return current_; }

 private:
  [[nodiscard]] std::string absolute(const std::string& path) const;
  std::string current_;
  std::map<std::string, std::string> files_;
};

/// `path` without “.”, “..” and doubled slashes, without looking at the disk; a relative `written` starts at `folder`.
std::string joined(std::string_view folder, std::string_view written);
std::string normal(std::string_view path);
/// The parent folder of a path; "." for a bare name.
std::string folder_of(std::string_view path);
/// Whether `path` is `folder` or inside it. Both must be normal, and both absolute or both relative.
bool is_inside(std::string_view path, std::string_view folder);

}  // namespace banxin::source
