// Parses the command line.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace banxin::cli {

enum class Command { compile, check, dump, preview, provenance, fonts };

struct Arguments {
  Command command = Command::compile;
  std::string path;  ///< empty only for `fonts`
  std::string output;
  std::string profile = "screen";
  std::string stage;
  std::string dependency_file;
  std::string format = "text";  ///< of `provenance`: text, json or csv; of `preview`: png or svg
  std::vector<std::pair<std::string, std::string>> parameters;
  std::vector<std::string> deny, allow;
  unsigned threads = 0;
  /// Of `preview`: first and last page of each range, from 1; empty: all.
  std::vector<std::pair<std::size_t, std::size_t>> pages;
  double dpi = 144;
  bool contact_sheet = false;
  bool json = false;
  bool timings = false;
  bool linearize = false;
  std::string answer;  ///< the output of --help or --version; if not empty, there is no command to run
};

/// Throws CallError with the whole message.
Arguments read_arguments(int count, const char* const* words);

/// Whether the words request diagnostics as JSON; for errors of parsing.
bool asks_for_json(int count, const char* const* words);

/// The output file without --output: the report's name with .pdf, in the current folder. For a file report.yaml it is
/// the name of its folder.
/// With another ending for other commands.
std::string default_output(const std::string& path, const std::string& ending = ".pdf");

}  // namespace banxin::cli
