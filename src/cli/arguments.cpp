#include "cli/arguments.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <banxin/banxin.hpp>
#include <charconv>
#include <filesystem>

#include "cli/exit_status.hpp"

namespace banxin::cli {

namespace {

constexpr unsigned most_threads = 256;

struct CommandText {
  std::string_view name, summary, examples;
};

constexpr CommandText command_texts[] = {
    {"compile", "Make a PDF of a report",
     "Examples:\n"
     "  banxin compile my-report                    makes my-report.pdf here\n"
     "  banxin compile my-report -o out/print.pdf --profile print\n"
     "  banxin compile chapter.yaml -o - | lpr      the PDF on standard output\n"
     "  banxin compile my-report --deps my-report.d for make and ninja: which files were read\n\n"
     "The file is written whole or not at all: if anything is wrong, an older one stays as it is.\n"},
    {"check", "Say everything that is wrong with a report; make nothing",
     "Examples:\n"
     "  banxin check my-report\n"
     "  banxin check my-report --profile print      what a printer would object to\n"
     "  banxin check my-report --diagnostics json 2>findings.jsonl\n"},
    {"dump", "Print what a stage of the compiler made of a report, as text",
     "Examples:\n"
     "  banxin dump my-report --stage pages         every item on every page, as JSON\n"
     "  banxin dump my-report --stage lines         what was squeezed in each line, and by how much\n"
     "  banxin dump my-report --stage structure     what a screen reader is told\n"},
    {"fonts", "Explain which face serves which script, and what is missing",
     "Examples:\n"
     "  banxin fonts                                the catalogue of fonts/fonts.yaml\n"
     "  banxin fonts my-report                      with the fonts in the report's own folder\n"},
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
  return near.empty() ? "" : "; did you mean “" + std::string(near) + "”?";
}

/// `command` is empty, or the program's own name, where no command was given.
[[noreturn]] void wrong(const std::string& command, const std::string& what) {
  const std::string program = command.empty() || command == "banxin" ? "banxin" : "banxin " + command;
  throw CallError(program + ": " + what + "\nTry “" + program + " --help”.");
}

void require_known(const std::string& command, std::string_view what, const std::string& word,
                   const std::vector<std::string_view>& known) {
  if (std::find(known.begin(), known.end(), word) != known.end()) return;
  const std::string near = meant(word, known);
  wrong(command, "there is no " + std::string(what) + " “" + word + "”" +
                     (near.empty() ? "; known: " : near + " Known: ") + listed(known) + ".");
}

unsigned thread_count(const std::string& command, const std::string& word) {
  unsigned count = 0;
  const char* end = word.data() + word.size();
  const auto [rest, fault] = std::from_chars(word.data(), end, count);
  if (fault != std::errc{} || rest != end || count < 1 || count > most_threads) {
    wrong(command, "--threads wants a number from 1 to " + std::to_string(most_threads));
  }
  return count;
}

/// All the long names that a command takes, for “did you mean”.
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
    wrong(command.get_name(), "unknown option “" + word + "”" + meant(word, {known.begin(), known.end()}));
  }
  wrong(command.get_name(), "one PATH is enough; what is “" + word + "”?");
}

std::string version_text() {
  std::string result = "banxin " + std::string(api::version()) + "\n";
  for (const auto& [name, version] : api::versions()) {
    if (name != "banxin") result += "  " + name + " " + version + "\n";
  }
  return result;
}

/// CLI11's way of naming what it wants, in this program's words.
std::string plain(const CLI::ParseError& error) {
  if (error.get_name() == "ArgumentMismatch") {
    const std::string what = error.what();
    return what.substr(0, what.find(':')) + " wants a value";
  }
  if (error.get_name() == "RequiredError")
    return "PATH is missing: a report file, or the folder that holds report.yaml";
  return error.what();
}

struct Grammar {
  CLI::App app{"Banxin makes printed reports of YAML: one source, a PDF for the screen and a PDF for the press.",
               "banxin"};
  Arguments arguments;
  std::string diagnostics = "text";
  bool version = false;
  std::string threads;

  Grammar() {
    app.footer(
        "Examples:\n"
        "  banxin compile my-report                    makes my-report.pdf of my-report/report.yaml\n"
        "  banxin check my-report                      says what is wrong, with file, line and column\n"
        "  banxin COMMAND --help                       more about a command\n\n"
        "Exit status: 0 done, 1 the content is wrong, 2 the call is wrong, 3 the machine failed.\n");
    app.set_help_flag("-h,--help", "Print this help");
    app.add_flag("--version", version, "Print the version, and those of the libraries");
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
    command->add_option("PATH", arguments.path, "A report file, or the folder that holds report.yaml")
        ->type_name("")
        ->required(text.name != "fonts");
    const auto option = [command](const char* name, auto& value, const std::string& description, const char* label) {
      command->add_option(name, value, description)
          ->type_name(label)
          ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    };
    if (text.name == "compile") {
      option("-o,--output", arguments.output, "The PDF; “-” is standard output", "FILE");
      command->add_flag("--linearize", arguments.linearize,
                        "For the web: the first page shows before the rest has come");
      option("--deps", arguments.dependency_file, "Write there, for make and ninja, which files were read", "FILE");
    }
    if (text.name == "dump") option("--stage", arguments.stage, listed(names(api::stages())), "STAGE");
    if (text.name != "fonts") {
      option("--profile", arguments.profile, listed(names(api::profiles())) + " (screen if not given)", "NAME");
      option("--threads", threads, "At most so many at once; changes nothing in the result", "NUMBER");
      command->add_flag("--timings", arguments.timings, "Print how long each stage took");
    }
    option("--diagnostics", diagnostics, "text, or json: one object on a line (on standard error)", "FORMAT");
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
    wrong("", "there is no command “" + unknown.front() + "”" + meant(unknown.front(), known));
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
    if (arguments.stage.empty()) wrong(name, "--stage is missing: " + listed(names(api::stages())));
    require_known(name, "stage", arguments.stage, names(api::stages()));
  }
  if (!grammar.threads.empty()) arguments.threads = thread_count(name, grammar.threads);
  if (arguments.command == Command::compile && command.count("--output") > 0 && arguments.output.empty()) {
    wrong(name, "--output wants the name of a file");
  }
  if (arguments.command == Command::compile && arguments.output.empty()) {
    arguments.output = default_output(arguments.path);
  }
  if (arguments.output == "-" && !arguments.dependency_file.empty()) {
    wrong(name, "--deps wants --output to name a file: a rule for make needs a target");
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

std::string default_output(const std::string& path) {
  if (path.empty()) throw CallError("banxin compile: PATH is empty");
  const std::filesystem::path whole = std::filesystem::absolute(path).lexically_normal();
  const bool is_folder = std::filesystem::is_directory(whole);
  std::filesystem::path named = is_folder ? whole : whole.filename() == "report.yaml" ? whole.parent_path() : whole;
  if (named.filename().empty()) named = named.parent_path();  // "folder/"
  const std::filesystem::path name = is_folder ? named.filename() : named == whole ? named.stem() : named.filename();
  return (name.empty() ? "report" : name.string()) + ".pdf";
}

}  // namespace banxin::cli
