// The styles of a run of text and of a paragraph: resolved values, after the cascade.
#pragma once

#include <optional>

#include "core/color.hpp"
#include "core/language.hpp"
#include "font/library.hpp"
#include "graphics/paint.hpp"

namespace banxin::text {

enum class Align { start, end, center, justify };

enum class Numerals { font_default, tabular, proportional };

/// 着重号: below horizontal text, to the right of vertical text.
enum class EmphasisMark { none, dot };

/// 专名号 (a straight line) and 书名号乙式 (a wavy line).
enum class Sideline { none, proper_noun, book_title, underline };

struct TextStyle {
  font::Query font;
  Length size;
  Color color = Color::black();
  double opacity = 1;
  Length tracking;  ///< added after each cluster except the last of a line
  Numerals numerals = Numerals::font_default;
  bool capitals = false;  ///< shown in capitals; extracted text is unchanged
  EmphasisMark emphasis = EmphasisMark::none;
  Sideline sideline = Sideline::none;
  Length baseline_shift;                    ///< positive raises
  std::optional<graphics::Stroke> outline;  ///< stroked instead of filled
  bool operator==(const TextStyle&) const = default;
};

struct ParagraphStyle {
  Language language = Language::zh_hans;
  LineBreakLevel level = LineBreakLevel::gb;
  WritingMode mode = WritingMode::horizontal;
  Align align = Align::justify;
  Length em;                      ///< the body character, for limits that count in em
  Length leading;                 ///< baseline to baseline
  Length indent;                  ///< first line
  bool balance = false;           ///< headlines: lines of even length, broken between phrases
  bool hang_punctuation = false;  ///< one stop may hang into the margin
  bool trim_punctuation = true;   ///< adjacent, line-start and line-end widths (typography.md)
  double han_latin_space = 0.25;  ///< em; 0 sets none
  int last_line_minimum = 2;      ///< Han characters that the last line must hold
  bool hyphenate = true;          ///< Latin words, by patterns of the language
  bool operator==(const ParagraphStyle&) const = default;
};

}  // namespace banxin::text
