#include "data/text_binder.hpp"

#include <algorithm>
#include <utility>

#include "data/prose_numbers.hpp"
#include "model/line_join.hpp"

namespace banxin::data {

namespace {

bool has_values(const model::InlineText& text) {
  return !text.checks.empty() || std::any_of(text.runs.begin(), text.runs.end(), [](const model::InlineRun& run) {
    return run.value != nullptr || run.note != nullptr || run.side_note != nullptr;
  });
}

/// Whether the later run may become part of the earlier one.
bool may_join(const model::InlineRun& earlier, const model::InlineRun& later) {
  const bool closed = earlier.note || earlier.side_note || !earlier.ruby.empty() || earlier.reference ||
                      later.reference || earlier.proper_noun || earlier.book_title || later.line_break;
  return !closed && same_marks(earlier, later);
}

}  // namespace

void TextBinder::bind_notes(model::InlineRun& run) {
  for (auto* note : {&run.note, &run.side_note}) {
    if (*note == nullptr || !has_values(**note)) continue;
    model::InlineText bound = **note;
    bind(bound);
    *note = std::make_shared<const model::InlineText>(std::move(bound));
  }
}

void TextBinder::bind_prose(model::InlineText& text) {
  note_unbound(text);
  bind(text);
}

void TextBinder::note_unbound(const model::InlineText& text) {
  const auto checked = [&](Span span) {
    return std::any_of(text.checks.begin(), text.checks.end(), [&](const model::CheckedWords& words) {
      return words.span.file == span.file && span.begin >= words.span.begin && span.end <= words.span.end;
    });
  };
  for (const model::InlineRun& run : text.runs) {
    if (run.note) note_unbound(*run.note);
    if (run.side_note) note_unbound(*run.side_note);
    for (const ProseNumber& number : prose_numbers(run.text)) {
      const Span span = run.source.at(number.begin, number.end);
      if (checked(span)) continue;
      BoundNumber& unbound = evaluation_.numbers.emplace_back();
      unbound.use = BoundNumber::Use::unbound;
      unbound.span = span;
      unbound.text = run.text.substr(number.begin, number.end - number.begin);
    }
  }
}

void TextBinder::bind(model::InlineText& text) {
  if (!has_values(text)) return;
  for (const model::CheckedWords& words : text.checks) evaluation_.check(words, language_);
  text.checks.clear();
  std::vector<model::InlineRun> runs;
  runs.reserve(text.runs.size());
  bool after_value = false;
  for (model::InlineRun& run : text.runs) {
    bind_notes(run);
    const bool is_value = run.value != nullptr;
    if (is_value) {
      run.text = evaluation_.printed(*run.value, language_);
      run.source = SourceMap(run.value->span);
      run.value = nullptr;
    }
    if (std::exchange(run.soft_break, false) && !runs.empty() && model::joins_with_space(runs.back().text, run.text)) {
      runs.back().text += ' ';
    }
    if ((is_value || after_value) && !runs.empty() && may_join(runs.back(), run)) {
      model::InlineRun& earlier = runs.back();
      const auto offset = static_cast<std::uint32_t>(earlier.text.size());
      earlier.source.append(offset, run.source, 0, static_cast<std::uint32_t>(run.text.size()));
      earlier.text += run.text;
      earlier.note = std::move(run.note);
      earlier.side_note = std::move(run.side_note);
    } else {
      runs.push_back(std::move(run));
    }
    after_value = is_value;
  }
  text.runs = std::move(runs);
}

void TextBinder::bind(model::PrintableText& text) {
  if (text.bound == nullptr) return;
  model::InlineText bound = *text.bound;
  bind(bound);
  text.value = bound.plain();
  text.bound = nullptr;
}

}  // namespace banxin::data
