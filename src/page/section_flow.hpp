// One section ready for pagination: its body as a flow, and the nodes of its masters' parts.
#pragma once

#include <memory>

#include "layout/builder.hpp"
#include "page/master_painter.hpp"

namespace banxin::page {

struct SectionFlow {
  const model::Section* section = nullptr;
  std::unique_ptr<layout::Flow> body;
  MasterPainter::PartNodes part_nodes;
  std::uint32_t anchor = 0;
  std::size_t chapter = 0;
};

/// The master with this name, or the layout's default; reports an unknown name (B307).
const style::Master* find_master(const style::StyledDocument& styled, const Spanned<std::string>& name,
                                 Diagnostics& diagnostics);

/// The frame of a master's body and the measure of its columns.
struct Frame {
  Rect box;
  layout::Flow::Columns columns;
  [[nodiscard]] Length measure(const layout::Axes& axes) const {
    return (axes.measure_of(box.size()) - columns.gap * (columns.count - 1)) / columns.count;
  }
};
Frame frame_of(const style::Master& master, const style::StyledDocument& styled, bool right_hand);

/// Builds section `index`: structure first, in reading order (opener, master, body).
SectionFlow build_section(std::size_t index, std::size_t chapter, layout::Builder& builder,
                          layout::Builder::Target& target, const layout::Setting& setting, Diagnostics& diagnostics);

}  // namespace banxin::page
