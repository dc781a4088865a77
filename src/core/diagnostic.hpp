// Diagnostics: what is wrong, where, and what to write instead. They are collected, not thrown.
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
  Span span;               ///< unknown if no line of content is the cause
  std::string text;        ///< the catalogue's text with its arguments
  std::string suggestion;  ///< what to write instead; may be empty
};

/// What a caller makes of diagnostics: `--deny` and `--allow`.
struct Policy {
  bool deny_warnings = false;
  std::vector<std::string> denied;   ///< codes that are errors
  std::vector<std::string> allowed;  ///< codes of warnings and hints that are not reported
};

/// All diagnostics of one run, in the order in which they were reported. Not thread-safe: each task has its own list,
/// and `append` joins them.
class Diagnostics {
 public:
  /// `args` fill {0}, {1} … of the catalogue's text.
  void report(MessageId id, Span span, std::initializer_list<std::string_view> args = {}, std::string suggestion = {});
  void add(Diagnostic diagnostic);
  /// Applies to what is added from now on.
  void set_policy(Policy policy) { policy_ = std::move(policy); }
  void append(Diagnostics&& other);
  /// Appends those that are not in the list yet: what is laid out again on every page is reported once.
  void append_new(Diagnostics&& other);
  /// True if an error was reported; the pipeline stops at the next stage barrier.
  [[nodiscard]] bool has_errors() const { return errors_ > 0; }
  [[nodiscard]] const std::vector<Diagnostic>& all() const { return all_; }

 private:
  std::vector<Diagnostic> all_;
  std::size_t errors_ = 0;
  Policy policy_;
};

/// The candidate that `word` probably means: the one that a known synonym names (`family` means `font`), else the
/// nearest by edit distance. Empty if none is near enough to be a misspelling.
std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates);

/// A suggestion: “did you mean …?” with the nearest candidate. If none is near, all of them after `list_words`
/// ("sizes are"), or nothing if `list_words` is empty.
std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& candidates,
                         std::string_view list_words = {});

/// "1 cell", "3 cells".
std::string counted(std::size_t number, std::string_view one, std::string_view many);

}  // namespace banxin
