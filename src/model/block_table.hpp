// The table of the kinds of blocks.
#pragma once

#include "model/document.hpp"
#include "model/schema.hpp"

namespace banxin::model {

/// One entry of a body; text with empty lines becomes several blocks.
struct BlockDraft {
  Block block;
  std::vector<InlineText> paragraphs;
  bool literal = false;
  Span span;
};

const Variants<BlockDraft>& block_table();
/// A body: a list of blocks.
Type<std::vector<Block>> blocks();

}  // namespace banxin::model
