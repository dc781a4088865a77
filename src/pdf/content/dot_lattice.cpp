#include "pdf/content/dot_lattice.hpp"

#include <algorithm>
#include <cmath>

namespace banxin::pdf {

namespace {

constexpr double min_pitch = 1;     // pt; a finer lattice does not shorten the stream
constexpr double tolerance = 0.01;  // of the pitch

double smallest_gap(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  double gap = 0;
  for (std::size_t i = 1; i < values.size(); ++i) {
    const double step = values[i] - values[i - 1];
    if (step > min_pitch * tolerance && (gap == 0 || step < gap)) gap = step;
  }
  return gap;
}

// The pitch that makes the widest distance a whole number of steps near `gap`: a single gap is too imprecise.
double refined(const std::vector<double>& values, double gap) {
  const auto [low, high] = std::minmax_element(values.begin(), values.end());
  const double steps = std::round((*high - *low) / gap);
  return steps > 0 ? (*high - *low) / steps : 0;
}

bool fits(const std::vector<double>& values, double zero, double pitch) {
  return std::all_of(values.begin(), values.end(), [&](double value) {
    const double steps = (value - zero) / pitch;
    return std::abs(steps - std::round(steps)) <= tolerance;
  });
}

}  // namespace

DotLattice::DotLattice(const std::vector<Point>& centers) {
  if (centers.size() < 8) return;
  std::vector<double> xs, ys;
  for (const Point& p : centers) {
    xs.push_back(p.x.to_pt());
    ys.push_back(p.y.to_pt());
  }
  const double gap = smallest_gap(xs);
  if (gap < min_pitch) return;
  const double fine = refined(xs, gap);
  const double left = *std::min_element(xs.begin(), xs.end()), bottom = *std::max_element(ys.begin(), ys.end());
  if (fine < min_pitch || !fits(xs, left, fine) || !fits(ys, bottom, fine)) return;
  pitch = fine;
  origin = {Length::pt(left), Length::pt(bottom)};
}

}  // namespace banxin::pdf
