// Banxin as a library: compiles printed reports written in YAML to PDF. The only header that is installed.
//
//   banxin::api::Options options;
//   options.path = "my-report";                     // the folder that holds report.yaml, or a file
//   banxin::api::Compilation made = banxin::api::compile(options);
//   if (!made.failed()) save(made.pdf);
//   for (const auto& diagnostic : made.diagnostics) std::cerr << diagnostic.text;
//
// Wrong content is never an exception: it comes back as diagnostics. Exceptions are the machine's failures
// (`Failure`, std::bad_alloc) and wrong calls (std::invalid_argument: an unknown profile or stage, a
// SOURCE_DATE_EPOCH that is no time).
// Every function may be called from several threads at once; nothing is shared between calls.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#if defined(__GNUC__)
#define BANXIN_API __attribute__((visibility("default")))
#else
#define BANXIN_API
#endif

namespace banxin::api {

/// What the machine refused: a file that may not be read, resources that are not installed.
class BANXIN_API Failure : public std::runtime_error {
 public:
  explicit Failure(const std::string& what);
  Failure(const Failure&) = default;
  Failure& operator=(const Failure&) = default;
  ~Failure() override;
};

enum class Severity { hint, warning, error };

struct Diagnostic {
  std::string code;  ///< stable: "B203"; docs/messages.md lists them
  Severity severity = Severity::error;
  std::string file;  ///< as reached from Options::path; empty if no line of content caused it
  /// From 1; columns count characters; 0 = unknown. The end is just behind the last character.
  std::uint32_t line = 0, column = 0, end_line = 0, end_column = 0;
  std::string message;     ///< the cause in one sentence
  std::string suggestion;  ///< what to write instead; may be empty
  /// All of it for a reader, with the line and carets under it; ends in a line break. The same with a terminal's
  /// colors.
  std::string text, colored_text;
  std::string json;  ///< all of it for a program: one object on one line, ending in a line break
};

struct Options {
  std::string path;                ///< a report file, or the folder that holds report.yaml
  std::string profile = "screen";  ///< one of profiles()
  /// The folder that holds layouts/ and fonts/; empty: BANXIN_HOME of the environment, or else share/banxin of
  /// the installation.
  std::string resources;
  unsigned threads = 0;  ///< 0 = as many as the machine has; the result is the same with any number
  /// Seconds since 1970 for the file's dates where the content gives none; unset: SOURCE_DATE_EPOCH, or no date.
  std::optional<std::int64_t> epoch;
  bool linearize = false;  ///< so that a browser shows the first page before it has the rest
  /// Called with a stage's name when it begins; may be empty.
  std::function<void(std::string_view)> progress;
};

struct Timing {
  std::string stage;
  double milliseconds = 0;
};

/// What every command gives back besides its own product.
struct Result {
  std::vector<Diagnostic> diagnostics;           ///< in the order of the files and lines that they point at
  std::vector<std::string> dependencies;         ///< every file that was read, sorted, each once
  std::vector<Timing> timings;                   ///< in the order of the stages
  [[nodiscard]] BANXIN_API bool failed() const;  ///< was any diagnostic an error?
};

struct Compilation : Result {
  std::string pdf;  ///< the whole file; empty if failed()
  std::size_t pages = 0;
};
BANXIN_API Compilation compile(const Options& options);

/// Everything that compiling would say about the content, for the profile too; makes no file.
BANXIN_API Result check(const Options& options);

struct Dump : Result {
  std::string text;
};
/// The value of one stage as text. Unlike `compile` it gives what there is even after errors of later stages.
BANXIN_API Dump dump(const Options& options, std::string_view stage);

/// Which face serves a wish, and why.
struct FontFace {
  std::string family, language, weight;
  bool found = false;
  std::string path;     ///< of the font file
  unsigned index = 0;   ///< of the face in a collection
  std::string package;  ///< the Debian package that brings it
  std::string reason;
};
struct Fonts : Result {
  std::vector<FontFace> faces;
};
/// With an empty Options::path: the faces of the font catalogue alone.
BANXIN_API Fonts fonts(const Options& options);

/// What is wrong with the call itself (B901), or what the machine refused (B902), for programs that read diagnostics.
/// `what` may go on after a line break with what to do instead.
BANXIN_API Diagnostic call_wrong(const std::string& what);
BANXIN_API Diagnostic machine_failed(const std::string& what);

struct Name {
  std::string_view name, summary;
};
BANXIN_API const std::vector<Name>& profiles();
BANXIN_API const std::vector<Name>& stages();  ///< what `dump` knows

BANXIN_API std::string_view version();
/// The version of this library and of each library in it: {"banxin", "0.1.0"}, {"HarfBuzz", "6.0.0"} …
BANXIN_API std::vector<std::pair<std::string, std::string>> versions();

/// The candidate that `word` was most likely meant to be, or empty.
BANXIN_API std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates);

}  // namespace banxin::api
