// The text of one scalar, taken from the file with a map of every byte, by matching it with what yaml-cpp read from the
// shortened view. yaml-cpp decides what the text is. If the two do not match, `read` returns false and the caller reads
// the file again without shortening.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "source/yaml_tree.hpp"
#include "source/yaml_view.hpp"

namespace banxin::source {

struct ScalarText {
  std::string text;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> anchors;  ///< text offset, file offset; never empty
  std::vector<std::uint32_t> folds;                              ///< offsets of spaces that were one line break
  std::uint32_t end = 0;                                         ///< of the scalar in the file
  bool closed = true;                    ///< false: the opening quotation mark has no closing one
  std::optional<std::uint32_t> control;  ///< where an escape denotes a control character
};

class ScalarMatcher {
 public:
  ScalarMatcher(std::string_view file, const YamlView& view) : file_(file), view_(view) {}
  /// The scalar that starts at `begin` (its quotation mark or `|`), which yaml-cpp read as `shown`. The result stays
  /// valid until the next call. False: no match.
  bool read(std::uint32_t begin, ScalarStyle style, std::string_view shown);
  [[nodiscard]] const ScalarText& result() const { return out_; }

 private:
  bool flow(char quote);
  bool block(bool folded);
  bool blanks(char quote);
  bool escape();
  bool take();
  bool line_breaks(std::uint32_t indent);
  bool rest_is_breaks() const;
  void skip_blank();
  [[nodiscard]] bool at_break() const;
  void skip_break();
  void anchor();
  void put(std::string_view text);
  [[nodiscard]] char peek(std::uint32_t ahead = 0) const {
    return at_ + ahead < file_.size() ? file_[at_ + ahead] : '\0';
  }

  std::string_view file_;
  const YamlView& view_;
  std::string_view shown_;
  std::uint32_t at_ = 0;  ///< in the file
  std::size_t seen_ = 0;  ///< in `shown_`
  ScalarText out_;
};

}  // namespace banxin::source
