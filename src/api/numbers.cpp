#include "api/numbers.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <utility>

namespace banxin::api {

namespace {

/// For each file, the spans of what is printed, by their begin, with their first page.
class PrintedSpans {
 public:
  explicit PrintedSpans(const page::PagedDocument* document) {
    if (document == nullptr) return;
    for (std::size_t i = 0; i < document->pages.size(); ++i) add(document->pages[i].items, i + 1);
    for (auto& [file, spans] : files_) std::stable_sort(spans.begin(), spans.end(), by_begin);
  }

  /// The first page with something of the span; 0 if nothing is printed.
  [[nodiscard]] std::size_t page(Span span) const {
    const auto file = files_.find(span.file);
    if (file == files_.end()) return 0;
    const auto& spans = file->second;
    const auto end = std::lower_bound(spans.begin(), spans.end(), Printed{span.end, 0, 0}, by_begin);
    // Runs of text are short: those that begin within this many bytes before the number may reach it.
    constexpr std::uint32_t longest = 4096;
    std::size_t page = 0;
    for (auto at = end; at != spans.begin();) {
      --at;
      if (at->begin + longest < span.begin) break;
      if (at->end > span.begin && (page == 0 || at->page < page)) page = at->page;
    }
    return page;
  }

 private:
  struct Printed {
    std::uint32_t begin, end;
    std::size_t page;
  };
  static bool by_begin(const Printed& a, const Printed& b) { return a.begin < b.begin; }

  void add(const graphics::DisplayList& items, std::size_t page) {
    for (const graphics::Item& item : items) {
      if (const auto* group = std::get_if<std::shared_ptr<graphics::Group>>(&item.what)) {
        if (*group) add((*group)->items, page);
      } else if (item.span.known() && std::holds_alternative<graphics::GlyphRun>(item.what)) {
        files_[item.span.file].push_back({item.span.begin, std::max(item.span.end, item.span.begin + 1), page});
      }
    }
  }

  std::map<FileId, std::vector<Printed>> files_;
};

std::string_view name_of(data::BoundNumber::Use use) {
  switch (use) {
    case data::BoundNumber::Use::printed: return "printed";
    case data::BoundNumber::Use::checked: return "checked";
    case data::BoundNumber::Use::chart: return "chart";
    case data::BoundNumber::Use::unbound: return "unbound";
  }
  return {};
}

}  // namespace

std::vector<Number> located(const std::vector<data::BoundNumber>& numbers, const page::PagedDocument* document,
                            const source::SourceFiles& files) {
  const PrintedSpans printed(document);
  std::vector<Number> result;
  for (const data::BoundNumber& number : numbers) {
    Number& out = result.emplace_back();
    out.page = printed.page(number.span);
    if (out.page > 0) out.label = document->pages[out.page - 1].label;
    out.text = number.text;
    out.use = name_of(number.use);
    out.expression = number.expression;
    if (number.provenance) out.provenance = name(*number.provenance);
    out.source = number.source;
    if (!number.span.known()) continue;
    const source::SourceFile& file = files.file(number.span.file);
    const source::Position at = file.position(number.span.begin);
    out.file = file.path();
    out.line = at.line;
    out.column = at.column;
  }
  std::stable_sort(result.begin(), result.end(), [](const Number& a, const Number& b) { return a.page < b.page; });
  return result;
}

}  // namespace banxin::api
