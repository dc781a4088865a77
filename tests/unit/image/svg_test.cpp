#include "image/svg.hpp"

#include <catch2/catch.hpp>

// Caches of fontconfig and leaks of libxml2 are not ours. LeakSanitizer calls this function by name.
extern "C" __attribute__((visibility("default"))) const char* __lsan_default_suppressions() {
  return "leak:libfontconfig\nleak:libxml2\n";
}

using namespace banxin;
using namespace banxin::image;

namespace {

std::string svg(const std::string& body) {
  return R"svg(<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="96" height="48">)svg" +
         body + "</svg>";
}

struct Marks {
  std::vector<graphics::Shape> shapes;
  std::vector<double> opacities;
  int clips = 0;
  void add(const graphics::DisplayList& items) {
    for (const auto& item : items) {
      if (const auto* shape = std::get_if<graphics::Shape>(&item.what)) shapes.push_back(*shape);
      if (const auto* group = std::get_if<std::shared_ptr<graphics::Group>>(&item.what)) {
        if ((*group)->opacity < 1) opacities.push_back((*group)->opacity);
        if ((*group)->clip) ++clips;
        add((*group)->items);
      }
    }
  }
};

Marks drawn(const std::string& body) {
  const Decoded decoded = read_svg(svg(body), {});
  if (const auto* error = std::get_if<DecodeError>(&decoded)) {
    if (const auto* why = std::get_if<Unsupported>(error)) FAIL(why->reason);
    FAIL("damaged");
  }
  const Image& image = std::get<Image>(decoded);
  CHECK(image.drawing_size == Size{Length::pt(72), Length::pt(36)});
  Marks marks;
  marks.add(image.drawing);
  return marks;
}

bool refused(const std::string& body) { return std::holds_alternative<DecodeError>(read_svg(svg(body), {})); }

}  // namespace

TEST_CASE("SVG: fills and strokes are paths of typed colors, level lines too") {
  const Marks marks = drawn(R"svg(<rect x="8" y="8" width="16" height="8" fill="#ff0000"/>
    <path d="M8 40h80" stroke="#0000ff" stroke-width="4" stroke-dasharray="8 4"/><path d="M50 8v20" stroke="black"/>)svg");
  REQUIRE(marks.shapes.size() == 3);
  const Rect box = marks.shapes[0].path.bounds();
  CHECK(box.x.to_pt() == Approx(6).margin(0.1));
  CHECK(box.width.to_pt() == Approx(12).margin(0.1));
  CHECK(std::get<Color>(marks.shapes[0].fill->source).rgb == Rgb{1, 0, 0});
  REQUIRE(marks.shapes[1].stroke);
  CHECK(marks.shapes[1].stroke->width.to_pt() == Approx(3).epsilon(1e-3));
  REQUIRE(marks.shapes[1].stroke->dashes.size() == 2);
  CHECK(marks.shapes[1].stroke->dashes[0].to_pt() == Approx(6).epsilon(1e-3));
}

TEST_CASE("SVG: gradients, opacity of groups, clips, and text as outlines") {
  const Marks marks =
      drawn(R"svg(<linearGradient id="g"><stop offset="0" stop-color="red"/><stop offset="1" stop-color="blue"/>
    </linearGradient><clipPath id="c"><circle cx="60" cy="20" r="15"/></clipPath><rect width="40" height="20" fill="url(#g)"/>
    <g opacity=".5"><circle cx="20" cy="30" r="9"/><circle cx="30" cy="30" r="9"/></g>
    <rect x="50" width="40" height="40" clip-path="url(#c)" fill="green"/><text x="4" y="44" font-size="12">Abc</text>)svg");
  REQUIRE(marks.shapes.size() >= 5);
  CHECK(std::holds_alternative<graphics::LinearGradient>(marks.shapes[0].fill->source));
  REQUIRE(marks.opacities.size() == 1);
  CHECK(marks.opacities[0] == Approx(0.5));
  CHECK(marks.clips >= 2);
}

TEST_CASE("SVG: what needs pixels is an error, references to other files are dropped") {
  CHECK(refused(
      R"svg(<filter id="f"><feGaussianBlur stdDeviation="3"/></filter><rect filter="url(#f)" width="9" height="9"/>)svg"));
  CHECK(refused(R"svg(<rect style="mix-blend-mode:multiply" width="50" height="50" fill="red"/>)svg"));
  CHECK(
      drawn(
          R"svg(<image href="/etc/passwd" width="9" height="9"/><image href="http://example.org/x.png" width="9" height="9"/>
    <rect width="9" height="9"/>)svg")
          .shapes.size() == 1);
  CHECK(std::holds_alternative<DecodeError>(read_svg("<svg xmlns='http://www.w3.org/2000/svg'/>", {})));
}

TEST_CASE("SVG: a file with one byte changed is a drawing or an error") {
  const std::string file = svg(R"svg(<defs><linearGradient id="a"><stop offset="0" stop-color="#fff"/><stop offset="1"/>
    </linearGradient></defs><g opacity=".5" transform="rotate(9)"><path d="M1 2L30 40C9 9 8 8 5 6z" fill="url(#a)"/></g>)svg");
  for (std::size_t at = 0; at < file.size(); at += 3) {
    for (const char other : {'\0', '9', '-', '<', '\xff'}) {
      std::string changed = file;
      changed[at] = other;
      const Decoded decoded = read_svg(changed, {});
      CHECK((std::holds_alternative<DecodeError>(decoded) || std::get<Image>(decoded).vector()));
    }
  }
}

TEST_CASE("SVG: hostile files are errors within bounds") {
  // Entities that grow, references in a circle, nesting without end, numbers beyond all bounds.
  std::string laughs = "<!DOCTYPE svg [<!ENTITY a \"ha\">";
  for (char c = 'b'; c < 'k'; ++c) {
    laughs += std::string("<!ENTITY ") + c + " \"";
    for (int i = 0; i < 10; ++i) laughs += std::string("&") + static_cast<char>(c - 1) + ";";
    laughs += "\">";
  }
  laughs += "]>";
  const auto harmless = [](const std::string& file) {
    const Decoded decoded = read_svg(file, {});
    return std::holds_alternative<DecodeError>(decoded) || std::get<Image>(decoded).drawing.size() < 1000;
  };
  CHECK(harmless(laughs + svg("<text>&j;</text>")));
  CHECK(harmless(svg(R"svg(<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g><use href="#a"/>)svg")));
  std::string deep;
  for (int i = 0; i < 20000; ++i) deep += "<g>";
  CHECK(harmless(svg(deep)));
  CHECK(harmless(svg(R"svg(<path d="M1e308 -1e308L1e999 nan 0 0z"/><rect width="1e300" height="1e300"/>)svg")));
}

TEST_CASE("SVG: a truncated file is an error") {
  const std::string file = svg(R"svg(<g opacity=".5"><path d="M1 2L30 40 5 6z" fill="#123"/></g>)svg");
  for (std::size_t size = 0; size + 1 < file.size(); ++size) {
    CHECK(std::holds_alternative<DecodeError>(read_svg(std::string_view(file).substr(0, size), {})));
  }
}
