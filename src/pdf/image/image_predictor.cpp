#include "pdf/image/image_predictor.hpp"

#include <array>
#include <cstdlib>
#include <limits>

namespace banxin::pdf {

namespace {

enum Filter : unsigned char { none, sub, up, average, paeth, filter_count };

int paeth_of(int left, int above, int corner) {
  const int estimate = left + above - corner;
  const int a = std::abs(estimate - left), b = std::abs(estimate - above), c = std::abs(estimate - corner);
  return a <= b && a <= c ? left : b <= c ? above : corner;
}

template <Filter filter>
unsigned long apply(const unsigned char* row, const unsigned char* before, std::size_t size, std::size_t pixel,
                    unsigned char* out) {
  unsigned long sum = 0;
  for (std::size_t i = 0; i < size; ++i) {
    const int left = i >= pixel ? row[i - pixel] : 0, above = before[i], corner = i >= pixel ? before[i - pixel] : 0;
    const int guess = filter == sub       ? left
                      : filter == up      ? above
                      : filter == average ? (left + above) / 2
                      : filter == paeth   ? paeth_of(left, above, corner)
                                          : 0;
    out[i] = static_cast<unsigned char>(row[i] - guess);
    sum += out[i] < 128 ? out[i] : 256u - out[i];
  }
  return sum;
}

}  // namespace

std::string predict(std::string_view samples, std::size_t row_bytes, std::size_t pixel) {
  constexpr std::array filters{apply<none>, apply<sub>, apply<up>, apply<average>, apply<paeth>};
  const std::size_t rows = row_bytes == 0 ? 0 : samples.size() / row_bytes;
  std::string out;
  out.reserve(rows * (row_bytes + 1));
  const std::string nothing(row_bytes, '\0');
  std::array<std::string, filter_count> tried;
  for (std::string& one : tried) one.resize(row_bytes);
  const auto* before = reinterpret_cast<const unsigned char*>(nothing.data());
  for (std::size_t i = 0; i < rows; ++i) {
    const auto* row = reinterpret_cast<const unsigned char*>(samples.data() + i * row_bytes);
    std::size_t best = 0;
    unsigned long least = std::numeric_limits<unsigned long>::max();
    for (std::size_t f = 0; f < filters.size(); ++f) {
      const unsigned long sum =
          filters[f](row, before, row_bytes, pixel, reinterpret_cast<unsigned char*>(tried[f].data()));
      if (sum >= least) continue;
      least = sum;
      best = f;
    }
    out.push_back(static_cast<char>(best));
    out += tried[best];
    before = row;
  }
  return out;
}

}  // namespace banxin::pdf
