// A font file on disk: its faces and their names.
#pragma once

#include <hb.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace banxin::font {

/// Properties of a face from its name, OS/2 and head tables.
struct FaceRecord {
  unsigned index = 0;
  std::string family;                ///< typographic family, English where it has such a name (name id 16, else 1)
  std::vector<std::string> aliases;  ///< its family names in other languages, and by name id 1: "思源黑体"
  int weight = 400;                  ///< OS/2 usWeightClass
  bool italic = false;
};

/// A mapped font file, TTC or single face. Only the pages that are read come into memory.
class FontFile {
 public:
  /// Null if the file cannot be read or has no usable face; then `why` is the reason.
  static std::shared_ptr<const FontFile> open(const std::string& path, std::string& why);
  ~FontFile();
  FontFile(const FontFile&) = delete;
  FontFile& operator=(const FontFile&) = delete;

  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] const std::vector<FaceRecord>& faces() const { return faces_; }
  /// The face of that family (any of its names, case ignored), or null.
  [[nodiscard]] const FaceRecord* find(const std::string& family) const;
  /// A new reference to a face of the file.
  [[nodiscard]] hb_face_t* create_face(unsigned index) const;

 private:
  FontFile(std::string path, hb_blob_t* blob) : path_(std::move(path)), blob_(blob) {}
  std::string path_;
  hb_blob_t* blob_;
  std::vector<FaceRecord> faces_;
};

/// An English entry of the name table, empty if there is none.
std::string english_name(hb_face_t* face, unsigned name_id);

/// Family names: ASCII letters compared without case.
bool same_family(std::string_view a, std::string_view b);
bool matches_family(const std::string& family, const std::vector<std::string>& aliases, std::string_view name);

}  // namespace banxin::font
