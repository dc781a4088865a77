#include "pdf/document/page_boxes.hpp"

#include "pdf/object/number.hpp"

namespace banxin::pdf {

namespace {

std::string box(Length left, Length bottom, Length right, Length top) {
  std::string out = "[";
  for (const Length value : {left, bottom, right, top}) {
    append_points(out, value);
    out.push_back(' ');
  }
  out.back() = ']';
  return out;
}

}  // namespace

std::string PageBoxes::media() const { return box({}, {}, trim_.width + margin_ * 2, trim_.height + margin_ * 2); }

std::string PageBoxes::entries() const {
  const Length right = margin_ + trim_.width, top = margin_ + trim_.height;
  return "/MediaBox" + media() + "/TrimBox" + box(margin_, margin_, right, top) + "/BleedBox" +
         box(margin_ - bleed_, margin_ - bleed_, right + bleed_, top + bleed_);
}

std::string PageBoxes::rectangle(const Rect& rect) const {
  const Point zero = origin();
  return box(zero.x + rect.left(), zero.y - rect.bottom(), zero.x + rect.right(), zero.y - rect.top());
}

}  // namespace banxin::pdf
