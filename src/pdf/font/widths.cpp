#include "pdf/font/widths.hpp"

#include "pdf/object/number.hpp"

namespace banxin::pdf {
namespace {

constexpr int decimals = 3;
// From this many equal neighbors on, “first last width” is shorter than a list.
constexpr std::size_t worth_a_range = 4;

/// Both arrays: runs of consecutive CIDs, in which a stretch of equal entries becomes a range.
template <class Entry, class Same, class Append>
std::string array_of(const std::vector<Entry>& entries, Same same, Append append) {
  std::string out;
  bool in_list = false;
  const auto close = [&] {
    if (in_list) out += ']';
    in_list = false;
  };
  for (std::size_t i = 0; i < entries.size();) {
    std::size_t end = i + 1;
    while (end < entries.size() && entries[end].cid == entries[end - 1].cid + 1 && same(entries[end], entries[i]))
      ++end;
    if (end - i >= worth_a_range) {
      close();
      if (!out.empty() && out.back() != ']') out += ' ';
      append_integer(out, entries[i].cid);
      out += ' ';
      append_integer(out, entries[end - 1].cid);
      out += ' ';
      append(out, entries[i]);
    } else {
      for (std::size_t k = i; k < end; ++k) {
        if (in_list && entries[k].cid != entries[k - 1].cid + 1) close();
        if (in_list) {
          out += ' ';
        } else {
          if (!out.empty() && out.back() != ']') out += ' ';
          append_integer(out, entries[k].cid);
          out += '[';
          in_list = true;
        }
        append(out, entries[k]);
      }
    }
    i = end;
  }
  close();
  return out.empty() ? out : "[" + std::move(out) + "]";
}

}  // namespace

std::string width_array(const std::vector<CidWidth>& widths, int default_width) {
  std::vector<CidWidth> special;
  for (const CidWidth& entry : widths) {
    if (entry.width != default_width) special.push_back(entry);
  }
  return array_of(
      special, [](const CidWidth& a, const CidWidth& b) { return a.width == b.width; },
      [](std::string& out, const CidWidth& entry) { append_number(out, entry.width, decimals); });
}

std::string vertical_default_array(double origin_y, double advance) {
  std::string out = "[";
  append_number(out, origin_y, decimals);
  out += ' ';
  append_number(out, advance, decimals);
  return out + "]";
}

std::string vertical_width_array(const std::vector<CidVertical>& metrics) {
  return array_of(
      metrics,
      [](const CidVertical& a, const CidVertical& b) {
        return a.advance == b.advance && a.origin_x == b.origin_x && a.origin_y == b.origin_y;
      },
      [](std::string& out, const CidVertical& entry) {
        append_number(out, entry.advance, decimals);
        out += ' ';
        append_number(out, entry.origin_x, decimals);
        out += ' ';
        append_number(out, entry.origin_y, decimals);
      });
}

}  // namespace banxin::pdf
