// A document with its layout: styles, masters and colors are resolved. No font metrics yet.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "chart/theme.hpp"
#include "core/diagnostic.hpp"
#include "style/layout_spec.hpp"
#include "style/sheet.hpp"
#include "style/style_sheet.hpp"

namespace banxin::style {

struct StyledDocument {
  model::Document document;
  LayoutSpec layout;
  Sheet sheet;
  std::map<std::string, Color> palette;
  std::map<std::string, Master> masters;  ///< merged with their bases
  std::shared_ptr<const StyleSheet> styles;
  chart::Theme chart_theme;
  [[nodiscard]] std::string term(std::string_view key) const;
};

/// Resolves a document's styles with its layout; empty if an error was reported.
std::optional<StyledDocument> apply(model::Document document, LayoutSpec layout, Diagnostics& diagnostics);

}  // namespace banxin::style
