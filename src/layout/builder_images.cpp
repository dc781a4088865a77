// Builds images: a picture with its caption and structure.
#include <algorithm>

#include "layout/builder.hpp"
#include "layout/image_element.hpp"

namespace banxin::layout {

using graphics::artifact;
using semantics::Role;

graphics::ImageId Builder::image_id(const std::shared_ptr<const image::Image>& image) {
  auto& images = target_.images;
  const auto id = static_cast<graphics::ImageId>(std::find(images.begin(), images.end(), image) - images.begin());
  if (id == images.size()) images.push_back(image);
  return id;
}

Builder::ElementPtr Builder::build_image(const model::Block& block, const model::Image& source, const Place& place) {
  // `alt: ""` means decoration.
  const bool decoration = source.alternative.value.empty();
  if (decoration && !source.alternative.span.known()) {
    diagnostics_.report(MessageId::image_alternative_missing, source.path.span, {source.path.value},
                        "add `alt` with a sentence, or `alt: \"\"` for decoration");
  }
  const auto found = setting_.images.find(source.path.value);
  if (found == setting_.images.end()) {
    diagnostics_.report(MessageId::file_missing, source.path.span, {source.path.value});
    return nullptr;
  }
  if (!found->second) return nullptr;  // reported when it was read

  auto& tree = target_.tree;
  const auto& styles = setting_.styles();
  ImageElement::Parts parts;
  parts.image = found->second;
  if (!parts.image->vector()) parts.id = image_id(parts.image);
  parts.width = source.width;
  if (!decoration) {
    parts.figure = tree.add(place.parent, Role::figure, block.span);
    tree[parts.figure].alternative = source.alternative.value;
    parts.content = tree.add(parts.figure, Role::content);
  }
  const model::InlineText caption = numbered(block, source.caption, place);
  if (!caption.empty()) {
    const auto node = decoration ? tree.add(place.parent, Role::paragraph, caption.span)
                                 : tree.add(parts.figure, Role::caption, caption.span);
    parts.caption =
        paragraph(caption, styles.get(styles.has("image-caption") ? "image-caption" : "chart-note"), node, place);
  }
  const NumberedTarget* target = numbering_.of(block);
  if (target && !target->number.empty()) parts.anchor = listed_anchor(block);
  if (!block.id.value.empty()) {
    if (!parts.anchor) parts.anchor = new_anchor();
    name_anchor(block.id, *parts.anchor);
  }
  const auto& style = style_of(block, styles.has("image") ? "image" : "chart");
  return std::make_unique<ImageElement>(std::move(parts), style, place.axes, setting_.grid());
}

}  // namespace banxin::layout
