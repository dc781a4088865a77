#include "cli/arguments.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <banxin/banxin.hpp>
#include <charconv>
#include <filesystem>

#include "cli/exit_status.hpp"

namespace banxin::cli {

namespace {

constexpr unsigned max_threads = 256;

struct CommandText {
  std::string_view name, summary, examples;
};

constexpr CommandText command_texts[] = {
    {"compile", "Make a PDF of a report",
     "Examples:\n"
     "  banxin compile my-report                    writes ./my-report.pdf\n"
     "  banxin compile my-report -o out/print.pdf --profile print\n"
     "  banxin compile chapter.yaml -o - | lpr      writes the PDF to standard output\n"
     "  banxin compile my-report --deps my-report.d a rule with the files read, for make and ninja\n\n"
     "The file is written completely or not at all: after an error, an older file is unchanged.\n"},
    {"check", "Report all errors and warnings, without making a PDF",
     "Examples:\n"
     "  banxin check my-report\n"
     "  banxin check my-report --profile print      including the preflight checks for print\n"
     "  banxin check my-report --diagnostics json 2>findings.jsonl\n"},
    {"dump", "Print the result of one compiler stage as text",
     "Examples:\n"
     "  banxin dump my-report --stage pages         every item on every page, as JSON\n"
     "  banxin dump my-report --stage lines         the adjustments of justification in each line\n"
     "  banxin dump my-report --stage structure     the structure tree for screen readers\n"},
    {"preview", "Draw pictures of the pages",
     "Examples:\n"
     "  banxin preview my-report -o out             writes out/page-1.png, out/page-2.png …\n"
     "  banxin preview my-report -o out --pages 2-5,8 --format svg\n"
     "  banxin preview my-report -o out --contact-sheet   writes out/contact-sheet.png\n"},
    {"provenance", "List every number of the report: where it is printed and where it comes from",
     "Examples:\n"
     "  banxin provenance my-report                 a line for each number, by page\n"
     "  banxin provenance my-report --format csv >numbers.csv\n"
     "  banxin check my-report --deny reconstructed fails if a number is made up\n"},
    {"fonts", "List the font faces in use, and the missing ones",
     "Examples:\n"
     "  banxin fonts                                the catalogue of fonts/fonts.yaml\n"
     "  banxin fonts my-report                      including the fonts in the report's folder\n"},
};

std::vector<std::string_view> names(const std::vector<api::Name>& entries) {
  std::vector<std::string_view> result;
  for (const api::Name& entry : entries) result.push_back(entry.name);
  return result;
}

std::string listed(const std::vector<std::string_view>& words) {
  std::string result;
  for (const std::string_view word : words) result += (result.empty() ? "" : ", ") + std::string(word);
  return result;
}

std::string meant(std::string_view word, const std::vector<std::string_view>& candidates) {
  const std::string_view near = api::nearest(word, candidates);
  return near.empty() ? "" : "; did you mean `" + std::string(near) + "`?";
}

/// `command` is empty, or the name of the program, if there is no command.
[[noreturn]] void wrong(const std::string& command, const std::string& what) {
  const std::string program = command.empty() || command == "banxin" ? "banxin" : "banxin " + command;
  throw CallError(program + ": " + what + "\nTry “" + program + " --help”.");
}

void require_known(const std::string& command, std::string_view what, const std::string& word,
                   const std::vector<std::string_view>& known) {
  if (std::find(known.begin(), known.end(), word) != known.end()) return;
  const std::string near = meant(word, known);
  wrong(command, "unknown " + std::string(what) + " `" + word + "`" +
                     (near.empty() ? "; expected one of " : near + " Expected one of ") + listed(known) + ".");
}

unsigned thread_count(const std::string& command, const std::string& word) {
  unsigned count = 0;
  const char* end = word.data() + word.size();
  const auto [rest, fault] = std::from_chars(word.data(), end, count);
  if (fault != std::errc{} || rest != end || count < 1 || count > max_threads) {
    wrong(command, "--threads must be a number from 1 to " + std::to_string(max_threads));
  }
  return count;
}

/// "2-5,8" as ranges.
std::vector<std::pair<std::size_t, std::size_t>> page_ranges(const std::string& command, const std::string& words) {
  std::vector<std::pair<std::size_t, std::size_t>> result;
  const char* at = words.data();
  const char* const end = at + words.size();
  const auto number = [&](std::size_t& value) {
    const auto [rest, fault] = std::from_chars(at, end, value);
    at = rest;
    return fault == std::errc{} && value > 0;
  };
  while (true) {
    std::size_t first = 0, last = 0;
    bool good = number(first);
    last = first;
    if (good && at < end && *at == '-') {
      ++at;
      good = number(last) && last >= first;
    }
    if (!good || (at < end && *at != ',')) {
      wrong(command, "--pages must be pages and ranges such as 2-5,8, but is `" + words + "`");
    }
    result.emplace_back(first, last);
    if (at == end) return result;
    ++at;
  }
}

double resolution(const std::string& command, const std::string& word) {
  double value = 0;
  const char* end = word.data() + word.size();
  const auto [rest, fault] = std::from_chars(word.data(), end, value);
  if (fault != std::errc{} || rest != end || !(value >= 10 && value <= 2400)) {
    wrong(command, "--dpi must be a number from 10 to 2400");
  }
  return value;
}

/// All long option names of a command, for suggestions.
std::vector<std::string> option_names(const CLI::App& command) {
  std::vector<std::string> result;
  for (const CLI::Option* option : command.get_options()) {
    for (const std::string& name : option->get_lnames()) result.push_back("--" + name);
  }
  return result;
}

void refuse_unknown_words(const CLI::App& command) {
  const std::vector<std::string> unknown = command.remaining();
  if (unknown.empty()) return;
  const std::string word = unknown.front().substr(0, unknown.front().find('='));
  if (word.size() > 1 && word.front() == '-') {
    const std::vector<std::string> known = option_names(command);
    wrong(command.get_name(), "unknown option `" + word + "`" + meant(word, {known.begin(), known.end()}));
  }
  wrong(command.get_name(), "unexpected argument `" + word + "`: only one PATH is allowed");
}

std::string version_text() {
  std::string result = "banxin " + std::string(api::version()) + "\n";
  for (const auto& [name, version] : api::versions()) {
    if (name != "banxin") result += "  " + name + " " + version + "\n";
  }
  return result;
}

/// An error of CLI11 in the words of this program.
std::string plain(const CLI::ParseError& error) {
  if (error.get_name() == "ArgumentMismatch") {
    const std::string what = error.what();
    return what.substr(0, what.find(':')) + " needs a value";
  }
  if (error.get_name() == "RequiredError") return "missing PATH: a report file, or a folder with report.yaml";
  return error.what();
}

struct Grammar {
  CLI::App app{"Banxin compiles reports in YAML to PDF, for the screen and for print.", "banxin"};
  Arguments arguments;
  std::string diagnostics = "text";
  bool version = false;
  std::string threads, pages, dpi;
  std::vector<std::string> sets;

  Grammar() {
    app.footer(
        "Examples:\n"
        "  banxin compile my-report                    compiles my-report/report.yaml to my-report.pdf\n"
        "  banxin check my-report                      reports errors, with file, line and column\n"
        "  banxin COMMAND --help                       more about a command\n\n"
        "Exit status: 0 success, 1 error in the content, 2 wrong call, 3 failure of the system.\n");
    app.set_help_flag("-h,--help", "Print this help");
    app.add_flag("--version", version, "Print the versions of the program and its libraries");
    app.allow_extras();
    app.get_formatter()->column_width(34);
    app.get_formatter()->label("SUBCOMMAND", "COMMAND");
    app.get_formatter()->label("REQUIRED", "");
    for (const CommandText& text : command_texts) add(text);
  }

  void add(const CommandText& text) {
    CLI::App* command = app.add_subcommand(std::string(text.name), std::string(text.summary));
    command->footer(std::string(text.examples));
    command->group("Commands")->allow_extras();
    command->add_option("PATH", arguments.path, "A report file, or a folder with report.yaml")
        ->type_name("")
        ->required(text.name != "fonts");
    const auto option = [command](const char* name, auto& value, const std::string& description, const char* label) {
      command->add_option(name, value, description)
          ->type_name(label)
          ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    };
    if (text.name == "compile") {
      option("-o,--output", arguments.output, "Output file; “-” for standard output", "FILE");
      command->add_flag("--linearize", arguments.linearize,
                        "For the web: the first page can be shown before the whole file is loaded");
      option("--deps", arguments.dependency_file, "Write a rule with the files read, for make and ninja", "FILE");
    }
    if (text.name == "dump") option("--stage", arguments.stage, listed(names(api::stages())), "STAGE");
    if (text.name == "preview") {
      option("-o,--output", arguments.output, "Folder for the pictures; it is made if there is none", "FOLDER");
      option("--pages", pages, "Pages and ranges, such as 2-5,8 (default: all)", "PAGES");
      option("--format", arguments.format, "png or svg (default: png)", "FORMAT");
      option("--dpi", dpi, "Pixels per inch of PNG pictures (default: 144)", "NUMBER");
      command->add_flag("--contact-sheet", arguments.contact_sheet, "One PNG picture of all pages");
    }
    if (text.name == "provenance") option("--format", arguments.format, "text, json or csv (default: text)", "FORMAT");
    if (text.name != "fonts") {
      const auto list = [command](const char* name, std::vector<std::string>& values, const char* description,
                                  const char* label) {
        command->add_option(name, values, description)->type_name(label)->type_size(1)->expected(1)->take_all();
      };
      list("--set", sets, "The value of a parameter of the report; may be repeated", "NAME=VALUE");
      list("--deny", arguments.deny, "Makes an error of: warnings, reconstructed (numbers), or a code such as B487",
           "WHAT");
      list("--allow", arguments.allow, "Does not report warnings and hints of this code", "CODE");
      option("--profile", arguments.profile, listed(names(api::profiles())) + " (default: screen)", "NAME");
      option("--threads", threads, "Maximum number of threads; the result does not depend on it", "NUMBER");
      command->add_flag("--timings", arguments.timings, "Print the time of each stage");
    }
    option("--diagnostics", diagnostics, "text, or json: one object per line (on standard error)", "FORMAT");
  }
};

}  // namespace

Arguments read_arguments(int count, const char* const* words) {
  Grammar grammar;
  CLI::App& app = grammar.app;
  try {
    app.parse(count, words);
  } catch (const CLI::CallForHelp&) {
    grammar.arguments.answer = app.help();
    return grammar.arguments;
  } catch (const CLI::ParseError& error) {
    const std::vector<CLI::App*> parsed = app.get_subcommands();
    wrong(parsed.empty() ? "" : parsed.front()->get_name(), plain(error));
  }
  Arguments& arguments = grammar.arguments;
  if (grammar.version) {
    arguments.answer = version_text();
    return arguments;
  }

  std::vector<std::string_view> known;
  for (const CommandText& text : command_texts) known.push_back(text.name);
  if (app.get_subcommands().empty()) {
    const std::vector<std::string> unknown = app.remaining();
    if (unknown.empty()) throw CallError(app.help());
    if (unknown.front().front() == '-') refuse_unknown_words(app);
    wrong("", "unknown command `" + unknown.front() + "`" + meant(unknown.front(), known));
  }
  const CLI::App& command = *app.get_subcommands().front();
  const std::string& name = command.get_name();
  arguments.command = static_cast<Command>(std::find(known.begin(), known.end(), name) - known.begin());
  refuse_unknown_words(command);
  refuse_unknown_words(app);

  require_known(name, "profile", arguments.profile, names(api::profiles()));
  require_known(name, "format of diagnostics", grammar.diagnostics, {"text", "json"});
  arguments.json = grammar.diagnostics == "json";
  if (arguments.command == Command::dump) {
    if (arguments.stage.empty()) wrong(name, "missing --stage: one of " + listed(names(api::stages())));
    require_known(name, "stage", arguments.stage, names(api::stages()));
  }
  if (arguments.command == Command::preview) {
    if (command.count("--format") == 0) arguments.format = "png";
    require_known(name, "format", arguments.format, {"png", "svg"});
    if (arguments.contact_sheet && arguments.format != "png") wrong(name, "--contact-sheet is always a PNG picture");
    if (!grammar.pages.empty()) arguments.pages = page_ranges(name, grammar.pages);
    if (!grammar.dpi.empty()) arguments.dpi = resolution(name, grammar.dpi);
    if (arguments.output.empty()) arguments.output = default_output(arguments.path, "-preview");
  } else {
    require_known(name, "format", arguments.format, {"text", "json", "csv"});
  }
  for (const std::string& set : grammar.sets) {
    const std::size_t equals = set.find('=');
    if (equals == std::string::npos || equals == 0) wrong(name, "--set must be NAME=VALUE, but is `" + set + "`");
    arguments.parameters.emplace_back(set.substr(0, equals), set.substr(equals + 1));
  }
  if (!grammar.threads.empty()) arguments.threads = thread_count(name, grammar.threads);
  if (arguments.command == Command::compile && command.count("--output") > 0 && arguments.output.empty()) {
    wrong(name, "--output must be the name of a file");
  }
  if (arguments.command == Command::compile && arguments.output.empty()) {
    arguments.output = default_output(arguments.path);
  }
  if (arguments.output == "-" && !arguments.dependency_file.empty()) {
    wrong(name, "--deps needs --output with the name of a file, which is the target of the rule");
  }
  return arguments;
}

bool asks_for_json(int count, const char* const* words) {
  bool json = false;
  for (int i = 1; i < count; ++i) {
    const std::string_view word = words[i];
    if (word == "--diagnostics" && i + 1 < count) json = std::string_view(words[i + 1]) == "json";
    if (word.starts_with("--diagnostics=")) json = word == "--diagnostics=json";
  }
  return json;
}

std::string default_output(const std::string& path, const std::string& ending) {
  if (path.empty()) throw CallError("banxin: PATH is empty");
  const std::filesystem::path whole = std::filesystem::absolute(path).lexically_normal();
  const bool is_folder = std::filesystem::is_directory(whole);
  std::filesystem::path named = is_folder ? whole : whole.filename() == "report.yaml" ? whole.parent_path() : whole;
  if (named.filename().empty()) named = named.parent_path();  // "folder/"
  const std::filesystem::path name = is_folder ? named.filename() : named == whole ? named.stem() : named.filename();
  return (name.empty() ? "report" : name.string()) + ending;
}

}  // namespace banxin::cli
