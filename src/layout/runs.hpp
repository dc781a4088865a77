// Converts inline text to the runs of a paragraph: marks become text styles and semantic nodes.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "layout/setting.hpp"
#include "model/inline_text.hpp"
#include "text/paragraph.hpp"

namespace banxin::layout {

/// The context of a paragraph's runs.
struct RunSinks {
  semantics::Tree& tree;
  /// A link to a URI or #id; returns 1 + its index.
  std::function<std::uint32_t(const std::string& target, const std::string& description, Span span)> link;
  /// A note called after `offset` bytes of the paragraph; returns the text of its mark.
  std::function<std::string(const model::InlineText& note, std::uint32_t offset, graphics::NodeId node)> note;
  /// The text of a reference and 1 + the index of its link.
  std::function<std::pair<std::string, std::uint32_t>(const model::Reference& reference, bool linked)> reference;
  /// The first abbreviation in a text that gets an expansion.
  struct Abbreviation {
    std::size_t begin = 0, end = 0;  ///< bytes; equal: none
    std::string expansion;
  };
  std::function<Abbreviation(std::string_view text)> abbreviation;
};

/// Runs whose glyphs belong to nodes under `node` (a paragraph, a heading …); with node 0 all are artifacts.
std::vector<text::Run> make_runs(const model::InlineText& text, const style::BlockStyle& style, graphics::NodeId node,
                                 const Setting& setting, const RunSinks& sinks);

}  // namespace banxin::layout
