// What is wrong with a file that yaml-cpp refuses, in words that help an editor: yaml-cpp says where it gave up, and
// the usual slips (tabs, full-width colons, a missing space, an open quotation mark) are looked for around there.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/diagnostic.hpp"
#include "source/source_files.hpp"

namespace banxin::source {

/// `offset` is where yaml-cpp gave up, `said` its message.
void explain_yaml_fault(const SourceFile& file, FileId id, std::uint32_t offset, std::string_view said,
                        Diagnostics& diagnostics);

/// If a word that should be a key, or a text that should be a mapping, holds a full-width colon: the part in front.
std::string_view key_before_fullwidth_colon(std::string_view text);

}  // namespace banxin::source
