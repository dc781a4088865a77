#include "source/yaml_view.hpp"

#include <algorithm>

namespace banxin::source {

namespace {

constexpr std::uint32_t shortest_run =
    6;  // two Han characters; for shorter runs the bookkeeping costs more than it saves

bool continues(std::string_view text, std::size_t offset) {
  return offset < text.size() && (static_cast<unsigned char>(text[offset]) & 0xC0) == 0x80;
}

bool control(unsigned char byte) {
  return (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7F;
}

}  // namespace

std::size_t character_length(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return 0;
  const auto first = static_cast<unsigned char>(text[offset]);
  if (first < 0x80) return 1;
  const auto second = offset + 1 < text.size() ? static_cast<unsigned char>(text[offset + 1]) : 0;
  if (!continues(text, offset + 1)) return 0;
  if (first >= 0xC2 && first <= 0xDF) return 2;
  if (first >= 0xE0 && first <= 0xEF) {
    if (!continues(text, offset + 2)) return 0;
    if ((first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F)) return 0;  // overlong; surrogates
    return 3;
  }
  if (first >= 0xF0 && first <= 0xF4) {
    if (!continues(text, offset + 2) || !continues(text, offset + 3)) return 0;
    if ((first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F)) return 0;  // overlong; above U+10FFFF
    return 4;
  }
  return 0;
}

YamlView::YamlView(std::string_view text, std::uint32_t begin, bool shorten) : begin_(begin) {
  text_.reserve(shorten ? text.size() / 4 + 64 : text.size());
  std::size_t copied = begin;  // the file up to here is in the view
  bool named = false;          // inside a word with & * or !: the name of an anchor or a tag must not be shortened
  for (std::size_t i = begin; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) {
      if (control(byte)) {
        fault_ = Fault{static_cast<std::uint32_t>(i), true};
        return;
      }
      if (byte == '&' || byte == '*' || byte == '!') {
        named = true;
      } else if (byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r') {
        named = false;
        has_tabs_ = has_tabs_ || byte == '\t';
      }
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < text.size() && static_cast<unsigned char>(text[end]) >= 0x80) {
      const std::size_t length = character_length(text, end);
      if (length == 0) {
        fault_ = Fault{static_cast<std::uint32_t>(end), false};
        return;
      }
      end += length;
    }
    if (shorten && !named && end - i >= shortest_run) {
      text_.append(text, copied, i - copied);
      runs_.push_back(
          {static_cast<std::uint32_t>(text_.size()), static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(end)});
      text_ += placeholder;
      copied = end;
    }
    i = end;
  }
  text_.append(text, copied);
}

std::uint32_t YamlView::file_offset(std::uint32_t view_offset) const {
  const auto after = std::upper_bound(runs_.begin(), runs_.end(), view_offset,
                                      [](std::uint32_t value, const Run& run) { return value < run.view_begin; });
  if (after == runs_.begin()) return begin_ + view_offset;
  const Run& run = *(after - 1);
  const auto after_run = run.view_begin + static_cast<std::uint32_t>(placeholder.size());
  return view_offset < after_run ? run.file_begin : run.file_end + (view_offset - after_run);
}

const YamlView::Run* YamlView::run_at(std::uint32_t file_offset) const {
  const auto found = std::lower_bound(runs_.begin(), runs_.end(), file_offset,
                                      [](const Run& run, std::uint32_t value) { return run.file_begin < value; });
  return found != runs_.end() && found->file_begin == file_offset ? &*found : nullptr;
}

}  // namespace banxin::source
