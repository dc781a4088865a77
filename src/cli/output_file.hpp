// Writes output files atomically.
#pragma once

#include <string>
#include <string_view>

namespace banxin::cli {

/// Replaces the file at `path` by `bytes`, or leaves it unchanged: the bytes are written to a file without a name in
/// the same folder and synced, then it gets its name. If `path` is a symbolic link, its target is replaced; a device or
/// a pipe is written to directly. The mode is 0666 less the umask. Throws MachineError.
void write_file(const std::string& path, std::string_view bytes);

/// Writes to standard output. Throws MachineError, also if the disk of a redirection is full.
void write_standard_output(std::string_view bytes);

}  // namespace banxin::cli
