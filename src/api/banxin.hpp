// Banxin as a library: compiles reports written in YAML to PDF. The only installed header.
//
//   banxin::api::Options options;
//   options.path = "my-report";                     // a folder with report.yaml, or a file
//   banxin::api::Compilation made = banxin::api::compile(options);
//   if (!made.failed()) save(made.pdf);
//   for (const auto& diagnostic : made.diagnostics) std::cerr << diagnostic.text;
//
// Errors in the content are diagnostics, not exceptions. Exceptions are failures of the system (`Failure`,
// std::bad_alloc) and wrong calls (std::invalid_argument: an unknown profile or stage, an invalid SOURCE_DATE_EPOCH).
// All functions are thread-safe; calls share no state.
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

/// A failure of the system: a file that cannot be read, resources that are not installed.
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
  std::string file;  ///< relative to the current folder if inside; empty if no line of content is the cause
  /// From 1; columns count characters; 0 = unknown. The end is exclusive.
  std::uint32_t line = 0, column = 0, end_line = 0, end_column = 0;
  std::string message;     ///< what is wrong, in one sentence
  std::string suggestion;  ///< what to write instead; may be empty
  /// The whole diagnostic for people, with the source line and carets; ends in a line break. The same with ANSI colors.
  std::string text, colored_text;
  std::string json;  ///< the whole diagnostic as one JSON object on one line, ending in a line break
};

struct Options {
  std::string path;                ///< a report file, or a folder with report.yaml
  std::string profile = "screen";  ///< one of profiles()
  /// The folder with layouts/ and fonts/; empty: the environment's BANXIN_HOME, else share/banxin of the installation.
  std::string resources;
  unsigned threads = 0;  ///< 0 = one per processor; the result does not depend on it
  /// Seconds since 1970 for the file's dates if the content has no date; unset: SOURCE_DATE_EPOCH, or no date.
  std::optional<std::int64_t> epoch;
  std::vector<std::pair<std::string, std::string>> parameters;  ///< values for `params` of the report, by name
  /// Codes of warnings and hints that are errors; "warnings" for all warnings, "reconstructed" for each reconstructed
  /// number.
  std::vector<std::string> deny;
  std::vector<std::string> allow;  ///< codes of warnings and hints that are not reported
  bool linearize = false;          ///< so that a browser can show the first page before the whole file is loaded
  /// Called with a stage's name when it begins; may be empty.
  std::function<void(std::string_view)> progress;
};

struct Timing {
  std::string stage;
  double milliseconds = 0;
};

/// The common result of all commands.
struct Result {
  std::vector<Diagnostic> diagnostics;           ///< in the order of files and lines
  std::vector<std::string> dependencies;         ///< all files that were read, sorted and unique
  std::vector<Timing> timings;                   ///< in the order of the stages
  [[nodiscard]] BANXIN_API bool failed() const;  ///< whether a diagnostic is an error
};

struct Compilation : Result {
  std::string pdf;  ///< the whole file; empty if failed()
  std::size_t pages = 0;
};
BANXIN_API Compilation compile(const Options& options);

/// The diagnostics of `compile`, including those of the profile, without a PDF.
BANXIN_API Result check(const Options& options);

/// Pictures of pages, for looking at them. The colors are those for the screen.
enum class PictureFormat { png, svg };
struct PreviewOptions {
  PictureFormat format = PictureFormat::png;
  double dpi = 144;            ///< of PNG pictures; 10 to 2400
  bool contact_sheet = false;  ///< one PNG picture of all these pages
  /// First and last, from 1; empty: all pages.
  std::vector<std::pair<std::size_t, std::size_t>> pages;
};
struct Picture {
  std::size_t page = 0;  ///< from 1; 0 for a contact sheet
  std::string bytes;     ///< the whole file
};
struct Preview : Result {
  std::vector<Picture> pictures;  ///< in the order of the pages; empty if failed()
  std::size_t pages = 0;          ///< of the whole report
};
/// Throws std::invalid_argument if the report has no such pages.
BANXIN_API Preview preview(const Options& options, const PreviewOptions& wanted);

struct Dump : Result {
  std::string text;
};
/// The value of one stage as text. Errors of later stages do not matter.
BANXIN_API Dump dump(const Options& options, std::string_view stage);

/// A number of the report and where it comes from.
struct Number {
  std::size_t page = 0;    ///< from 1; 0 if it is on no page
  std::string label;       ///< of that page: its folio
  std::string text;        ///< as printed
  std::string use;         ///< printed, checked, chart or unbound
  std::string expression;  ///< or the cell; empty for an unbound number
  std::string provenance;  ///< published, derived, reconstructed, or empty if nothing is claimed
  std::string source;      ///< who published it
  std::string file;        ///< where the report has it
  std::uint32_t line = 0, column = 0;
};
struct Numbers : Result {
  std::vector<Number> numbers;  ///< in the order of the pages, then of the report
};
/// Every number of the report by page; numbers in prose that are bound to nothing too, except years, dates, ordinals
/// and page numbers.
BANXIN_API Numbers provenance(const Options& options);

/// The face for a family, language and weight, and why it is used.
struct FontFace {
  std::string family, language, weight;
  bool found = false;
  std::string path;     ///< of the font file
  unsigned index = 0;   ///< of the face in a collection
  std::string package;  ///< the Debian package with the file
  std::string reason;
};
struct Fonts : Result {
  std::vector<FontFace> faces;
};
/// With an empty Options::path, only the faces of the font catalogue.
BANXIN_API Fonts fonts(const Options& options);

/// A wrong call (B901) or a failure of the system (B902) as a diagnostic. A suggestion may follow in `what` after a
/// line break.
BANXIN_API Diagnostic call_wrong(const std::string& what);
BANXIN_API Diagnostic machine_failed(const std::string& what);

struct Name {
  std::string_view name, summary;
};
BANXIN_API const std::vector<Name>& profiles();
BANXIN_API const std::vector<Name>& stages();  ///< the stages of `dump`

BANXIN_API std::string_view version();
/// The version of this library and of each library in it: {"banxin", "0.1.0"}, {"HarfBuzz", "6.0.0"} …
BANXIN_API std::vector<std::pair<std::string, std::string>> versions();

/// The candidate that `word` probably means, or empty.
BANXIN_API std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates);

}  // namespace banxin::api
