// The words of the command line, read and checked.
#pragma once

#include <string>

namespace banxin::cli {

enum class Command { compile, check, dump, fonts };

struct Arguments {
  Command command = Command::compile;
  std::string path;  ///< empty only for `fonts`
  std::string output;
  std::string profile = "screen";
  std::string stage;
  std::string dependency_file;
  unsigned threads = 0;
  bool json = false;
  bool timings = false;
  bool linearize = false;
  std::string answer;  ///< what --help or --version print; if not empty, there is no command to run
};

/// Throws CallError with the whole message.
Arguments read_arguments(int count, const char* const* words);

/// Do the words ask for diagnostics as JSON? Asked where they cannot be read.
bool asks_for_json(int count, const char* const* words);

/// The file that a report becomes if --output does not say: the report's name with .pdf, in the current folder.
/// A file called report.yaml is named by its folder.
std::string default_output(const std::string& path);

}  // namespace banxin::cli
