#include "cli/output_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

#include "cli/exit_status.hpp"

namespace banxin::cli {

namespace {

[[noreturn]] void fail(const std::string& path, int error) {
  throw MachineError("cannot write `" + path + "`: " + std::generic_category().message(error));
}

[[noreturn]] void fail_standard_output(int error) {
  throw MachineError("cannot write standard output: " + std::generic_category().message(error));
}

/// Closes an open file, and removes it if it has a temporary name, on every way out of a scope.
class OpenFile {
 public:
  OpenFile(int descriptor, std::string temporary) : descriptor_(descriptor), temporary_(std::move(temporary)) {}
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  ~OpenFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
    if (!temporary_.empty()) ::unlink(temporary_.c_str());
  }
  [[nodiscard]] int descriptor() const { return descriptor_; }
  /// Network file systems report a full disk only here.
  int close() { return ::close(std::exchange(descriptor_, -1)) == 0 ? 0 : errno; }
  void keep() { temporary_.clear(); }

 private:
  int descriptor_;
  std::string temporary_;
};

/// 0, or errno.
int write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

void write_directly(const std::string& path, std::string_view bytes) {
  OpenFile file(::open(path.c_str(), O_WRONLY | O_CLOEXEC), {});
  if (file.descriptor() < 0) fail(path, errno);
  if (const int error = write_all(file.descriptor(), bytes)) fail(path, error);
  if (const int error = file.close()) fail(path, error);
}

std::string temporary_name(const std::filesystem::path& folder, int number) {
  return folder / (".banxin-" + std::to_string(::getpid()) + "-" + std::to_string(number) + ".tmp");
}

/// Calls `attempt(name)` with new names until it does not fail because the name exists; its result.
template <class Attempt>
int with_new_name(const std::filesystem::path& folder, std::string& name, Attempt attempt) {
  constexpr int tries = 100;
  for (int i = 0; i < tries; ++i) {
    name = temporary_name(folder, i);
    const int result = attempt(name.c_str());
    if (result >= 0 || errno != EEXIST) return result;
  }
  errno = EEXIST;
  return -1;
}

/// Moves a named file over the target.
void replace(OpenFile& file, const std::string& temporary, const std::filesystem::path& target,
             const std::string& path) {
  if (::rename(temporary.c_str(), target.c_str()) != 0) fail(path, errno);
  file.keep();
}

/// Writes into a file without a name, which the kernel removes if the process ends, and names it when it is whole.
/// False if the file system has no such files. A name can be given, not moved: an old target is replaced by way of a
/// second name, which exists for two system calls.
bool write_unnamed(const std::filesystem::path& folder, const std::filesystem::path& target, const std::string& path,
                   std::string_view bytes) {
#ifdef O_TMPFILE
  OpenFile file(::open(folder.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666), {});
  if (file.descriptor() < 0) {
    if (errno == EOPNOTSUPP || errno == EISDIR || errno == EINVAL || errno == ENOENT) return false;
    fail(path, errno);
  }
  if (const int failed = write_all(file.descriptor(), bytes)) fail(path, failed);
  if (::fsync(file.descriptor()) != 0) fail(path, errno);
  const std::string open_file = "/proc/self/fd/" + std::to_string(file.descriptor());
  const auto link_as = [&](const char* name) {
    return ::linkat(AT_FDCWD, open_file.c_str(), AT_FDCWD, name, AT_SYMLINK_FOLLOW);
  };
  if (link_as(target.c_str()) == 0) return true;
  if (errno == ENOENT) return false;  // /proc is not mounted
  if (errno != EEXIST) fail(path, errno);
  std::string temporary;
  if (with_new_name(folder, temporary, link_as) < 0) fail(path, errno);
  OpenFile named(-1, temporary);
  replace(named, temporary, target, path);
  return true;
#else
  return false;
#endif
}

void write_named(const std::filesystem::path& folder, const std::filesystem::path& target, const std::string& path,
                 std::string_view bytes) {
  std::string temporary;
  const int descriptor = with_new_name(
      folder, temporary, [](const char* name) { return ::open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666); });
  if (descriptor < 0) fail(path, errno);
  OpenFile file(descriptor, temporary);
  if (const int failed = write_all(file.descriptor(), bytes)) fail(path, failed);
  if (::fsync(file.descriptor()) != 0) fail(path, errno);
  if (const int failed = file.close()) fail(path, failed);
  replace(file, temporary, target, path);
}

}  // namespace

void write_file(const std::string& path, std::string_view bytes) {
  std::error_code error;
  std::filesystem::path target = path;
  const std::filesystem::file_status status = std::filesystem::status(target, error);
  if (std::filesystem::is_directory(status)) {
    throw MachineError("cannot write `" + path + "`: it is a folder");
  }
  if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status)) return write_directly(path, bytes);
  for (int links = 0; std::filesystem::is_symlink(std::filesystem::symlink_status(target, error)); ++links) {
    constexpr int max_links = 40;
    if (links == max_links) fail(path, ELOOP);
    target = target.parent_path() / std::filesystem::read_symlink(target, error);
    if (error) fail(path, error.value());
  }
  const std::filesystem::path folder = target.has_parent_path() ? target.parent_path() : ".";
  if (std::filesystem::status(folder, error).type() == std::filesystem::file_type::not_found) {
    throw MachineError("cannot write `" + path + "`: there is no folder `" + folder.string() + "`");
  }

  if (!write_unnamed(folder, target, path, bytes)) write_named(folder, target, path, bytes);

  // Write the new name to the disk too. Some file systems cannot sync a folder; the file is complete there anyway.
  const OpenFile parent(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC), {});
  if (parent.descriptor() >= 0) ::fsync(parent.descriptor());
}

void write_standard_output(std::string_view bytes) {
  if (const int error = write_all(STDOUT_FILENO, bytes)) fail_standard_output(error);
  // A file system that writes late reports its errors when the last descriptor is closed.
  const int copy = ::dup(STDOUT_FILENO);
  if (copy >= 0 && ::close(copy) != 0) fail_standard_output(errno);
}

}  // namespace banxin::cli
