// A flow as one element: a group of blocks without a box.
#pragma once

#include "layout/flow.hpp"

namespace banxin::layout {

class FlowElement : public Element {
 public:
  FlowElement(Elements children, Axes axes, Length grid) : flow_(std::move(children), axes, grid) {
    if (flow_.children().empty()) return;
    space_before = flow_.children().front()->space_before;
    space_after = flow_.children().back()->space_after;
  }
  [[nodiscard]] Piece place(const Constraints& constraints, const Break& from,
                            Diagnostics& diagnostics) const override {
    return flow_.place(constraints, from, diagnostics);
  }
  void forget_measures() override { flow_.forget_measures(); }
  [[nodiscard]] bool grows() const override { return flow_.grows(); }
  [[nodiscard]] Length max_depth(Length measure) const override { return flow_.max_depth(measure); }

 private:
  Flow flow_;
};

}  // namespace banxin::layout
