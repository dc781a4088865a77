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

/// Creates a file with a new name; its mode is 0666 less the umask.
int create_new(const std::filesystem::path& folder, std::string& name) {
  constexpr int tries = 100;
  for (int i = 0; i < tries; ++i) {
    name = folder / (".banxin-" + std::to_string(::getpid()) + "-" + std::to_string(i) + ".tmp");
    const int descriptor = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor >= 0 || errno != EEXIST) return descriptor;
  }
  errno = EEXIST;
  return -1;
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

  std::string temporary;
  const int descriptor = create_new(folder, temporary);
  if (descriptor < 0) fail(path, errno);
  OpenFile file(descriptor, temporary);
  if (const int failed = write_all(file.descriptor(), bytes)) fail(path, failed);
  if (::fsync(file.descriptor()) != 0) fail(path, errno);
  if (const int failed = file.close()) fail(path, failed);
  if (::rename(temporary.c_str(), target.c_str()) != 0) fail(path, errno);
  file.keep();

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
