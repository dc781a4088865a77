// Prose with its marks, from YAML to runs.
//
// Marks: **strong**, *emphasis*, [text](url or #id), [[base|ruby]], [^footnote^], [~side note~], {_proper noun_},
// {~book title~}, {{printed value}}, [checked words]{= expression}; a backslash removes the meaning of the ASCII
// punctuation after it, and at the end of a line forces a break. Unlike in CommonMark, punctuation next to a mark has
// no effect: a mark may open before and close after any character except a space, so `**“甲”**乙` is strong. A `*`
// without a partner in its paragraph is text.
//
// Lines: an empty line separates paragraphs. Other line breaks are dropped between Han, kana and their punctuation, and
// next to full-width punctuation; elsewhere a line break is one space. Spaces at the ends of lines are dropped.
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
/// The same as one text; paragraphs are separated by a forced break.
InlineText read_inline(source::YamlNode node, Diagnostics& diagnostics);
/// The printed values and checked words of a plain text; null if there are none.
std::shared_ptr<const InlineText> read_values(source::YamlNode node, Diagnostics& diagnostics);

}  // namespace banxin::model
