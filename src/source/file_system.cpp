#include "source/file_system.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <set>

namespace banxin::source {

namespace {

namespace fs = std::filesystem;

class Descriptor {
 public:
  explicit Descriptor(const std::string& path) : value_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {}
  ~Descriptor() {
    if (value_ >= 0) ::close(value_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int get() const { return value_; }

 private:
  int value_;
};

class DiskFiles : public FileSystem {
 public:
  [[nodiscard]] ReadResult read(const std::string& path, std::size_t limit) const override {
    const Descriptor file(path);
    if (file.get() < 0) return {{}, errno == ENOENT || errno == ENOTDIR ? ReadFault::missing : ReadFault::denied};
    struct stat status {};
    if (::fstat(file.get(), &status) != 0) return {{}, ReadFault::failed};
    if (S_ISDIR(status.st_mode)) return {{}, ReadFault::folder};
    // A pipe or a device could block or never end.
    if (!S_ISREG(status.st_mode)) return {{}, ReadFault::not_a_file};
    const auto size = static_cast<std::size_t>(status.st_size);
    if (size > limit) return {{}, ReadFault::too_large};
    std::string bytes(size, '\0');
    std::size_t done = 0;
    while (done < size) {
      const ssize_t count = ::read(file.get(), bytes.data() + done, size - done);
      if (count < 0 && errno == EINTR) continue;
      if (count < 0) return {{}, ReadFault::failed};
      if (count == 0) break;
      done += static_cast<std::size_t>(count);
    }
    bytes.resize(done);
    return {std::move(bytes), {}};
  }

  [[nodiscard]] std::optional<std::string> canonical(const std::string& path) const override {
    std::error_code error;
    fs::path result = fs::canonical(path, error);
    if (error) return std::nullopt;
    return result.generic_string();
  }

  [[nodiscard]] bool is_folder(const std::string& path) const override {
    std::error_code error;
    return fs::is_directory(path, error);
  }

  [[nodiscard]] std::vector<std::string> list(const std::string& folder) const override {
    std::vector<std::string> names;
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
      names.push_back(it->path().filename().generic_string());
    }
    std::sort(names.begin(), names.end());
    return names;
  }

  [[nodiscard]] std::string current_folder() const override {
    std::error_code error;
    return fs::current_path(error).generic_string();
  }
};

}  // namespace

std::shared_ptr<const FileSystem> disk_files() { return std::make_shared<const DiskFiles>(); }

std::string MemoryFiles::absolute(const std::string& path) const { return joined(current_, path); }

void MemoryFiles::put(const std::string& path, std::string bytes) { files_[absolute(path)] = std::move(bytes); }

ReadResult MemoryFiles::read(const std::string& path, std::size_t limit) const {
  const auto found = files_.find(absolute(path));
  if (found == files_.end()) return {{}, is_folder(path) ? ReadFault::folder : ReadFault::missing};
  if (found->second.size() > limit) return {{}, ReadFault::too_large};
  return {found->second, {}};
}

std::optional<std::string> MemoryFiles::canonical(const std::string& path) const {
  std::string whole = absolute(path);
  if (!files_.contains(whole) && !is_folder(whole)) return std::nullopt;
  return whole;
}

bool MemoryFiles::is_folder(const std::string& path) const {
  const std::string whole = absolute(path);
  return whole == current_ || std::ranges::any_of(files_, [&](const auto& file) {
           return file.first != whole && is_inside(file.first, whole);
         });
}

std::vector<std::string> MemoryFiles::list(const std::string& folder) const {
  const std::string whole = absolute(folder) == "/" ? "/" : absolute(folder) + "/";
  std::set<std::string> names;
  for (const auto& [path, bytes] : files_) {
    if (path.starts_with(whole)) names.insert(path.substr(whole.size(), path.find('/', whole.size()) - whole.size()));
  }
  return {names.begin(), names.end()};
}

std::string normal(std::string_view path) {
  std::string result = fs::path(path).lexically_normal().generic_string();
  if (result.size() > 1 && result.ends_with('/')) result.pop_back();
  return result;
}

std::string joined(std::string_view folder, std::string_view written) {
  return normal((fs::path(folder) / fs::path(written)).generic_string());
}

std::string folder_of(std::string_view path) {
  std::string result = fs::path(path).parent_path().generic_string();
  return result.empty() ? "." : result;
}

bool is_inside(std::string_view path, std::string_view folder) {
  if (folder == "/") return path.starts_with('/');
  if (folder == ".") return !path.starts_with('/') && path != ".." && !path.starts_with("../");
  return path.starts_with(folder) && (path.size() == folder.size() || path[folder.size()] == '/');
}

}  // namespace banxin::source
