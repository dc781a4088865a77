#include <catch2/catch.hpp>

#include <chrono>

#include "font/coverage.hpp"
#include "font/library.hpp"

using namespace banxin;
using namespace banxin::font;

TEST_CASE("smoke", "[.]") {
  const auto t0 = std::chrono::steady_clock::now();
  Diagnostics diagnostics;
  const auto library = Library::open({BANXIN_PROJECT "/fonts/fonts.yaml", {}, false}, diagnostics);
  for (const auto& d : diagnostics.all()) WARN(d.text);
  const auto t1 = std::chrono::steady_clock::now();
  const auto& chain = library->chain({});
  const auto t2 = std::chrono::steady_clock::now();
  const int g = library->face(chain[0]).glyph(U'版');
  const auto t3 = std::chrono::steady_clock::now();
  auto ms = [](auto a, auto b) { return std::chrono::duration<double, std::milli>(b - a).count(); };
  WARN(ms(t0, t1) << " open " << ms(t1, t2) << " chain " << chain.size() << " " << ms(t2, t3) << " glyph " << g);
  long sum = 0;
  for (int k = 0; k < 50; ++k) for (char32_t c = 0x4e00; c < 0x9000; ++c) sum += library->face(chain[0]).advance(library->face(chain[0]).glyph(c));
  WARN(ms(t3, std::chrono::steady_clock::now()) / 50 << " ms for 16,896 " << sum);
  for (auto id : chain) WARN(library->face(id).postscript_name() << " " << library->face(id).index() << " " << library->face(id).licence_bits() << " " << (int)library->face(id).outlines());
  for (const auto& row : library->explain()) WARN(row.family << " | " << row.language << " | " << row.weight << " | " << row.path << "#" << row.index << " | " << row.package << " | " << row.reason);
}
