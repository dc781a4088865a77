// Explains YAML syntax errors. yaml-cpp reports where it failed; the usual mistakes (a tab, a full-width colon, a
// missing space, an open quotation mark) are searched for around that place.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/diagnostic.hpp"
#include "source/source_files.hpp"

namespace banxin::source {

/// `offset` is where yaml-cpp failed, `fault` its message.
void explain_yaml_fault(const SourceFile& file, FileId id, std::uint32_t offset, std::string_view fault,
                        Diagnostics& diagnostics);

/// The part before the full-width colon in a text that was probably meant as a key with a value; else empty.
std::string_view key_before_fullwidth_colon(std::string_view text);

}  // namespace banxin::source
