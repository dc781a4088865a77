// Source locations. Every value of the model and every item on a display list carries one.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace banxin {

using FileId = std::uint32_t;
inline constexpr FileId no_file = 0xffffffff;

/// Bytes [begin, end) of one source file. A default span has no location: the program made the value.
struct Span {
  FileId file = no_file;
  std::uint32_t begin = 0, end = 0;
  bool operator==(const Span&) const = default;
  [[nodiscard]] bool known() const { return file != no_file; }
};

template <class T>
struct Spanned {
  T value{};
  Span span;
  const T& operator*() const { return value; }
  const T* operator->() const { return &value; }
};

/// Maps byte offsets of a decoded text (escapes read, lines folded, marks removed) back to its file.
/// Piecewise linear: between two anchors, offsets in the text and in the file grow equally.
class SourceMap {
 public:
  SourceMap() = default;
  explicit SourceMap(Span whole) : file_(whole.file) { add(0, whole.begin); }
  void set_file(FileId file) { file_ = file; }
  /// Anchors must come in ascending order of `text_offset`.
  void add(std::uint32_t text_offset, std::uint32_t file_offset);
  [[nodiscard]] Span at(std::uint32_t text_begin, std::uint32_t text_end) const;
  [[nodiscard]] FileId file() const { return file_; }
  /// The map of the text from `text_offset` to its end, with offsets that start at 0.
  [[nodiscard]] SourceMap from(std::uint32_t text_offset) const;
  /// Appends the anchors of bytes [begin, end) of another map's text, which are at `text_offset` in this map's text.
  void append(std::uint32_t text_offset, const SourceMap& other, std::uint32_t begin, std::uint32_t end);

 private:
  FileId file_ = no_file;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> anchors_;
};

}  // namespace banxin
