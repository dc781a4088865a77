// Nanoseconds a character of setting Chinese prose, and whether twice the length takes twice the time.
// `ninja bench-text` builds it; prints a table.
#include <cstdio>
#include <random>
#include <string>

#include <time.h>

#include "font/library.hpp"
#include "text/paragraph.hpp"

using namespace banxin;
using namespace banxin::text;

namespace {

/// Prose of common characters with a mark every ten or so, now and then a Latin word or a number.
std::string prose(std::size_t characters, bool latin) {
  static const char* const words[] = {"AIGC", "ChatGPT", "2023", "35%"};
  std::mt19937 random(7);
  std::string out;
  for (std::size_t i = 0; i < characters; ++i) {
    const auto at = static_cast<unsigned>(random() % 100);
    if (i > 0 && at < 6)
      out += "，";
    else if (i > 0 && at < 9)
      out += "。";
    else if (latin && at < 11)
      out += words[random() % 4];
    else {
      const auto c = static_cast<unsigned>(0x4E00 + random() % 3000);
      out += static_cast<char>(0xE0 | (c >> 12));
      out += static_cast<char>(0x80 | ((c >> 6) & 63));
      out += static_cast<char>(0x80 | (c & 63));
    }
  }
  return out;
}

/// Processor time of this thread: the machine may be busy with other things.
double now() {
  timespec t{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
  return static_cast<double>(t.tv_sec) + 1e-9 * static_cast<double>(t.tv_nsec);
}

}  // namespace

int main(int argc, char** argv) {
  Diagnostics diagnostics;
  font::Options options;
  options.catalogue = argc > 1 ? argv[1] : BANXIN_PROJECT "/fonts/fonts.yaml";
  const auto fonts = font::Library::open(options, diagnostics);
  ParagraphStyle style;
  style.em = Length::pt(10.5);
  style.indent = style.em * 2;
  std::printf("%-10s %10s %14s %14s %10s\n", "text", "characters", "prepare ns/ch", "lines ns/ch", "lines");
  for (const bool latin : {false, true}) {
    for (const std::size_t length : {200UL, 400UL, 2000UL, 4000UL, 8000UL, 100000UL}) {
      const std::string text = prose(length, latin);
      const int rounds = static_cast<int>(400000 / length) + 1;
      double prepare = 0, lines = 0;
      std::size_t count = 0;
      for (int round = -1; round < rounds; ++round) {  // the first warms the caches
        Run run;
        run.text = text;
        run.style.size = style.em;
        const double begin = now();
        const Paragraph p = Paragraph::prepare({run}, style, *fonts, diagnostics);
        const double first = now() - begin;
        const double middle = now();
        const auto set = p.lines(style.em * 46, diagnostics);
        if (round < 0) continue;
        prepare += first;
        lines += now() - middle;
        count = set.size();
      }
      const double per = 1e9 / (static_cast<double>(length) * rounds);
      std::printf("%-10s %10zu %14.1f %14.1f %10zu\n", latin ? "mixed" : "Han", length, prepare * per, lines * per,
                  count);
    }
  }
  return diagnostics.all().empty() ? 0 : 1;
}
