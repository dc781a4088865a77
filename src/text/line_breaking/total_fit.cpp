#include "text/line_breaking/total_fit.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace banxin::text {
namespace {

/// Demerits, on the scale of TeX (The TeXbook, chapter 14).
constexpr double line_penalty = 10;
constexpr double very_loose_ratio = 8;     ///< above it badness grows linearly: such lines look the same
constexpr double neighbor_demerits = 500;  ///< a tight line next to a loose one
constexpr double hyphen_penalty = 50;
constexpr double hyphens_demerits = 10'000;     ///< two hyphenated lines in a row
constexpr double last_hyphen_demerits = 5'000;  ///< the last line but one hyphenated
constexpr double orphan_demerits = 1e11;        ///< too few characters on the last line: worse than gaps of an em
constexpr double costly_demerits = 1e16;        ///< only instead of an overfull line
constexpr double squeeze_badness = 30, stretch_badness = 100;  ///< at the limit: shrinking is better than stretching

double stretch_badness_of(double ratio) {
  constexpr double r = very_loose_ratio;
  return stretch_badness * (ratio <= r ? ratio * ratio * ratio : r * r * r + 3 * r * r * (ratio - r));
}

/// How a line is set: neighbors should not differ by more than one class.
enum Fitness : std::uint8_t { tight, decent, loose, very_loose };

struct Node {
  std::uint32_t breakpoint = 0;
  std::uint32_t line = 0;  ///< lines before this node
  std::int32_t previous = -1;
  Fitness fitness = decent;
  double demerits = 0;
  Breakpoint::Sums from;     ///< of its breakpoint, copied for locality
  std::int64_t measure = 0;  ///< of the line that starts here
};

struct Fit {
  double badness = 0;
  Fitness fitness = decent;
  bool overfull = false, short_of = false;  ///< outside the limits of shrink and stretch
};

class TotalFit {
 public:
  TotalFit(const ShapedText& shaped, const std::vector<Breakpoint>& breakpoints, const Measures& measures)
      : s_(shaped),
        breakpoints_(breakpoints),
        measures_(measures),
        justified_(shaped.style.align == Align::justify),
        western_(shaped.style.language == Language::en),
        em_(std::max<std::int64_t>(1, shaped.style.em.count() > 0 ? shaped.style.em.count()
                                      : shaped.clusters.empty()   ? 1
                                                                  : shaped.em(shaped.clusters.front()))) {}

  std::vector<std::uint32_t> run() {
    std::vector<std::uint32_t> ends;
    std::size_t first = 0;
    while (first + 1 < breakpoints_.size()) {  // forced breaks split the text into independent pieces
      std::size_t last = first + 1;
      while (breakpoints_[last].kind != Break::forced) ++last;
      const auto line = static_cast<std::uint32_t>(ends.size());
      // Western words are hyphenated before gaps exceed their stretch; in Chinese only instead of an overfull line.
      if (!piece(first, last, line, 0.6, false) && !piece(first, last, line, 2.5, western_) &&
          !piece(first, last, line, 8, western_)) {
        piece(first, last, line, std::numeric_limits<double>::infinity(), true);
      }
      collect(ends);
      first = last;
    }
    return ends;
  }

 private:
  void add_node(Node node) {
    node.from = breakpoints_[node.breakpoint].from;
    node.measure = measures_(node.line);
    nodes_.push_back(node);
  }

  [[nodiscard]] Fit fit(const Node& node, const Breakpoint& to, bool last_line) const {
    Fit out;
    const std::int64_t measure = node.measure;
    const std::int64_t excess = to.before.pen - node.from.pen + to.hyphen - measure;
    if (excess > rounding) {
      const std::int64_t squeeze = justified_ ? to.before.squeeze - node.from.squeeze : 0;
      if (excess > squeeze) {
        out.overfull = true;
        return out;
      }
      const double ratio = static_cast<double>(excess) / static_cast<double>(squeeze);
      out.badness = squeeze_badness * ratio * ratio * ratio;
      out.fitness = ratio > 0.5 ? tight : decent;
      return out;
    }
    if (last_line || excess >= 0) return out;
    // Ragged lines: a quarter of the measure left over counts as a stretch ratio of 1.
    const std::int64_t stretch = justified_ ? to.before.stretch - node.from.stretch : measure / 4;
    // Without any gap the line stays short: worse than any gap, and worse the shorter it is.
    const double ratio =
        stretch > 0 ? static_cast<double>(-excess) / static_cast<double>(stretch)
                    : 100 + static_cast<double>(-excess) * 1000 / (static_cast<double>(em_) * gap_stretch_thousandths);
    out.badness = stretch_badness_of(ratio);
    out.fitness = ratio > 2 ? very_loose : ratio > 0.8 ? loose : decent;
    out.short_of = ratio > tolerance_;
    return out;
  }

  bool piece(std::size_t first, std::size_t last, std::uint32_t line, double tolerance, bool all_breaks) {
    const bool last_pass = std::isinf(tolerance);
    tolerance_ = tolerance;
    nodes_.clear();
    add_node({static_cast<std::uint32_t>(first), line, -1, decent, 0, {}, 0});
    std::size_t oldest = 0;
    for (std::size_t j = first + 1; j <= last; ++j) {
      const Breakpoint& breakpoint = breakpoints_[j];
      if (!all_breaks && (breakpoint.kind == Break::hyphen || breakpoint.kind == Break::costly)) continue;
      const bool last_line = j == last;
      std::array<Node, 4> best{};
      for (Node& n : best) n.demerits = std::numeric_limits<double>::infinity();
      double least = std::numeric_limits<double>::infinity();
      Node rescue;
      rescue.demerits = std::numeric_limits<double>::infinity();
      const std::size_t known = nodes_.size();
      for (std::size_t a = oldest; a < known; ++a) {
        const Node& node = nodes_[a];
        const Fit f = fit(node, breakpoint, last_line);
        if (f.overfull) {
          // If nothing fits, the line that starts last overflows least.
          if (rescue.previous < 0 || nodes_[static_cast<std::size_t>(rescue.previous)].breakpoint != node.breakpoint ||
              node.demerits < rescue.demerits) {
            rescue = {static_cast<std::uint32_t>(j),
                      node.line + 1,
                      static_cast<std::int32_t>(a),
                      tight,
                      node.demerits,
                      {},
                      0};
          }
          // Later breaks only make lines from here longer, except that a hyphen may go.
          if (a == oldest && breakpoint.hyphen == 0) ++oldest;
          continue;
        }
        if (f.short_of) {
          // Lines from later nodes are shorter still, by more than the half em of an opener can make up for.
          if (measures_.uniform && a > 0 &&
              static_cast<double>(node.measure - (breakpoint.before.pen - node.from.pen)) >
                  tolerance_ * static_cast<double>(breakpoint.before.stretch - node.from.stretch) +
                      static_cast<double>(em_)) {
            break;
          }
          continue;
        }
        const double total = node.demerits + demerits(node, breakpoint, f, last_line, first);
        Node& slot = best[f.fitness];
        if (total < slot.demerits) {
          slot = {static_cast<std::uint32_t>(j), node.line + 1, static_cast<std::int32_t>(a), f.fitness, total, {}, 0};
          least = std::min(least, total);
        }
      }
      // A node that is worse by more than its fitness class can regain is never on the best path.
      for (const Node& n : best) {
        if (n.demerits < std::numeric_limits<double>::infinity() && n.demerits <= least + neighbor_demerits) {
          add_node(n);
        }
      }
      if (oldest >= nodes_.size()) {
        if (!last_pass) return false;
        rescue.demerits = 0;  // every path goes through it, so earlier demerits do not matter
        add_node(rescue);
      }
    }
    best_ = -1;
    for (std::size_t a = nodes_.size(); a-- > 0 && nodes_[a].breakpoint == last;) {
      if (best_ < 0 || nodes_[a].demerits < nodes_[static_cast<std::size_t>(best_)].demerits) {
        best_ = static_cast<std::int32_t>(a);
      }
    }
    // An orphan on the last line: prefer a looser paragraph, if there is one.
    return best_ >= 0 && (last_pass || !leaves_orphan(nodes_[static_cast<std::size_t>(best_)], first));
  }

  /// Does the last line of a piece, which ends at `node` and is not the first, hold too few characters?
  [[nodiscard]] bool leaves_orphan(const Node& node, std::size_t first) const {
    const std::uint32_t from = nodes_[static_cast<std::size_t>(node.previous)].breakpoint;
    return from != first && breakpoints_[node.breakpoint].characters - breakpoints_[from].characters <
                                static_cast<std::uint32_t>(std::max(0, s_.style.last_line_minimum));
  }

  [[nodiscard]] double demerits(const Node& node, const Breakpoint& breakpoint, const Fit& f, bool last_line,
                                std::size_t first) const {
    const Breakpoint& from = breakpoints_[node.breakpoint];
    double d = line_penalty + f.badness;
    if (breakpoint.kind == Break::hyphen && western_) d += hyphen_penalty;
    d *= d;
    if (breakpoint.kind == Break::costly || (breakpoint.kind == Break::hyphen && !western_)) d += costly_demerits;
    if (breakpoint.kind == Break::hyphen && from.kind == Break::hyphen) d += hyphens_demerits;
    if (last_line && from.kind == Break::hyphen) d += last_hyphen_demerits;
    if (node.breakpoint != first && std::abs(static_cast<int>(node.fitness) - static_cast<int>(f.fitness)) > 1) {
      d += neighbor_demerits;
    }
    if (last_line && node.breakpoint != first &&
        breakpoint.characters - from.characters < static_cast<std::uint32_t>(std::max(0, s_.style.last_line_minimum))) {
      d += orphan_demerits;
    }
    return d;
  }

  void collect(std::vector<std::uint32_t>& ends) const {
    const auto begin = static_cast<std::ptrdiff_t>(ends.size());
    for (std::int32_t a = best_; a > 0; a = nodes_[static_cast<std::size_t>(a)].previous) {
      ends.push_back(nodes_[static_cast<std::size_t>(a)].breakpoint);
    }
    std::reverse(ends.begin() + begin, ends.end());
  }

  const ShapedText& s_;
  const std::vector<Breakpoint>& breakpoints_;
  const Measures& measures_;
  bool justified_, western_;
  std::int64_t em_;
  double tolerance_ = 1;
  std::vector<Node> nodes_;
  std::int32_t best_ = -1;
};

}  // namespace

std::vector<std::uint32_t> break_total_fit(const ShapedText& shaped, const std::vector<Breakpoint>& breakpoints,
                                           const Measures& measures) {
  return TotalFit(shaped, breakpoints, measures).run();
}

}  // namespace banxin::text
