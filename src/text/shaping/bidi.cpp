#include "text/shaping/bidi.hpp"

#include <unicode/ubidi.h>
#include <unicode/utf16.h>

#include <memory>
#include <stdexcept>
#include <string>

namespace banxin::text {
namespace {

struct CloseBidi {
  void operator()(UBiDi* p) const { ubidi_close(p); }
};

void check(UErrorCode status) {
  if (U_FAILURE(status)) throw std::runtime_error(std::string{"ICU cannot order the text: "} + u_errorName(status));
}

}  // namespace

std::uint8_t find_levels(const Characters& t, std::vector<std::uint8_t>& levels) {
  levels.clear();
  if (!t.right_to_left) return 0;
  std::u16string utf16;
  std::vector<std::size_t> unit_of;
  for (const char32_t c : t.code) {
    unit_of.push_back(utf16.size());
    if (c > 0xFFFF) utf16 += static_cast<char16_t>(U16_LEAD(c));
    utf16 += c > 0xFFFF ? static_cast<char16_t>(U16_TRAIL(c)) : static_cast<char16_t>(c);
  }
  const std::unique_ptr<UBiDi, CloseBidi> bidi{ubidi_open()};
  if (!bidi) throw std::bad_alloc{};
  UErrorCode status = U_ZERO_ERROR;
  ubidi_setPara(bidi.get(), utf16.data(), static_cast<std::int32_t>(utf16.size()), UBIDI_DEFAULT_LTR, nullptr, &status);
  check(status);
  const UBiDiLevel* const found = ubidi_getLevels(bidi.get(), &status);
  check(status);
  levels.reserve(t.size());
  bool reordered = false;
  for (const std::size_t unit : unit_of) {
    levels.push_back(found[unit]);
    reordered = reordered || found[unit] % 2 == 1;
  }
  const std::uint8_t base = ubidi_getParaLevel(bidi.get());
  if (!reordered && base == 0) levels.clear();
  return base;
}

}  // namespace banxin::text
