// A picture with its caption, which stay together.
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
    graphics::ImageId id = 0;                   ///< of a raster image
    std::unique_ptr<ParagraphElement> caption;  ///< may be null
    std::optional<model::Measure> width;        ///< on the page; else the natural size of the file
    std::optional<std::uint32_t> anchor;
    graphics::NodeId figure = graphics::artifact;   ///< the structure element
    graphics::NodeId content = graphics::artifact;  ///< node of the painted items
  };

  /// `grid`: the body's leading. The depth is a multiple of it if the style has `grid`.
  ImageElement(Parts parts, const style::BlockStyle& style, Axes axes, Length grid);

  /// Has the requested width, at most the measure; an image taller than a page is scaled down.
  [[nodiscard]] Piece place(const Constraints& constraints, const Break& from, Diagnostics& diagnostics) const override;

 private:
  struct Extent {
    Length along, across;
  };
  [[nodiscard]] Extent extent(const Constraints& constraints) const;
  void paint(Piece& piece, const Rect& box) const;

  Parts parts_;
  const style::BlockStyle& style_;
  Axes axes_;
  Length grid_;
};

}  // namespace banxin::layout
