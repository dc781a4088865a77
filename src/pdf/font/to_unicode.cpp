#include "pdf/font/to_unicode.hpp"

#include <algorithm>
#include <string_view>

#include "pdf/object/syntax.hpp"

namespace banxin::pdf {
namespace {

constexpr std::size_t max_block = 100;  // TN 5014, section on operators: entries between begin… and end…

void append_hex(std::string& out, std::string_view bytes) {
  constexpr char digits[] = "0123456789ABCDEF";
  out += '<';
  for (const char c : bytes) {
    out += digits[static_cast<unsigned char>(c) >> 4];
    out += digits[static_cast<unsigned char>(c) & 15];
  }
  out += '>';
}

void append_code(std::string& out, unsigned code) {
  const char bytes[] = {static_cast<char>(code >> 8), static_cast<char>(code & 0xff)};
  append_hex(out, {bytes, 2});
}

/// Codes [first, last] of consecutive characters; `text` is UTF-16BE of the first.
struct Range {
  unsigned first, last;
  std::string text;
};

bool continues(const Range& range, unsigned code, const std::string& text) {
  // A reader increments only the last byte of code and text, so both must stay within it.
  if (code != range.last + 1 || code >> 8 != range.first >> 8 || text.size() != range.text.size()) return false;
  const unsigned base = static_cast<unsigned char>(range.text.back());
  return std::equal(text.begin(), text.end() - 1, range.text.begin()) &&
         static_cast<unsigned char>(text.back()) == base + (code - range.first);
}

void append_blocks(std::string& out, const std::vector<Range>& ranges, std::string_view what, bool with_end) {
  for (std::size_t begin = 0; begin < ranges.size(); begin += max_block) {
    const std::size_t end = std::min(begin + max_block, ranges.size());
    out += std::to_string(end - begin);
    out += " begin";
    out += what;
    out += '\n';
    for (std::size_t i = begin; i < end; ++i) {
      append_code(out, ranges[i].first);
      if (with_end) append_code(out, ranges[i].last);
      append_hex(out, ranges[i].text);
      out += '\n';
    }
    out += "end";
    out += what;
    out += '\n';
  }
}

}  // namespace

std::string to_unicode_cmap(const std::vector<CodeText>& codes) {
  std::vector<Range> single, ranges;
  const auto finish = [&](Range&& range) { (range.first == range.last ? single : ranges).push_back(std::move(range)); };
  Range open{1, 0, {}};
  for (const CodeText& entry : codes) {
    std::string text = utf16be(entry.text);
    if (open.first <= open.last && continues(open, entry.code, text)) {
      open.last = entry.code;
      continue;
    }
    if (open.first <= open.last) finish(std::move(open));
    open = {entry.code, entry.code, std::move(text)};
  }
  if (open.first <= open.last) finish(std::move(open));

  std::string out =
      "/CIDInit /ProcSet findresource begin\n"
      "12 dict begin\n"
      "begincmap\n"
      "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
      "/CMapName /Adobe-Identity-UCS def\n"
      "/CMapType 2 def\n"
      "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n";
  append_blocks(out, single, "bfchar", false);
  append_blocks(out, ranges, "bfrange", true);
  out += "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
  return out;
}

}  // namespace banxin::pdf
