// The text that yaml-cpp reads in place of a file. No character outside ASCII has a meaning in YAML, so each run of
// Chinese text is replaced by one placeholder: yaml-cpp's scanner, the most expensive step of reading, then sees little
// more than the structure. The text itself is taken from the file afterwards, by its offset.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace banxin::source {

class YamlView {
 public:
  /// Replaces a run; two bytes, one letter.
  static constexpr std::string_view placeholder = "\xC3\xA9";

  struct Run {
    std::uint32_t view_begin;  ///< of the placeholder
    std::uint32_t file_begin, file_end;
  };
  struct Fault {
    std::uint32_t offset;
    bool control;  ///< a control character; else a byte that is not UTF-8
  };

  /// The view of `text` from `begin`. With `shorten` false it is the text itself. Also checks that the text is UTF-8
  /// without control characters (except tab and line breaks); after a fault the view is unusable.
  YamlView(std::string_view text, std::uint32_t begin, bool shorten);

  [[nodiscard]] const std::optional<Fault>& fault() const { return fault_; }
  [[nodiscard]] const std::string& text() const { return text_; }
  /// Whether the text has a tab anywhere.
  [[nodiscard]] bool has_tabs() const { return has_tabs_; }
  /// The offset in the file of a byte of the view.
  [[nodiscard]] std::uint32_t file_offset(std::uint32_t view_offset) const;
  /// The shortened run that starts at this byte of the file, if one does.
  [[nodiscard]] const Run* run_at(std::uint32_t file_offset) const;

 private:
  std::string text_;
  std::vector<Run> runs_;
  std::uint32_t begin_;
  std::optional<Fault> fault_;
  bool has_tabs_ = false;
};

/// Length of the UTF-8 character at `text[offset]`, 0 if there is none (Unicode 15, table 3-7).
std::size_t character_length(std::string_view text, std::size_t offset);

}  // namespace banxin::source
