#include "chart/labels.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "chart/numbers.hpp"
#include "text/paragraph.hpp"

namespace banxin::chart {

namespace {

constexpr double leading_factor = 1.32;

Block one_line(const Canvas& canvas, std::string_view text, const text::TextStyle& style, Span span) {
  Block block;
  text::Label label = canvas.label(text, style, span);
  block.width = label.width.to_pt();
  block.cap_height = label.cap_height.to_pt();
  block.leading = style.size.to_pt() * leading_factor;
  block.lines.push_back(std::move(label));
  return block;
}

Block several_lines(const Canvas& canvas, std::string_view text, const text::TextStyle& style, double width,
                    Span span) {
  const Context& context = canvas.context();
  text::Run run;
  run.text = std::string(text);
  run.source = SourceMap(span);
  run.style = style;
  text::ParagraphStyle setting;
  setting.language = context.language;
  setting.level = context.level;
  setting.align = text::Align::start;
  setting.em = style.size;
  setting.leading = style.size * leading_factor;
  setting.balance = true;
  setting.last_line_minimum = 1;
  std::vector<text::Run> runs;
  runs.push_back(std::move(run));
  const auto paragraph = text::Paragraph::prepare(std::move(runs), setting, context.fonts, context.diagnostics);
  Block block;
  block.leading = setting.leading.to_pt();
  block.cap_height = canvas.label(text, style, span).cap_height.to_pt();
  // Labels that do not fit are set again, smaller: what the trial reports is not the reader's concern.
  Diagnostics trial;
  for (text::Line& line : paragraph.lines(Length::pt(width), trial)) {
    block.width = std::max(block.width, line.width.to_pt());
    text::Label label;
    label.items = std::move(line.items);
    for (graphics::Item& item : label.items) item.span = span;
    label.width = line.width;
    label.ascent = line.ascent;
    label.descent = line.descent;
    block.lines.push_back(std::move(label));
  }
  return block;
}

/// As many characters as fit, and an ellipsis.
Block cut(const Canvas& canvas, std::string_view text, const text::TextStyle& style, double width, int most_lines,
          Span span) {
  std::vector<std::size_t> ends;  // of its characters; a mark stays with what it marks
  for (std::size_t i = 1; i <= text.size(); ++i) {
    const auto byte = i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
    const bool continues = (byte & 0xC0U) == 0x80U || byte == 0xCCU || byte == 0xCDU;
    if (i == text.size() || !continues) ends.push_back(i);
  }
  Block best;
  std::size_t low = 0, high = ends.size() - 1;  // characters kept: at least the first
  while (low <= high && high < ends.size()) {
    const std::size_t middle = (low + high) / 2;
    const std::string shortened = std::string(text.substr(0, ends[middle])) + "…";
    Block block = most_lines > 1 ? several_lines(canvas, shortened, style, width, span)
                                 : one_line(canvas, shortened, style, span);
    const bool fits = block.width <= width + 0.01 && block.lines.size() <= static_cast<std::size_t>(most_lines);
    if (fits || middle == 0) best = std::move(block);
    if (fits) {
      low = middle + 1;
    } else if (middle == 0) {
      break;
    } else {
      high = middle - 1;
    }
  }
  if (span.known()) {
    Diagnostics found;
    found.report(MessageId::chart_label_long, span, {text, canvas.context().name}, "write a shorter one");
    canvas.context().diagnostics.append_new(std::move(found));
  }
  return best;
}

}  // namespace

Block fit(const Canvas& canvas, std::string_view text, const text::TextStyle& style, double width, int most_lines,
          Span span, Long when_long) {
  const double smallest = std::min(1.0, least_type_size / style.size.to_pt());
  Block block = one_line(canvas, text, style, span);
  if (block.width <= width) return block;
  // A slightly smaller line is quieter than a second one.
  const double wanted = width / block.width * 0.995;
  const double modest = std::max(most_lines > 1 ? 0.9 : 0.0, smallest);
  if (wanted >= modest || most_lines <= 1) {
    if (wanted < smallest && when_long == Long::cut) return cut(canvas, text, resized(style, smallest), width, 1, span);
    return one_line(canvas, text, resized(style, std::max(wanted, smallest)), span);
  }
  for (double factor = 1;; factor -= 0.06) {
    factor = std::max(factor, smallest);
    block = several_lines(canvas, text, resized(style, factor), width, span);
    if (block.lines.size() <= static_cast<std::size_t>(most_lines) && block.width <= width + 0.01) return block;
    if (factor > smallest) continue;
    return when_long == Long::keep ? block : cut(canvas, text, resized(style, smallest), width, most_lines, span);
  }
}

void place(Canvas& canvas, Block block, double x, double y, Anchor anchor) {
  const double top = y - block.height() / 2;
  const double first = top + block.cap_height;
  place_below(canvas, std::move(block), x, first, anchor);
}

void place_below(Canvas& canvas, Block block, double x, double baseline, Anchor anchor) {
  for (text::Label& line : block.lines) {
    canvas.place(std::move(line), x, baseline, anchor);
    baseline += block.leading;
  }
}

void NumberColumn::take(const Canvas& canvas, const std::string& printed, const text::TextStyle& style) {
  const auto [before, after] = part_at_decimal(printed);
  const double all = canvas.label(printed, style).width.to_pt();
  const double first = after.empty() ? all : canvas.label(before, style).width.to_pt();
  whole = std::max(whole, first);
  rest = std::max(rest, all - first);
}

void place_number(Canvas& canvas, const NumberColumn& column, const std::string& printed, const text::TextStyle& style,
                  double right, double y, Span span) {
  text::Label label = canvas.label(printed, style, span);
  const auto [before, after] = part_at_decimal(printed);
  const double first = after.empty() ? label.width.to_pt() : canvas.label(before, style).width.to_pt();
  const double baseline = Canvas::baseline_for(label, y);
  canvas.place(std::move(label), right - column.rest - first, baseline);
}

std::vector<double> spread(const std::vector<double>& wishes, const std::vector<double>& extents, double low,
                           double high) {
  const std::size_t count = wishes.size();
  const double total = std::accumulate(extents.begin(), extents.end(), 0.0);
  std::vector<double> centers(count);
  if (total > high - low) {
    // No arrangement is free of overlap: even spacing by extent harms least.
    double edge = low;
    for (std::size_t i = 0; i < count; ++i) {
      const double share = total > 0 ? extents[i] / total * (high - low) : 0;
      centers[i] = edge + share / 2;
      edge += share;
    }
    return centers;
  }
  // Labels that touch are joined to a cluster, which stands at the mean of its members' wishes (least squares).
  struct Cluster {
    std::size_t first, last;
    double extent, wish, size;  // `wish`: sum of the members' wishes for the cluster's upper edge
    [[nodiscard]] double edge(double low_, double high_) const { return std::clamp(wish / size, low_, high_ - extent); }
  };
  std::vector<Cluster> clusters;
  for (std::size_t i = 0; i < count; ++i) {
    clusters.push_back({i, i, extents[i], wishes[i] - extents[i] / 2, 1});
    while (clusters.size() > 1) {
      Cluster& back = clusters.back();
      Cluster& before = clusters[clusters.size() - 2];
      if (before.edge(low, high) + before.extent <= back.edge(low, high)) break;
      before.wish += back.wish - before.extent * back.size;
      before.size += back.size;
      before.extent += back.extent;
      before.last = back.last;
      clusters.pop_back();
    }
  }
  for (const Cluster& cluster : clusters) {
    double edge = cluster.edge(low, high);
    for (std::size_t i = cluster.first; i <= cluster.last; ++i) {
      centers[i] = edge + extents[i] / 2;
      edge += extents[i];
    }
  }
  return centers;
}

}  // namespace banxin::chart
