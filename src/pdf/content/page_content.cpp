#include "pdf/content/page_content.hpp"

#include <algorithm>
#include <utility>

#include "pdf/content/canvas.hpp"
#include "pdf/content/text_line.hpp"
#include "pdf/content/text_painter.hpp"
#include "pdf/document/page_boxes.hpp"
#include "pdf/document/printer_marks.hpp"
#include "pdf/image/image_xobject.hpp"
#include "pdf/object/number.hpp"
#include "pdf/structure/structure_tree.hpp"

namespace banxin::pdf {

namespace {

using graphics::DisplayList;
using graphics::GlyphRun;
using graphics::Group;
using graphics::Item;
using graphics::NodeId;

NodeId first_node(const DisplayList& items) {
  for (const Item& item : items) {
    if (item.node != graphics::artifact) return item.node;
    if (const auto* group = std::get_if<std::shared_ptr<Group>>(&item.what); group && *group) {
      if (const NodeId node = first_node((*group)->items); node != graphics::artifact) return node;
    }
  }
  return graphics::artifact;
}

class PageBuilder {
 public:
  PageBuilder(const page::Page& page, const ContentContext& context) : page_(page), context_(context) {}

  PageContent build() {
    resources_.enter();
    const PageBoxes boxes(page_, context_.profile);
    Canvas canvas(context_.colors, resources_, {boxes.origin(), {1, 0, 0, 1, 0, 0}}, boxes.media());
    if (context_.profile.marks) {
      // Clip at the bleed, to keep the printer's marks clear.
      canvas.save();
      canvas.clip(graphics::Path().rect({-page_.bleed, -page_.bleed, page_.trim.width + page_.bleed * 2,
                                         page_.trim.height + page_.bleed * 2}),
                  false);
      paint(canvas, page_.items);
      close_mark(canvas);
      canvas.restore();
      paint(canvas, printer_marks(page_));
      paint(canvas, page_.slug);
    } else {
      paint(canvas, page_.items);
    }
    close_mark(canvas);
    content_.operators = std::move(canvas.out);
    content_.resource_entries = resource_entries(resources_.leave(), resources_.all());
    content_.resources = resources_.all();
    content_.transparency = std::any_of(content_.resources.begin(), content_.resources.end(), [](const Resource& r) {
      return r.kind == ResourceKind::graphics_state || r.kind == ResourceKind::form;
    });
    content_.transparency |= translucent_picture_;
    return std::move(content_);
  }

 private:
  void paint(Canvas& canvas, const DisplayList& items) {
    for (std::size_t i = 0; i < items.size();) {
      if (const auto* run = std::get_if<GlyphRun>(&items[i].what)) {
        i = is_extracted(*run) ? paint_line(canvas, items, i) : i + 1;
        continue;
      }
      const Item& item = items[i++];
      if (const auto* group = std::get_if<std::shared_ptr<Group>>(&item.what)) {
        if (*group) paint_group(canvas, **group, item.node);
      } else if (const auto* shape = std::get_if<graphics::Shape>(&item.what)) {
        if (!shape->fill && !shape->stroke) continue;
        mark(canvas, item);
        canvas.paint(*shape);
      } else if (const auto* dots = std::get_if<graphics::Dots>(&item.what)) {
        mark(canvas, item);
        std::vector<const graphics::Dots*> parts{dots};
        for (; i < items.size() && items[i].node == item.node; ++i) {
          const auto* more = std::get_if<graphics::Dots>(&items[i].what);
          if (!more) break;
          parts.push_back(more);
        }
        canvas.paint(parts);
      } else if (const auto* picture = std::get_if<graphics::Picture>(&item.what)) {
        mark(canvas, item);
        paint(canvas, *picture);
      }
    }
  }

  void paint(Canvas& canvas, const graphics::Picture& picture) {
    const image::Image& image = *context_.document.images.at(picture.image);
    const std::string name = resources_.name({ResourceKind::image, std::to_string(picture.image), false, {}});
    const Rect& box = picture.box;
    canvas.save();
    canvas.set_opacity(1, 1, false, false);
    append_image(canvas.out, name, image.orientation, {canvas.x(box.x), canvas.y(box.bottom()), box.width, box.height});
    canvas.restore();
    translucent_picture_ |= !image.alpha.empty();
  }

  // Invisible text is for screen readers.
  [[nodiscard]] bool is_extracted(const GlyphRun& run) const {
    return run.fill || run.stroke || context_.profile.tagged;
  }

  // Paints the text of one line, in which style and node may change; returns the index of the next item.
  std::size_t paint_line(Canvas& canvas, const DisplayList& items, std::size_t begin) {
    cells_.clear();
    std::size_t end = begin;
    const GlyphRun* last = nullptr;
    for (; end < items.size(); ++end) {
      const auto* run = std::get_if<GlyphRun>(&items[end].what);
      if (!run || !is_extracted(*run) || (last && !continues_line(*last, *run))) break;
      append_cells(cells_, *run, items[end].node, context_.fonts);
      last = run;
    }
    const std::vector<ActualText> spans = find_actual_text(cells_, context_.document.tree);
    TextPainter text(canvas);
    text.set_spacing(common_gap(cells_));
    std::size_t next_span = 0;
    SpanKind span = SpanKind::none;
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      if (span != SpanKind::none && i == spans[next_span].end) {
        end_span(canvas, text, span);
        span = SpanKind::none;
        ++next_span;
      }
      const bool starts = next_span < spans.size() && spans[next_span].begin == i;
      if (starts) {
        span = kind_of(spans[next_span]);
        if (span != SpanKind::within) {
          text.end();
          close_mark(canvas);
        }
        if (span == SpanKind::around) begin_span(canvas, spans[next_span]);
        if (span == SpanKind::marked) open_mark(canvas, cells_[i].node, spans[next_span].text);
      }
      if (!open_ || node_ != cells_[i].node) {
        text.end();
        mark(canvas, cells_[i].node, true, cells_[i].run->origin.y);
      }
      if (starts && span == SpanKind::within) {
        text.end();
        begin_span(canvas, spans[next_span]);
      }
      text.show(cells_[i]);
    }
    if (span != SpanKind::none) end_span(canvas, text, span);
    text.end();
    return end;
  }

  /// The nesting of a /Span with /ActualText and the marked content of the structure.
  enum class SpanKind {
    none,
    around,  ///< encloses those of several nodes
    marked,  ///< has its own MCID: readers lose text after a sequence that is nested in one with an MCID
    within,  ///< inside an artifact or untagged content
  };

  [[nodiscard]] SpanKind kind_of(const ActualText& span) const {
    const NodeId node = cells_[span.begin].node;
    const bool several = std::any_of(cells_.begin() + static_cast<std::ptrdiff_t>(span.begin),
                                     cells_.begin() + static_cast<std::ptrdiff_t>(span.end),
                                     [node](const Cell& cell) { return cell.node != node; });
    if (several) return SpanKind::around;
    return node != graphics::artifact && carries_marks() ? SpanKind::marked : SpanKind::within;
  }

  static void begin_span(Canvas& canvas, const ActualText& span) {
    canvas.out += "/Span<</ActualText";
    append_text(canvas.out, span.text);
    canvas.out += ">>BDC\n";
  }

  // 14.6.1: marked-content sequences and text objects must nest. Rotated text ends a text object inside a span, so a
  // span always contains whole text objects.
  void end_span(Canvas& canvas, TextPainter& text, SpanKind kind) {
    text.end();
    if (kind != SpanKind::within) close_mark(canvas);
    if (kind != SpanKind::marked) canvas.out += "EMC\n";
  }

  void paint_group(Canvas& canvas, const Group& group, NodeId node) {
    if (group.items.empty() || group.opacity <= 0) return;
    const Frame outer = canvas.frame();
    if (group.opacity < 1) {
      // Marked content does not extend into a form without its own structure, so the whole form belongs to one node.
      if (node == graphics::artifact) node = first_node(group.items);
      mark(canvas, node, false, {});
      canvas.save();
      if (group.clip) clip(canvas, group);
      const std::string form = transparency_group(canvas, group);
      canvas.set_opacity(group.opacity, group.opacity, false, false);
      canvas.out += "/" + form + " Do\n";
      canvas.restore();
      return;
    }
    const bool translates_only = group.transform.a == 1 && group.transform.b == 0 && group.transform.c == 0 &&
                                 group.transform.d == 1 && !group.clip;
    if (translates_only) {
      canvas.transform(group.transform);
      paint(canvas, group.items);
      canvas.set_frame(outer);
      return;
    }
    // Marked content does not cross q and Q.
    close_mark(canvas);
    canvas.save();
    if (group.clip) {
      clip(canvas, group);
    } else {
      canvas.transform(group.transform);
    }
    paint(canvas, group.items);
    close_mark(canvas);
    canvas.restore();
  }

  static void clip(Canvas& canvas, const Group& group) {
    canvas.transform(group.transform);
    canvas.clip(*group.clip, false);
  }

  // ISO 32000-1, 11.6.6. The form's axes are the current ones where it is painted.
  std::string transparency_group(Canvas& canvas, const Group& group) {
    resources_.enter();
    const std::string& box = canvas.box();
    Canvas inner(context_.colors, resources_, {canvas.frame().origin, {1, 0, 0, 1, 0, 0}}, box);
    inner.reset_inherited();
    if (!group.clip) inner.transform(group.transform);
    const bool inside = std::exchange(inside_form_, true);
    const NodeId node = node_;
    const bool open = open_;
    paint(inner, group.items);
    inside_form_ = inside;
    node_ = node;
    open_ = open;
    const std::string used = resource_entries(resources_.leave(), resources_.all());
    return resources_.name({ResourceKind::form,
                            "/Type/XObject/Subtype/Form/BBox" + box + "/Group<</S/Transparency/CS" +
                                context_.colors.process_space() + ">>/Resources<<" + used + ">>",
                            true, std::move(inner.out)});
  }

  void mark(Canvas& canvas, const Item& item) { mark(canvas, item.node, false, {}); }

  void mark(Canvas& canvas, NodeId node, bool text, Length y) {
    if (!carries_marks()) {
      node_ = node;
      open_ = true;
      return;
    }
    if (open_ && node == node_) return;
    close_mark(canvas);
    if (node != graphics::artifact) {
      open_mark(canvas, node, {});
      return;
    }
    open_ = true;
    node_ = node;
    canvas.out += artifact(text, y);
  }

  void open_mark(Canvas& canvas, NodeId node, std::string_view actual_text) {
    open_ = true;
    node_ = node;
    // 14.9.4: ActualText is a property of Span.
    canvas.out.append("/").append(actual_text.empty() ? structure_type(node, context_.document.tree) : "Span");
    canvas.out += "<</MCID ";
    append_integer(canvas.out, static_cast<std::int64_t>(content_.marks.size()));
    if (!actual_text.empty()) {
      canvas.out += "/ActualText";
      append_text(canvas.out, actual_text);
    }
    canvas.out += ">>BDC\n";
    content_.marks.push_back(node);
  }

  [[nodiscard]] bool carries_marks() const { return context_.profile.tagged && !inside_form_; }

  // 14.8.2.2.2: text without a node is a running head or a folio.
  [[nodiscard]] std::string artifact(bool text, Length y) const {
    if (!text) return "/Artifact BMC\n";
    if (y * 4 < page_.trim.height) return "/Artifact<</Type/Pagination/Subtype/Header/Attached[/Top]>>BDC\n";
    if (y * 4 > page_.trim.height * 3) return "/Artifact<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>BDC\n";
    return "/Artifact BMC\n";
  }

  void close_mark(Canvas& canvas) {
    if (open_ && carries_marks()) canvas.out += "EMC\n";
    open_ = false;
  }

  const page::Page& page_;
  const ContentContext& context_;
  PageContent content_;
  ResourceList resources_;
  std::vector<Cell> cells_;
  NodeId node_ = graphics::artifact;
  bool open_ = false, inside_form_ = false, translucent_picture_ = false;
};

}  // namespace

PageContent build_page_content(const page::Page& page, const ContentContext& context) {
  return PageBuilder(page, context).build();
}

}  // namespace banxin::pdf
