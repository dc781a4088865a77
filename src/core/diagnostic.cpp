#include "core/diagnostic.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace banxin {

namespace {

/// Replaces {0}, {1} … with `args`; a number without an argument is left unchanged.
std::string filled(std::string_view text, std::initializer_list<std::string_view> args) {
  std::string result;
  result.reserve(text.size() + 32);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '{' && i + 2 < text.size() && text[i + 2] == '}' && text[i + 1] >= '0' && text[i + 1] <= '9') {
      const auto index = static_cast<std::size_t>(text[i + 1] - '0');
      if (index < args.size()) {
        result += args.begin()[index];
        i += 2;
        continue;
      }
    }
    result += text[i];
  }
  return result;
}

/// Code points for comparing spellings. Ignores case, and treats “-”, “ ” and “_” as equal.
std::vector<char32_t> spelling(std::string_view word) {
  std::vector<char32_t> result;
  for (const char c : word) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 'A' && byte <= 'Z') {
      result.push_back(byte - 'A' + 'a');
    } else if (byte == '-' || byte == ' ') {
      result.push_back('_');
    } else if ((byte & 0xC0) == 0x80 && !result.empty()) {
      result.back() = (result.back() << 6) | (byte & 0x3Fu);
    } else {
      result.push_back(byte);
    }
  }
  return result;
}

/// Words of other tools and of earlier versions, with the word of this format. Edit distance does not find these.
constexpr std::array<std::pair<std::string_view, std::string_view>, 34> synonyms = {{
    {"family", "font"},
    {"font_family", "font"},
    {"typeface", "font"},
    {"figures", "numerals"},
    {"font_variant_numeric", "numerals"},
    {"lifted", "repeats_text"},
    {"map", "landscape"},
    {"font_size", "size"},
    {"font_weight", "weight"},
    {"line_height", "leading"},
    {"line_spacing", "leading"},
    {"letter_spacing", "tracking"},
    {"text_align", "align"},
    {"text_indent", "indent"},
    {"margin_left", "margin_inner"},
    {"margin_right", "margin_outer"},
    {"background_color", "background"},
    {"text_color", "color"},
    {"fill", "color"},
    {"border", "rule"},
    {"border_color", "rule_color"},
    {"border_width", "rule_width"},
    {"gap", "column_gap"},
    {"uppercase", "capitals"},
    {"hyphens", "hyphenate"},
    {"language", "lang"},
    {"locale", "lang"},
    {"alternative", "alt"},
    {"pie", "doughnut"},
    {"donut", "doughnut"},
    {"ordered", "decimal"},
    {"numbered", "decimal"},
    {"paragraph", "text"},
    {"figure", "image"},
}};

std::string_view synonym(std::string_view word, const std::vector<std::string_view>& candidates) {
  std::string plain(word);
  std::ranges::transform(plain, plain.begin(), [](char c) {
    return c == '-' || c == ' ' ? '_' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  for (const auto& [other, meant] : synonyms) {
    if (other != plain) continue;
    const auto found = std::ranges::find(candidates, meant);
    if (found != candidates.end()) return *found;
  }
  return {};
}

/// Optimal string alignment: insertions, deletions, substitutions and swaps of neighbors cost 1 each.
std::size_t distance(const std::vector<char32_t>& a, const std::vector<char32_t>& b) {
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0u : 1u)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    std::swap(before, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

}  // namespace

void Diagnostics::report(MessageId id, Span span, std::initializer_list<std::string_view> args,
                         std::string suggestion) {
  const Message& entry = message(id);
  add({id, entry.severity, span, filled(entry.text, args), std::move(suggestion)});
}

void Diagnostics::add(Diagnostic diagnostic) {
  const std::string_view code = message(diagnostic.id).code;
  const auto names = [code](const std::vector<std::string>& codes) {
    return std::find(codes.begin(), codes.end(), code) != codes.end();
  };
  if (diagnostic.severity != Severity::error && names(policy_.allowed)) return;
  if (names(policy_.denied) || (policy_.deny_warnings && diagnostic.severity == Severity::warning)) {
    diagnostic.severity = Severity::error;
  }
  if (diagnostic.severity == Severity::error) ++errors_;
  all_.push_back(std::move(diagnostic));
}

void Diagnostics::append(Diagnostics&& other) {
  for (Diagnostic& one : other.all_) add(std::move(one));
  other.all_.clear();
  other.errors_ = 0;
}

void Diagnostics::append_new(Diagnostics&& other) {
  for (Diagnostic& one : other.all_) {
    const bool known = std::any_of(all_.begin(), all_.end(), [&](const Diagnostic& earlier) {
      return earlier.id == one.id && earlier.span == one.span && earlier.text == one.text;
    });
    if (!known) add(std::move(one));
  }
}

std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates) {
  constexpr std::size_t longest_name = 64;  // a longer word is prose, not a misspelling
  if (const std::string_view meant = synonym(word, candidates); !meant.empty()) return meant;
  const std::vector<char32_t> typed = spelling(word);
  if (typed.empty() || typed.size() > longest_name) return {};
  std::size_t best = typed.size();
  std::string_view found;
  for (const std::string_view candidate : candidates) {
    if (candidate.size() > 4 * longest_name) continue;
    const std::vector<char32_t> spelled = spelling(candidate);
    const std::size_t cost = distance(typed, spelled);
    // One error in a short name, one in three letters of a long one; never all of its letters.
    if (cost < best && cost <= std::max<std::size_t>(1, std::max(typed.size(), spelled.size()) / 3)) {
      best = cost;
      found = candidate;
    }
  }
  return found;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& candidates,
                         std::string_view list_words) {
  const std::string_view near = nearest(word, candidates);
  if (!near.empty()) return "did you mean `" + std::string(near) + "`?";
  if (list_words.empty() || candidates.empty()) return {};
  std::string list(list_words);
  for (const std::string_view candidate : candidates) {
    list += candidate == candidates.front() ? " " : ", ";
    list += candidate;
  }
  return list;
}

std::string counted(std::size_t number, std::string_view one, std::string_view many) {
  return std::to_string(number) + " " + std::string(number == 1 ? one : many);
}

}  // namespace banxin
