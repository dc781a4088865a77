// A document joined with its layout: styles resolved, masters flattened, colors typed. No font metrics yet.
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
  std::map<std::string, Master> masters;  ///< bases merged in
  std::shared_ptr<const StyleSheet> styles;
  chart::Theme chart_theme;
  [[nodiscard]] std::string term(std::string_view key) const;
};

/// Joins a document with its layout; nothing if an error was reported.
std::optional<StyledDocument> apply(model::Document document, LayoutSpec layout, Diagnostics& diagnostics);

}  // namespace banxin::style
