// Writing a product whole or not at all.
#pragma once

#include <string>
#include <string_view>

namespace banxin::cli {

/// Replaces the file at `path` by `bytes`, or leaves what is there untouched: the bytes go to a file of another name
/// in the same folder, to the disk, and only then take the name. A link's target is replaced, not the link; a device
/// or a pipe is written to directly. The mode is what the umask gives. Throws MachineError.
void write_file(const std::string& path, std::string_view bytes);

/// Writes to standard output. Throws MachineError, so that a full disk behind a redirection is not taken for success.
void write_standard_output(std::string_view bytes);

}  // namespace banxin::cli
