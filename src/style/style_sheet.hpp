// The named styles of a document, resolved from layout, report and bases.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "core/diagnostic.hpp"
#include "style/block_style.hpp"
#include "style/layout_spec.hpp"

namespace banxin::style {

class StyleSheet {
 public:
  StyleSheet(const LayoutSpec& layout, const model::Document& document, const std::map<std::string, Color>& palette,
             Diagnostics& diagnostics);
  /// The style with this name; reports an unknown name (B301) and returns `body`.
  [[nodiscard]] const BlockStyle& get(const Spanned<std::string>& name, Diagnostics& diagnostics) const;
  [[nodiscard]] const BlockStyle& get(std::string_view name) const;
  [[nodiscard]] bool has(std::string_view name) const;
  /// The text style of a block with an inline style (strong, link …) applied.
  [[nodiscard]] text::TextStyle over(const text::TextStyle& text, std::string_view inline_style) const;
  [[nodiscard]] Length body_leading() const;

 private:
  friend class Cascade;
  std::map<std::string, BlockStyle, std::less<>> styles_;
  std::map<std::string, model::StyleValues, std::less<>> values_;
  std::map<std::string, Color> palette_;
};

}  // namespace banxin::style
