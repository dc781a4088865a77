#include "text/justification/justify.hpp"

#include <algorithm>
#include <limits>

namespace banxin::text {
namespace {

using C = CharacterClass;

constexpr std::int32_t unlimited = std::numeric_limits<std::int32_t>::max();

const BoxSpace* first_box_space(const ShapedText& s, std::size_t begin) {
  const auto it = std::lower_bound(s.box_spaces.begin(), s.box_spaces.end(), begin,
                                   [](const BoxSpace& m, std::size_t at) { return m.cluster < at; });
  return s.box_spaces.data() + (it - s.box_spaces.begin());
}

void add(std::vector<Change>& changes, std::size_t cluster, bool left, Step step, std::int64_t capacity) {
  if (capacity > 0) {
    changes.push_back({static_cast<std::uint32_t>(cluster), left, step,
                       static_cast<std::int32_t>(std::min<std::int64_t>(capacity, unlimited)), 0});
  }
}

/// Space that may shrink. None at the edges: marks there are trimmed already.
void collect_squeeze(const ShapedText& s, std::size_t begin, std::size_t end, std::vector<Change>& out) {
  const BoxSpace* m = first_box_space(s, begin);
  for (std::size_t i = begin; i < end; ++i) {
    const Cluster& c = s.clusters[i];
    if (c.has(Cluster::box_space)) {
      const Step step = squeeze_step(c.character_class);
      const bool last = i + 1 == end, first = i == begin;
      if (!(first && m->bracket) && !(last && m->centered)) add(out, i, true, step, m->left());
      if (!last) add(out, i, false, step, m->right());
      ++m;
    }
    if (i + 1 == end) break;
    if (c.character_class == C::space) add(out, i, false, Step::western_space_squeeze, space_squeeze(s, c));
    if (c.has(Cluster::han_latin)) add(out, i, false, Step::han_latin_squeeze, han_latin_squeeze(s, c));
  }
}

void collect_stretch(const ShapedText& s, std::size_t begin, std::size_t end, std::vector<Change>& out) {
  for (std::size_t i = begin; i + 1 < end; ++i) {
    const Cluster& c = s.clusters[i];
    if (c.character_class == C::space)
      add(out, i, false, Step::western_space_stretch, space_stretch(s, c));
    else if (c.has(Cluster::han_latin))
      add(out, i, false, Step::han_latin_stretch, han_latin_stretch(s, c));
    else if (may_stretch_between(s, i))
      add(out, i, false, Step::other, unlimited);
  }
}

/// Takes up to `need` equally from the changes of one step. The remainder of the division goes to the first ones, one
/// unit each. Returns what was taken.
std::int64_t distribute(std::vector<Change>& changes, Step step, std::int64_t need, int sign) {
  std::int64_t count = 0, total = 0;
  std::int32_t least = unlimited, most = 0;
  for (const Change& c : changes) {
    if (c.step != step) continue;
    ++count;
    total += c.capacity;
    least = std::min(least, c.capacity);
    most = std::max(most, c.capacity);
  }
  if (count == 0 || need == 0) return 0;
  const std::int64_t take = std::min(need, total);
  // Each gives up to this level; those with less capacity give all of it.
  std::int64_t level = take / count, rest = take % count;
  if (least != most && level >= least) {
    std::vector<std::int32_t> capacities;
    for (const Change& c : changes) {
      if (c.step == step) capacities.push_back(c.capacity);
    }
    std::sort(capacities.begin(), capacities.end());
    std::int64_t left = take;
    for (std::size_t k = 0; k < capacities.size(); ++k) {
      const auto others = static_cast<std::int64_t>(capacities.size() - k);
      if (capacities[k] * others >= left) {
        level = left / others;
        rest = left % others;
        break;
      }
      left -= capacities[k];
      level = capacities[k];
      rest = 0;
    }
  }
  for (Change& c : changes) {
    if (c.step != step) continue;
    std::int64_t amount = std::min<std::int64_t>(c.capacity, level);
    if (rest > 0 && c.capacity > level) {
      ++amount;
      --rest;
    }
    c.amount = static_cast<std::int32_t>(sign * amount);
  }
  return take;
}

/// Stretches spaces past their limits rather than leave the line short. If there are none, adds space around
/// connectors.
std::int64_t overstretch(const ShapedText& s, std::size_t begin, std::size_t end, std::vector<Change>& changes,
                         std::int64_t need) {
  if (changes.empty()) {
    for (std::size_t i = begin; i + 1 < end; ++i) {
      const Cluster& a = s.clusters[i];
      const bool boxes = is_full_width(a.character_class) || is_full_width(s.clusters[i + 1].character_class);
      if (boxes && a.after != Break::none) add(changes, i, false, Step::other, unlimited);
    }
  }
  const auto count = static_cast<std::int64_t>(changes.size());
  if (count == 0) return 0;
  std::int64_t rest = need % count;
  for (Change& c : changes) {
    c.amount += static_cast<std::int32_t>(need / count + (rest > 0 ? 1 : 0));
    if (rest > 0) --rest;
  }
  return need;
}

}  // namespace

void justify(const ShapedText& shaped, std::size_t begin, std::size_t end, std::int64_t excess, bool stretch,
             Justification& out) {
  out.changes.clear();
  out.adjustments.clear();
  out.left_over = excess;
  const auto report = [&](Step step, std::int64_t amount) {
    if (amount != 0) out.adjustments.push_back({step, Length::units(amount)});
  };
  if (excess > 0) {
    collect_squeeze(shaped, begin, end, out.changes);
    for (const Step step : {Step::western_space_squeeze, Step::interpunct, Step::bracket, Step::comma,
                            Step::han_latin_squeeze, Step::stop}) {
      if (out.left_over == 0) break;
      const std::int64_t taken = distribute(out.changes, step, out.left_over, -1);
      report(step, -taken);
      out.left_over -= taken;
    }
  } else if (excess < 0 && stretch) {
    collect_stretch(shaped, begin, end, out.changes);
    for (const Step step : {Step::western_space_stretch, Step::han_latin_stretch, Step::other}) {
      if (out.left_over == 0) break;
      const std::int64_t taken = distribute(out.changes, step, -out.left_over, 1);
      report(step, taken);
      out.left_over += taken;
    }
    if (out.left_over < 0) {
      const std::int64_t taken = overstretch(shaped, begin, end, out.changes, -out.left_over);
      report(Step::other, taken);
      out.left_over += taken;
    }
  }
}

}  // namespace banxin::text
