#include <algorithm>
#include <set>
#include <stdexcept>

#include "api/banxin.hpp"
#include "api/pipeline.hpp"
#include "pdf/image/image_inks.hpp"
#include "render/png_page.hpp"
#include "render/svg_page.hpp"

namespace banxin::api {

namespace {

/// Width of a page on a contact sheet, pixels.
constexpr double sheet_width = 240;

/// The wanted pages in ascending order, each once, from 0.
std::vector<std::size_t> chosen(const PreviewOptions& wanted, std::size_t count) {
  std::set<std::size_t> pages;
  for (const auto& [first, last] : wanted.pages) {
    if (first < 1 || last < first || last > count) {
      throw std::invalid_argument("--pages must be within the pages of the report, 1 to " + std::to_string(count));
    }
    for (std::size_t page = first; page <= last; ++page) pages.insert(page - 1);
  }
  if (!wanted.pages.empty()) return {pages.begin(), pages.end()};
  std::vector<std::size_t> all(count);
  for (std::size_t i = 0; i < count; ++i) all[i] = i;
  return all;
}

void draw(const page::PagedDocument& document, const font::Library& fonts, const profile::PrintCondition& condition,
          const PreviewOptions& wanted, Preview& result) {
  const std::vector<std::size_t> numbers = chosen(wanted, document.pages.size());
  render::GlyphOutlines glyphs(fonts);
  // As the PDF for the screen shows them.
  const render::Source source{document, glyphs, [&condition](const std::string& inks, bool inverted) {
                                return pdf::cmyk_to_srgb(inks, inverted, condition);
                              }};
  if (wanted.contact_sheet) {
    std::vector<const page::Page*> pages;
    for (const std::size_t number : numbers) pages.push_back(&document.pages[number]);
    result.pictures.push_back({0, render::contact_sheet(source, pages, sheet_width)});
    return;
  }
  for (const std::size_t number : numbers) {
    const page::Page& page = document.pages[number];
    result.pictures.push_back({number + 1, wanted.format == PictureFormat::svg
                                               ? render::svg_page(source, page)
                                               : render::png_page(source, page, wanted.dpi)});
  }
}

}  // namespace

Preview preview(const Options& options, const PreviewOptions& wanted) {
  if (!(wanted.dpi >= 10 && wanted.dpi <= 2400)) throw std::invalid_argument("--dpi must be from 10 to 2400");
  Pipeline pipeline(options);
  Preview result;
  if (const page::PagedDocument* document = pipeline.paged()) {
    result.pages = document->pages.size();
    draw(*document, pipeline.fonts(), pipeline.print_condition(), wanted, result);
  }
  pipeline.finish(result);
  return result;
}

}  // namespace banxin::api
