// An item of a list, with its label in the indent of its text.
#pragma once

#include "layout/flow.hpp"
#include "layout/paragraph_element.hpp"

namespace banxin::layout {

class ListItemElement : public Element {
 public:
  ListItemElement(std::unique_ptr<ParagraphElement> label, Elements body, Length indent, Axes axes, Length grid);

  [[nodiscard]] Piece place(const Constraints& constraints, const Break& from, Diagnostics& diagnostics) const override;
  void forget_measures() override { body_.forget_measures(); }

 private:
  std::unique_ptr<ParagraphElement> label_;
  Flow body_;
  Length indent_;
  Axes axes_;
};

}  // namespace banxin::layout
