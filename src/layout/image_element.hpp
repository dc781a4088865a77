// A picture and its caption, which is never without it.
#pragma once

#include <memory>
#include <optional>

#include "image/image.hpp"
#include "layout/paragraph_element.hpp"
#include "model/measure.hpp"

namespace banxin::layout {

class ImageElement : public Element {
 public:
  struct Parts {
    std::shared_ptr<const image::Image> image;
    graphics::ImageId id = 0;                   ///< of an image of pixels
    std::unique_ptr<ParagraphElement> caption;  ///< may be null
    std::optional<model::Measure> width;        ///< on the page; else as large as the file asks
    std::optional<std::uint32_t> anchor;
    graphics::NodeId figure = graphics::artifact;   ///< the structure element
    graphics::NodeId content = graphics::artifact;  ///< what is painted
  };

  /// `grid`: the body's leading, of which the whole takes a multiple if its style says so.
  ImageElement(Parts parts, const style::BlockStyle& style, Axes axes, Length grid);

  /// As wide as asked for, at most the measure; what is taller than a whole page becomes smaller.
  [[nodiscard]] Piece place(const Offer& offer, const Break& from, Diagnostics& diagnostics) const override;

 private:
  struct Extent {
    Length along, across;
  };
  [[nodiscard]] Extent extent(const Offer& offer) const;
  void paint(Piece& piece, const Rect& box) const;

  Parts parts_;
  const style::BlockStyle& style_;
  Axes axes_;
  Length grid_;
};

}  // namespace banxin::layout
