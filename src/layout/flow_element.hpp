// A flow as one element: blocks that belong together without a box around them.
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
  [[nodiscard]] Piece place(const Offer& offer, const Break& from, Diagnostics& diagnostics) const override {
    return flow_.place(offer, from, diagnostics);
  }
  [[nodiscard]] bool grows() const override { return flow_.grows(); }
  [[nodiscard]] Length most(Length measure) const override { return flow_.most(measure); }

 private:
  Flow flow_;
};

}  // namespace banxin::layout
