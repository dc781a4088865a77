// Diagnostics: what is wrong, where it was written, and what to write instead. Collected, never thrown.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/message.hpp"
#include "core/span.hpp"

namespace banxin {

struct Diagnostic {
  MessageId id;
  Severity severity;
  Span span;               ///< unknown for faults that no line of content caused
  std::string text;        ///< the cause in one sentence, catalogue text with its arguments filled in
  std::string suggestion;  ///< what to write instead; may be empty
};

/// All diagnostics of one run, in the order they were found. Not thread-safe: give each task its own and `append`.
class Diagnostics {
 public:
  /// `args` fill {0}, {1} … of the catalogue's text.
  void report(MessageId id, Span span, std::initializer_list<std::string_view> args = {}, std::string suggestion = {});
  void append(Diagnostics&& other);
  /// Leaves out what is there already, word for word: what is set again on every page is said once.
  void append_new(Diagnostics&& other);
  /// True once any error was reported: stage barriers stop on it.
  [[nodiscard]] bool has_errors() const { return errors_ > 0; }
  [[nodiscard]] const std::vector<Diagnostic>& all() const { return all_; }

 private:
  std::vector<Diagnostic> all_;
  std::size_t errors_ = 0;
};

/// The candidate that `word` probably means: the one that a known synonym names (`family` means `font`), else the
/// nearest by edit distance. Empty if none is near enough to be a misspelling.
std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates);

/// A suggestion: “did you mean …?” with the nearest candidate; with none near, all of them behind `list_words`
/// ("sizes are"), or nothing where there is no such phrase.
std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& candidates,
                         std::string_view list_words = {});

/// "1 cell", "3 cells".
std::string counted(std::size_t number, std::string_view one, std::string_view many);

}  // namespace banxin
