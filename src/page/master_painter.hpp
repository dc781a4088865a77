// Paints the fixed parts of a page: background, art, rules, running heads, folio.
#pragma once

#include <map>

#include "layout/setting.hpp"
#include "page/fields.hpp"
#include "page/paged_document.hpp"

namespace banxin::page {

/// The position of a page in the publication.
struct PageSite {
  bool right_hand = true;
  bool first_of_section = true;  ///< parts with a role are painted once in a section
  std::size_t chapter = 0;       ///< 1-based, among the sections in the contents; 0 for other sections
  std::size_t chapters = 0;
};

/// The box of a place on a sheet.
Rect resolve(const style::Place& place, const style::Sheet& sheet, bool right_hand, Length em, Length line);

class MasterPainter {
 public:
  /// Content nodes of the parts with a role, created before the body so that they come first in reading order.
  using PartNodes = std::map<const style::Part*, graphics::NodeId>;

  MasterPainter(const layout::Setting& setting, Diagnostics& diagnostics)
      : setting_(setting), diagnostics_(diagnostics) {}

  void paint(const style::Master& master, const PageSite& site, const FieldSource& fields, const PartNodes& nodes,
             Page& page);

 private:
  void paint_text(const style::Part& part, const Rect& box, const PageSite& site, const FieldSource& fields,
                  const PartNodes& nodes, Page& page);
  void paint_progress(const style::Part& part, const Rect& box, const PageSite& site, Page& page);
  void fill(const Rect& box, const Spanned<std::string>& color, double opacity, Span span, Page& page);
  Color color(const Spanned<std::string>& name);

  const layout::Setting& setting_;
  Diagnostics& diagnostics_;
};

}  // namespace banxin::page
