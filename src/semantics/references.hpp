// Link targets, and the links, outline entries and contents that lead to them.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "core/geometry.hpp"

namespace banxin::semantics {

/// The target of links and outline entries.
struct Anchor {
  std::uint32_t page = 0;
  Point at;
};

struct Link {
  std::variant<std::string, std::uint32_t> target;  ///< URI, or index into `anchors`
  std::string description;                          ///< /Contents, read aloud
};

struct OutlineEntry {
  std::string title;
  int level = 1;
  std::uint32_t anchor = 0;
};

struct References {
  std::vector<Anchor> anchors;
  std::vector<Link> links;
  std::vector<OutlineEntry> outline;
};

}  // namespace banxin::semantics
