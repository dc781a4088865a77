#include "font/face_slot.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace banxin::font {

std::shared_ptr<const FontFile> FontFiles::open(const std::string& path, std::string& why) {
  const std::lock_guard lock(mutex_);
  auto [entry, fresh] = entries_.try_emplace(path);
  if (fresh) entry->second.file = FontFile::open(path, entry->second.why);
  why = entry->second.why;
  return entry->second.file;
}

const FaceSlot::Identity& FaceSlot::identify() const {
  std::call_once(identified_, [this] {
    if (!place_.exists) {
      identity_.fault = "not installed";
      return;
    }
    auto file = files_.open(place_.path, identity_.fault);
    if (file == nullptr) return;
    // In the report's folder two faces of one family may differ only in weight or slant.
    const auto& faces = file->faces();
    const auto found = std::find_if(faces.begin(), faces.end(), [this](const FaceRecord& record) {
      return same_family(record.family, place_.family) &&
             (place_.origin == Origin::catalogue || (record.weight == place_.weight && record.italic == place_.italic));
    });
    const FaceRecord* record = found != faces.end() ? &*found : file->find(place_.family);
    if (record == nullptr) {
      identity_.fault = fmt::format("it has no face named “{}”", place_.family);
      return;
    }
    identity_.index = record->index;
    identity_.file = std::move(file);
  });
  return identity_;
}

const Face& FaceSlot::face() const {
  if (opened()) return *face_;  // called for each run of text
  const Identity& identity = identify();
  std::call_once(opened_, [&] {
    face_ = std::make_unique<const Face>(place_.path, identity.index, identity.file->create_face(identity.index));
    is_open_.store(true, std::memory_order_release);
  });
  return *face_;
}

}  // namespace banxin::font
