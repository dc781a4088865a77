#include "cli/commands.hpp"

#include <banxin/banxin.hpp>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <string>

#include "cli/dependency_file.hpp"
#include "cli/exit_status.hpp"
#include "cli/number_list.hpp"
#include "cli/output_file.hpp"
#include "cli/terminal.hpp"

namespace banxin::cli {

namespace {

using Clock = std::chrono::steady_clock;

void print_error(const std::string& words) { std::fwrite(words.data(), 1, words.size(), stderr); }

std::string counted(std::size_t count, const char* what) {
  return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

std::string milliseconds(double value) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%.1f ms", value);
  return buffer;
}

/// A PATH that does not exist is a wrong call, not an error in the content.
void require_report(const std::string& command, const std::string& path) {
  std::error_code error;
  const std::filesystem::file_status status = std::filesystem::status(path, error);
  if (status.type() == std::filesystem::file_type::not_found) {
    throw CallError("banxin " + command + ": there is no file or folder `" + path + "`");
  }
  if (!std::filesystem::status_known(status)) {
    throw MachineError("cannot read `" + path + "`: " + error.message());
  }
  if (!std::filesystem::is_directory(status)) return;
  if (!std::filesystem::exists(std::filesystem::path(path) / "report.yaml", error)) {
    if (error) throw MachineError("cannot read `" + path + "`: " + error.message());
    throw CallError("banxin " + command + ": the folder `" + path + "` has no report.yaml");
  }
}

void print_diagnostics(const api::Result& result, const Arguments& arguments) {
  if (arguments.json) {
    for (const api::Diagnostic& diagnostic : result.diagnostics) print_error(diagnostic.json);
    return;
  }
  const bool color = use_colors();
  std::size_t errors = 0, warnings = 0;
  for (const api::Diagnostic& diagnostic : result.diagnostics) {
    print_error(color ? diagnostic.colored_text : diagnostic.text);
    errors += diagnostic.severity == api::Severity::error ? 1 : 0;
    warnings += diagnostic.severity == api::Severity::warning ? 1 : 0;
  }
  if (errors + warnings == 0) return;
  std::string summary = errors > 0 ? counted(errors, "error") : "";
  if (warnings > 0) summary += (errors > 0 ? ", " : "") + counted(warnings, "warning");
  print_error(summary + "\n");
}

void print_timings(const api::Result& result, double writing, double total) {
  const auto line = [](const std::string& stage, double value) {
    char buffer[96];
    std::snprintf(buffer, sizeof buffer, "%-10s %9.1f ms\n", stage.c_str(), value);
    print_error(buffer);
  };
  for (const api::Timing& timing : result.timings) line(timing.stage, timing.milliseconds);
  if (writing >= 0) line("file", writing);
  line("total", total);
}

double since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

int status(const api::Result& result) { return result.failed() ? exit_content_wrong : exit_done; }

/// Output files must not overwrite files that the report reads.
void require_not_read(const std::string& command, const std::string& option, const std::string& path,
                      const std::vector<std::string>& read) {
  std::error_code unknown;  // a file that does not exist yet is not equivalent to any
  for (const std::string& other : read) {
    if (std::filesystem::equivalent(path, other, unknown)) {
      throw CallError("banxin " + command + ": " + option + " `" + path +
                      "` would overwrite a file that the report reads");
    }
  }
}

int compile(const Arguments& arguments, const api::Options& options, Progress& progress) {
  const Clock::time_point start = Clock::now();
  const api::Compilation made = api::compile(options);
  const Clock::time_point written = Clock::now();
  progress.clear();
  print_diagnostics(made, arguments);  // even if the file cannot be written
  if (!made.failed()) {
    progress.show("file");
    require_not_read("compile", "-o", arguments.output, made.dependencies);
    require_not_read("compile", "--deps", arguments.dependency_file, made.dependencies);
    if (!arguments.dependency_file.empty() && std::filesystem::path(arguments.dependency_file).lexically_normal() ==
                                                  std::filesystem::path(arguments.output).lexically_normal()) {
      throw CallError("banxin compile: -o and --deps are the same file, `" + arguments.output + "`");
    }
    // First, so that a name that is not possible in a rule does not replace an older PDF.
    const std::string rule =
        arguments.dependency_file.empty() ? "" : dependency_rule(arguments.output, made.dependencies);
    // The rule is written first, so that there is never a new PDF with an old rule.
    if (!rule.empty()) write_file(arguments.dependency_file, rule);
    if (arguments.output == "-") {
      write_standard_output(made.pdf);
    } else {
      write_file(arguments.output, made.pdf);
    }
  }
  progress.clear();
  if (arguments.timings) print_timings(made, made.failed() ? -1 : since(written), since(start));
  if (progress.visible() && !arguments.json && !made.failed() && arguments.output != "-") {
    print_error(arguments.output + ": " + counted(made.pages, "page") + ", " +
                std::to_string((made.pdf.size() + 1023) / 1024) + " KiB, " + milliseconds(since(start)) + "\n");
  }
  return status(made);
}

int check(const Arguments& arguments, const api::Options& options, Progress& progress) {
  const Clock::time_point start = Clock::now();
  const api::Result result = api::check(options);
  progress.clear();
  print_diagnostics(result, arguments);
  if (arguments.timings) print_timings(result, -1, since(start));
  return status(result);
}

int dump(const Arguments& arguments, const api::Options& options, Progress& progress) {
  const Clock::time_point start = Clock::now();
  const api::Dump result = api::dump(options, arguments.stage);
  progress.clear();
  write_standard_output(result.text);
  print_diagnostics(result, arguments);
  if (arguments.timings) print_timings(result, -1, since(start));
  return status(result);
}

int preview(const Arguments& arguments, const api::Options& options, Progress& progress) {
  const Clock::time_point start = Clock::now();
  api::PreviewOptions wanted;
  wanted.format = arguments.format == "svg" ? api::PictureFormat::svg : api::PictureFormat::png;
  wanted.dpi = arguments.dpi;
  wanted.contact_sheet = arguments.contact_sheet;
  wanted.pages = arguments.pages;
  const api::Preview result = api::preview(options, wanted);
  const Clock::time_point drawn = Clock::now();
  progress.clear();
  print_diagnostics(result, arguments);
  if (!result.failed()) {
    progress.show("files");
    const std::filesystem::path folder = arguments.output;
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) throw MachineError("cannot make the folder `" + arguments.output + "`: " + error.message());
    for (const api::Picture& picture : result.pictures) {
      const std::string name = picture.page == 0 ? "contact-sheet" : "page-" + std::to_string(picture.page);
      const std::string path = folder / (name + "." + arguments.format);
      require_not_read("preview", "-o", path, result.dependencies);
      write_file(path, picture.bytes);
    }
  }
  progress.clear();
  if (arguments.timings) print_timings(result, result.failed() ? -1 : since(drawn), since(start));
  return status(result);
}

int provenance(const Arguments& arguments, const api::Options& options, Progress& progress) {
  const api::Numbers result = api::provenance(options);
  progress.clear();
  write_standard_output(number_list(result.numbers, arguments.format));
  print_diagnostics(result, arguments);
  if (arguments.timings) print_timings(result, -1, 0);
  return status(result);
}

int fonts(const Arguments& arguments, const api::Options& options, Progress& progress) {
  const api::Fonts result = api::fonts(options);
  progress.clear();
  std::string table;
  for (const api::FontFace& face : result.faces) {
    table += face.family + " " + face.language + " " + face.weight + ": ";
    if (face.found) {
      table += face.path + (face.index > 0 ? "#" + std::to_string(face.index) : "");
    } else {
      table += "missing" + (face.package.empty() ? "" : "; it is in the Debian package " + face.package);
    }
    table += "\n    " + face.reason + "\n";
  }
  write_standard_output(table);
  print_diagnostics(result, arguments);
  return status(result);
}

}  // namespace

int run(const Arguments& arguments) {
  Progress progress;
  api::Options options;
  options.path = arguments.path;
  options.profile = arguments.profile;
  options.threads = arguments.threads;
  options.linearize = arguments.linearize;
  options.parameters = arguments.parameters;
  options.deny = arguments.deny;
  options.allow = arguments.allow;
  options.progress = [&progress](std::string_view stage) { progress.show(stage); };
  switch (arguments.command) {
    case Command::compile: require_report("compile", arguments.path); return compile(arguments, options, progress);
    case Command::check: require_report("check", arguments.path); return check(arguments, options, progress);
    case Command::dump: require_report("dump", arguments.path); return dump(arguments, options, progress);
    case Command::preview: require_report("preview", arguments.path); return preview(arguments, options, progress);
    case Command::provenance:
      require_report("provenance", arguments.path);
      return provenance(arguments, options, progress);
    case Command::fonts:
      if (!arguments.path.empty()) require_report("fonts", arguments.path);
      return fonts(arguments, options, progress);
  }
  return exit_call_wrong;
}

}  // namespace banxin::cli
