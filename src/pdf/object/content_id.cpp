#include "pdf/object/content_id.hpp"

namespace banxin::pdf {

void ContentId::add(std::string_view bytes) {
  constexpr std::uint64_t prime = 0x100000001b3;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    first_ = (first_ ^ byte) * prime;
    second_ = (second_ + byte) * prime ^ second_ >> 29;
  }
}

std::string ContentId::text() const {
  constexpr std::string_view digits = "0123456789abcdef";
  // Version 8 in the top of the third group, variant 10 in the top of the fourth.
  const std::uint64_t high = (first_ & ~std::uint64_t{0xF000}) | 0x8000;
  const std::uint64_t low = (second_ & ~(std::uint64_t{3} << 62)) | std::uint64_t{2} << 62;
  std::string out;
  for (const std::uint64_t half : {high, low}) {
    for (int shift = 60; shift >= 0; shift -= 4) {
      out.push_back(digits[half >> shift & 15]);
      if (out.size() == 8 || out.size() == 13 || out.size() == 18 || out.size() == 23) out.push_back('-');
    }
  }
  return out;
}

}  // namespace banxin::pdf
