// The parts of a CFF table that name its glyphs (Adobe Technical Note 5176).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "font/sfnt.hpp"

namespace banxin::font {

/// Read once on construction. A damaged table gives empty values.
class CffNames {
 public:
  explicit CffNames(const Table& cff);

  /// Does the Top DICT have a ROS operator (section 18)? Then glyphs are named by CIDs.
  [[nodiscard]] bool cid_keyed() const { return cid_keyed_; }
  [[nodiscard]] const std::string& registry() const { return registry_; }
  [[nodiscard]] const std::string& ordering() const { return ordering_; }
  [[nodiscard]] int supplement() const { return supplement_; }
  /// CID (or string id) of each glyph, from the charset (section 13). Empty if the charset is a predefined one.
  [[nodiscard]] std::vector<std::uint16_t> charset() const;

 private:
  const Table& cff_;
  bool cid_keyed_ = false;
  std::string registry_, ordering_;
  int supplement_ = 0;
  std::size_t charset_at_ = 0;
  std::size_t glyph_count_ = 0;
};

}  // namespace banxin::font
