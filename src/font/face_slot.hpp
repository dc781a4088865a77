// A face that is opened on first use: its path and the properties it is expected to have.
#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "font/face.hpp"
#include "font/font_file.hpp"

namespace banxin::font {

/// Font files that were opened, each once. Thread-safe.
class FontFiles {
 public:
  /// Null if it cannot be used; then `why` is the reason.
  std::shared_ptr<const FontFile> open(const std::string& path, std::string& why);

 private:
  struct Entry {
    std::shared_ptr<const FontFile> file;
    std::string why;
  };
  std::mutex mutex_;
  std::map<std::string, Entry> entries_;
};

class FaceSlot {
 public:
  enum class Origin { folder, catalogue, system };

  /// What is known before the file is opened.
  struct Place {
    Origin origin = Origin::catalogue;
    std::string path, family;  ///< `family` is the name in the file and selects the face of a TTC
    int weight = 400;
    bool italic = false;
    std::string package;  ///< of a face of the catalogue
    bool exists = true;
    std::vector<std::string> aliases;  ///< other known names of the family
  };

  FaceSlot(Place place, FontFiles& files) : place_(std::move(place)), files_(files) {}

  [[nodiscard]] const Place& place() const { return place_; }
  /// Does the file hold the face that is expected of it? Opens the file, not the face.
  [[nodiscard]] bool usable() const { return identify().file != nullptr; }
  /// Why it is not usable.
  [[nodiscard]] const std::string& fault() const { return identify().fault; }
  [[nodiscard]] unsigned index() const { return identify().index; }
  /// Must be usable.
  [[nodiscard]] const Face& face() const;
  /// Was `face` called?
  [[nodiscard]] bool opened() const { return is_open_.load(std::memory_order_acquire); }

 private:
  struct Identity {
    std::shared_ptr<const FontFile> file;
    unsigned index = 0;
    std::string fault;
  };
  const Identity& identify() const;

  Place place_;
  FontFiles& files_;
  mutable std::once_flag identified_, opened_;
  mutable Identity identity_;
  mutable std::unique_ptr<const Face> face_;
  mutable std::atomic<bool> is_open_ = false;
};

}  // namespace banxin::font
