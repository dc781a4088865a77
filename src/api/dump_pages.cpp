#include <algorithm>

#include <fmt/format.h>

#include "api/dump.hpp"
#include "api/json_object.hpp"

namespace banxin::api {

namespace {

using namespace graphics;

std::string color_name(const Color& color) {
  const auto byte = [](double value) { return static_cast<int>(std::lround(std::clamp(value, 0.0, 1.0) * 255)); };
  std::string name = fmt::format("#{:02x}{:02x}{:02x}", byte(color.rgb.r), byte(color.rgb.g), byte(color.rgb.b));
  if (color.spot) {
    name += fmt::format(" {} {:g}", color.spot->name, color.spot->tint * 100);
  } else if (color.cmyk) {
    const Cmyk& ink = *color.cmyk;
    name += fmt::format(" {:g}/{:g}/{:g}/{:g}", ink.c * 100, ink.m * 100, ink.y * 100, ink.k * 100);
  }
  return name;
}

std::string point(Point at) { return JsonArray().add(json_number(at.x)).add(json_number(at.y)).text(); }

std::string box(const Rect& rect) {
  return JsonArray()
      .add(json_number(rect.x))
      .add(json_number(rect.y))
      .add(json_number(rect.width))
      .add(json_number(rect.height))
      .text();
}

std::string paint(const Paint& paint) {
  const auto* gradient = std::get_if<LinearGradient>(&paint.source);
  if (gradient == nullptr && paint.opacity == 1 && !paint.overprint) {
    return json_string(color_name(std::get<Color>(paint.source)));
  }
  JsonObject object;
  if (gradient == nullptr) {
    object.add("color", color_name(std::get<Color>(paint.source)));
  } else {
    JsonArray stops;
    for (const GradientStop& stop : gradient->stops) {
      JsonObject entry;
      entry.add("at", stop.at).add("color", color_name(stop.color));
      if (stop.opacity != 1) entry.add("opacity", stop.opacity);
      stops.add(entry.text());
    }
    object.add_raw("from", point(gradient->from)).add_raw("to", point(gradient->to)).add_raw("stops", stops.text());
  }
  if (paint.opacity != 1) object.add("opacity", paint.opacity);
  if (paint.overprint) object.add("overprint", true);
  return object.text();
}

std::string stroke(const Stroke& stroke) {
  JsonObject object;
  object.add("width", stroke.width).add_raw("paint", paint(stroke.paint));
  if (!stroke.dashes.empty()) {
    JsonArray dashes;
    for (const Length dash : stroke.dashes) dashes.add(json_number(dash));
    object.add_raw("dashes", dashes.text());
  }
  return object.text();
}

std::string path(const Path& path) {
  constexpr char letters[] = {'M', 'L', 'C', 'Z'};
  constexpr std::size_t counts[] = {1, 1, 3, 0};
  std::string result;
  std::size_t next = 0;
  for (const Path::Verb verb : path.verbs) {
    const auto index = static_cast<std::size_t>(verb);
    if (!result.empty()) result += ' ';
    result += letters[index];
    for (std::size_t i = 0; i < counts[index]; ++i, ++next) {
      result += (i > 0 ? " " : "") + json_number(path.points[next].x) + "," + json_number(path.points[next].y);
    }
  }
  return result;
}

class Writer {
 public:
  Writer(const font::Library& fonts, const source::SourceFiles& files) : fonts_(fonts), files_(files) {}

  void write_items(const DisplayList& items, int depth) {
    for (std::size_t i = 0; i < items.size(); ++i) {
      out_.append(static_cast<std::size_t>(depth) * 2, ' ');
      write_item(items[i], depth);
      out_ += i + 1 < items.size() ? ",\n" : "\n";
    }
  }

  void line(int depth, const std::string& text) {
    out_.append(static_cast<std::size_t>(depth) * 2, ' ');
    out_ += text;
    out_ += '\n';
  }

  std::string take() { return std::move(out_); }

 private:
  void write_item(const Item& item, int depth) {
    if (const auto* group = std::get_if<std::shared_ptr<Group>>(&item.what)) return write_group(**group, item, depth);
    JsonObject object;
    std::visit([&](const auto& what) { describe(what, object); }, item.what);
    add_origin(item, object);
    out_ += object.text();
  }

  void write_group(const Group& group, const Item& item, int depth) {
    JsonObject object;
    const Affine& t = group.transform;
    if (!(t == Affine{})) {
      JsonArray numbers;
      for (const double number : {t.a, t.b, t.c, t.d}) numbers.add(json_number(number));
      object.add_raw("transform", numbers.add(json_number(t.dx)).add(json_number(t.dy)).text());
    }
    if (group.clip) object.add("clip", path(*group.clip));
    if (group.opacity != 1) object.add("opacity", group.opacity);
    add_origin(item, object);
    std::string head = object.text();
    head.pop_back();
    out_ += head + (head.size() > 1 ? ", " : "") + "\"group\": [\n";
    write_items(group.items, depth + 1);
    out_.append(static_cast<std::size_t>(depth) * 2, ' ');
    out_ += "]}";
  }

  void describe(const GlyphRun& run, JsonObject& object) const {
    object.add("text", run.text).add_raw("at", point(run.origin)).add("size", run.size);
    object.add("face", fonts_.face(run.face).postscript_name());
    if (run.mode == WritingMode::vertical) object.add("mode", "vertical");
    if (run.rotation != 0) object.add("rotation", run.rotation);
    if (run.rtl) object.add("rtl", true);
    JsonArray along, across;
    bool raised = false;
    for (const Glyph& glyph : run.glyphs) {
      along.add(json_number(Length::units(run.mode == WritingMode::vertical ? glyph.y : glyph.x)));
      across.add(json_number(Length::units(run.mode == WritingMode::vertical ? glyph.x : glyph.y)));
      raised = raised || (run.mode == WritingMode::vertical ? glyph.x : glyph.y) != 0;
    }
    object.add_raw("pens", along.text());
    if (raised) object.add_raw("across", across.text());
    add_paints(run.fill, run.stroke.get(), object);
  }

  void describe(const Shape& shape, JsonObject& object) const {
    object.add("path", path(shape.path));
    if (shape.even_odd) object.add("even_odd", true);
    add_paints(shape.fill, shape.stroke ? &*shape.stroke : nullptr, object);
  }

  void describe(const Dots& dots, JsonObject& object) const {
    JsonArray centers, radii;
    for (const Point center : dots.centers) centers.add(point(center));
    for (const Length radius : dots.radii) radii.add(json_number(radius));
    object.add_raw("dots", centers.text()).add_raw("radii", radii.text()).add_raw("fill", paint(dots.fill));
  }

  static void describe(const Picture& picture, JsonObject& object) {
    object.add("picture", picture.image).add_raw("box", box(picture.box));
  }

  static void describe(const std::shared_ptr<Group>&, JsonObject&) {}  // write_group

  static void add_paints(const std::optional<Paint>& fill, const Stroke* line, JsonObject& object) {
    if (fill) object.add_raw("fill", paint(*fill));
    if (line) object.add_raw("stroke", stroke(*line));
  }

  void add_origin(const Item& item, JsonObject& object) const {
    if (item.node != artifact) object.add("node", item.node);
    if (item.span.known()) object.add("from", place_of(item.span, files_));
  }

  const font::Library& fonts_;
  const source::SourceFiles& files_;
  std::string out_;
};

std::string page_head(const page::Page& page, std::size_t number) {
  JsonObject object;
  object.add("page", number).add("label", page.label);
  if (page.numbered) object.add("folio", page.folio);
  object.add("master", page.master);
  object.add_raw("trim", JsonArray().add(json_number(page.trim.width)).add(json_number(page.trim.height)).text());
  if (page.bleed != Length{}) object.add("bleed", page.bleed);
  std::string text = object.text();
  text.pop_back();
  return text + ", \"items\": [";
}

}  // namespace

std::string dump_pages(const page::PagedDocument& document, const font::Library& fonts,
                       const source::SourceFiles& files) {
  Writer out(fonts, files);
  const auto comma = [](std::size_t index, std::size_t size) { return index + 1 < size ? "," : ""; };
  out.line(0, "{\"pages\": [");
  for (std::size_t i = 0; i < document.pages.size(); ++i) {
    const page::Page& page = document.pages[i];
    out.line(1, page_head(page, i + 1));
    out.write_items(page.items, 2);
    out.line(1, "], \"links\": [");
    for (std::size_t j = 0; j < page.links.size(); ++j) {
      const page::LinkArea& area = page.links[j];
      JsonObject object;
      object.add("link", area.link).add_raw("box", box(area.box)).add("node", area.node);
      out.line(2, object.text() + comma(j, page.links.size()));
    }
    out.line(1, std::string("]}") + comma(i, document.pages.size()));
  }
  out.line(0, "], \"anchors\": [");
  for (std::size_t i = 0; i < document.anchors.size(); ++i) {
    JsonObject object;
    object.add("page", document.anchors[i].page + 1).add_raw("at", point(document.anchors[i].at));
    out.line(1, object.text() + comma(i, document.anchors.size()));
  }
  out.line(0, "], \"links\": [");
  for (std::size_t i = 0; i < document.links.size(); ++i) {
    const page::Link& link = document.links[i];
    JsonObject object;
    if (const auto* uri = std::get_if<std::string>(&link.target)) {
      object.add("uri", *uri);
    } else {
      object.add("anchor", std::get<std::uint32_t>(link.target));
    }
    if (!link.description.empty()) object.add("description", link.description);
    out.line(1, object.text() + comma(i, document.links.size()));
  }
  out.line(0, "], \"outline\": [");
  for (std::size_t i = 0; i < document.outline.size(); ++i) {
    const page::OutlineEntry& entry = document.outline[i];
    JsonObject object;
    object.add("title", entry.title).add("level", entry.level).add("anchor", entry.anchor);
    out.line(1, object.text() + comma(i, document.outline.size()));
  }
  out.line(0, "]}");
  return out.take();
}

std::string place_of(Span span, const source::SourceFiles& files) {
  if (!span.known()) return {};
  const source::SourceFile& file = files.file(span.file);
  const source::Position position = file.position(span.begin);
  return fmt::format("{}:{}:{}", file.path(), position.line, position.column);
}

}  // namespace banxin::api
