// Prose with its marks, from YAML to runs.
//
// Marks: **strong**, *emphasis*, [text](url or #id), [[base|ruby]], [^footnote^], [~side note~], {_proper noun_},
// {~book title~}, {{printed value}}, [checked words]{= expression}; a backslash takes the meaning from the ASCII
// punctuation behind it, and at a line's end forces a break. Unlike CommonMark no rule looks at the punctuation beside
// a mark: a mark opens before anything but a space and closes behind anything but a space, so `**“甲”**乙` is strong. A
// `*` without a partner in its paragraph is text.
//
// Lines: an empty line parts paragraphs. Any other line break is dropped between Han, kana and their punctuation, and
// where either side is full-width punctuation; elsewhere it is one space. Spaces at a line's ends are dropped.
#pragma once

#include <memory>
#include <vector>

#include "core/diagnostic.hpp"
#include "model/inline_text.hpp"
#include "source/yaml_tree.hpp"

namespace banxin::model {

/// Which marks are read.
enum class Marks { none, values, all };

/// The text of a scalar as paragraphs; empty ones are left out. Without marks, every character is text.
/// Diagnostics B220–B222 (warnings).
std::vector<InlineText> read_paragraphs(source::YamlNode node, Marks marks, Diagnostics& diagnostics);
/// The same as one text; paragraphs are parted by a forced break.
InlineText read_inline(source::YamlNode node, Diagnostics& diagnostics);
/// The printed values and checked words of a plain text; null if there are none.
std::shared_ptr<const InlineText> read_values(source::YamlNode node, Diagnostics& diagnostics);

}  // namespace banxin::model
