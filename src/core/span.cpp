#include "core/span.hpp"

#include <algorithm>

namespace banxin {

void SourceMap::add(std::uint32_t text_offset, std::uint32_t file_offset) {
  if (!anchors_.empty()) {
    auto& last = anchors_.back();
    if (last.first == text_offset) {
      last.second = file_offset;
      return;
    }
    // An anchor at the same distance from the one before adds nothing.
    if (file_offset >= last.second && file_offset - last.second == text_offset - last.first) return;
  }
  anchors_.emplace_back(text_offset, file_offset);
}

Span SourceMap::at(std::uint32_t text_begin, std::uint32_t text_end) const {
  if (file_ == no_file || anchors_.empty()) return {};
  const auto place = [this](std::uint32_t offset) {
    auto after = std::upper_bound(anchors_.begin(), anchors_.end(), offset,
                                  [](std::uint32_t value, const auto& anchor) { return value < anchor.first; });
    if (after == anchors_.begin()) return after->second;
    const auto& anchor = *(after - 1);
    const std::uint32_t mapped = anchor.second + (offset - anchor.first);
    // An escape may be shorter than its character ("\L" is two bytes, U+2028 three): do not go past it.
    return after == anchors_.end() || after->second < anchor.second ? mapped : std::min(mapped, after->second);
  };
  const std::uint32_t begin = place(text_begin);
  if (text_end <= text_begin) return {file_, begin, begin};
  // Map the last byte inside and add one: line breaks and marks between it and the next byte are not part of the text.
  return {file_, begin, std::max(begin, place(text_end - 1) + 1)};
}

void SourceMap::append(std::uint32_t text_offset, const SourceMap& other, std::uint32_t begin, std::uint32_t end) {
  if (other.anchors_.empty()) return;
  if (file_ == no_file) file_ = other.file_;
  auto after = std::upper_bound(other.anchors_.begin(), other.anchors_.end(), begin,
                                [](std::uint32_t value, const auto& anchor) { return value < anchor.first; });
  if (after != other.anchors_.begin()) {
    const auto& anchor = *(after - 1);
    add(text_offset, anchor.second + (begin - anchor.first));
  }
  for (; after != other.anchors_.end() && after->first < end; ++after)
    add(text_offset + (after->first - begin), after->second);
}

SourceMap SourceMap::from(std::uint32_t text_offset) const {
  SourceMap result;
  result.file_ = file_;
  if (anchors_.empty()) return result;
  auto after = std::upper_bound(anchors_.begin(), anchors_.end(), text_offset,
                                [](std::uint32_t value, const auto& anchor) { return value < anchor.first; });
  if (after != anchors_.begin()) {
    const auto& anchor = *(after - 1);
    result.add(0, anchor.second + (text_offset - anchor.first));
  }
  for (; after != anchors_.end(); ++after) result.add(after->first - text_offset, after->second);
  return result;
}

}  // namespace banxin
