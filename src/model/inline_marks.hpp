// Finds the marks in a paragraph's prose and pairs them. `inline_reader` interprets them.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/diagnostic.hpp"
#include "core/span.hpp"

namespace banxin::model {

/// A mark in the text; an opening mark has the index of its closing mark and vice versa.
struct InlineMark {
  enum class Kind : std::uint8_t {
    escape,
    star,
    link,
    ruby,
    note,
    side_note,
    proper_noun,
    book_title,
    value,      ///< `{{ … }}` as a whole
    reference,  ///< `{@ … }` as a whole
    checked     ///< `[` and `]{= … }`
  };
  static constexpr std::size_t kinds = 11;
  static constexpr std::uint32_t none = 0xffffffff;

  Kind kind;
  bool opens = false;
  std::uint32_t begin = 0, end = 0;       ///< the characters of the mark itself
  std::uint32_t partner = none;           ///< index of the mark it is paired with
  std::uint32_t bar = none;               ///< ruby: offset of the |
  bool strong = false, emphasis = false;  ///< stars: what they toggle
};

/// Whether a backslash before `c` removes its meaning: ASCII punctuation.
bool may_be_escaped(char c);
constexpr bool is_white(char c) { return c == ' ' || c == '\n' || c == '\t'; }

class InlineMarks {
 public:
  InlineMarks(std::string_view prose, const SourceMap& map, Diagnostics& diagnostics)
      : prose_(prose), map_(map), diagnostics_(diagnostics) {}

  /// Adds the marks in bytes [begin, end), a paragraph; reports those that are never closed (B220).
  void find(std::uint32_t begin, std::uint32_t end);
  /// Adds only printed values and checked words.
  void find_values(std::uint32_t begin, std::uint32_t end);
  void clear() { marks_.clear(); }
  /// Pairs the stars among marks [first, last) in bytes [begin, end), except those inside other marks.
  void pair_stars(std::uint32_t first, std::uint32_t last, std::uint32_t begin, std::uint32_t end);

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(marks_.size()); }
  const InlineMark& operator[](std::uint32_t index) const { return marks_[index]; }

 private:
  using Kind = InlineMark::Kind;
  void push(Kind kind, bool opens, std::uint32_t begin, std::uint32_t length);
  void open(Kind kind, std::uint32_t begin, std::uint32_t length);
  std::uint32_t close(Kind kind);
  std::uint32_t close_at(std::uint32_t at, std::uint32_t end);
  std::uint32_t value_at(std::uint32_t at, std::uint32_t end);
  std::uint32_t reference_at(std::uint32_t at, std::uint32_t end);
  std::uint32_t close_bracket(std::uint32_t at, std::uint32_t end);
  [[nodiscard]] std::uint32_t expression_end(std::uint32_t at, std::uint32_t end, std::string_view closer) const;
  void pair(std::uint32_t opener, Kind kind, std::uint32_t begin, std::uint32_t length);
  [[nodiscard]] bool starts_at(std::uint32_t at, std::string_view what, std::uint32_t end) const;
  [[nodiscard]] std::uint32_t target_end(std::uint32_t at, std::uint32_t end) const;
  [[nodiscard]] std::uint32_t& open_count(Kind kind) { return open_counts_[static_cast<std::size_t>(kind)]; }
  void report_broken_address(std::uint32_t begin, std::uint32_t end);
  void report_unclosed();
  void unclosed(std::uint32_t begin, std::uint32_t end);

  std::string_view prose_;
  const SourceMap& map_;
  Diagnostics& diagnostics_;
  std::vector<InlineMark> marks_;
  std::vector<std::uint32_t> open_;                             ///< indices of open marks, innermost last
  std::array<std::uint32_t, InlineMark::kinds> open_counts_{};  ///< by kind
};

}  // namespace banxin::model
