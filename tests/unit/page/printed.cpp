#include "unit/page/printed.hpp"

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>

#include "data/bind.hpp"
#include "model/read_document.hpp"
#include "style/layout_file.hpp"

namespace banxin::page::test {

namespace {

std::string content_of(const std::string& path) {
  std::stringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

std::shared_ptr<source::MemoryFiles> memory_with(const std::string& report, const std::string& own) {
  auto memory = std::make_shared<source::MemoryFiles>();
  for (const std::string name : {"plain", "maimai"}) {
    const std::string path = "/layouts/" + name + "/layout.yaml";
    memory->put(path, content_of(BANXIN_PROJECT + path));
  }
  if (!own.empty()) memory->put("/layouts/own/layout.yaml", own);
  memory->put("report.yaml", report);
  return memory;
}

const font::Library& fonts() {
  static const std::shared_ptr<const font::Library> library = [] {
    Diagnostics ignored;
    font::Options options;
    options.catalogue = BANXIN_PROJECT "/fonts/fonts.yaml";
    return font::Library::open(options, ignored);
  }();
  return *library;
}

void collect(const graphics::DisplayList& items, std::size_t page, std::vector<PrintedLine>& out) {
  for (const graphics::Item& item : items) {
    const auto* run = std::get_if<graphics::GlyphRun>(&item.what);
    if (run == nullptr || run->glyphs.empty()) continue;
    PrintedLine line;
    line.page = page;
    line.x = (run->origin.x + Length::units(run->glyphs.front().x)).to_pt();
    line.right = (run->origin.x + Length::units(run->glyphs.back().x)).to_pt();
    line.y = run->origin.y.to_pt();
    line.size = run->size.to_pt();
    line.text = run->text;
    const bool joins = !out.empty() && out.back().page == page && std::abs(out.back().y - line.y) < 0.01 &&
                       line.x >= out.back().right && line.x - out.back().right < 2.5 * out.back().size;
    if (!joins) {
      out.push_back(line);
      continue;
    }
    out.back().right = line.right;
    out.back().text += line.text;
  }
}

}  // namespace

Printed::Printed() : files(std::make_shared<source::MemoryFiles>()) {}

std::vector<PrintedLine> Printed::lines(std::size_t page) const {
  std::vector<PrintedLine> result;
  collect(document.pages[page].items, page, result);
  return result;
}

std::vector<PrintedLine> Printed::lines() const {
  std::vector<PrintedLine> result;
  for (std::size_t page = 0; page < document.pages.size(); ++page) collect(document.pages[page].items, page, result);
  return result;
}

std::string Printed::text(std::size_t page) const {
  std::string result;
  for (const PrintedLine& line : lines(page)) result += line.text;
  return result;
}

std::string Printed::text() const {
  std::string result;
  for (std::size_t page = 0; page < document.pages.size(); ++page) result += text(page);
  return result;
}

std::string Printed::faults() const {
  std::string result;
  for (const Diagnostic& one : diagnostics.all()) {
    result += std::string(message(one.id).code);
    if (one.span.known()) result += " " + std::to_string(files.file(one.span.file).position(one.span.begin).line);
    result += ": " + one.text + (one.suggestion.empty() ? "" : " | " + one.suggestion) + "\n";
  }
  return result;
}

std::string plain_layout() { return content_of(BANXIN_PROJECT "/layouts/plain/layout.yaml"); }

Printed print(const std::string& report, const std::string& own) {
  Printed printed;
  printed.files = source::SourceFiles(memory_with(report, own));
  Diagnostics& diagnostics = printed.diagnostics;
  auto document = model::read_document(printed.files, "report.yaml", diagnostics);
  if (!document || diagnostics.has_errors()) return printed;
  document = data::bind(std::move(*document), printed.files, diagnostics).document;
  auto layout = style::read_layout(printed.files, {"/layouts"}, document->layout, diagnostics);
  if (!layout) return printed;
  const auto styled = style::apply(std::move(*document), std::move(*layout), diagnostics);
  if (!styled) return printed;
  printed.document = paginate(*styled, fonts(), {.threads = 1}, diagnostics);
  return printed;
}

std::string small_page(const std::string& more) {
  return "title: 题\nlang: zh-Hans\nlayout: plain\npage: { width: 120mm, height: 160mm, margin: 20mm }\n" + more +
         "body:\n";
}

std::string repeated(const std::string& text, int times) {
  std::string result;
  for (int i = 0; i < times; ++i) result += text;
  return result;
}

}  // namespace banxin::page::test
