#include "model/numbering.hpp"

namespace banxin::model {

bool NumberPattern::has_words() const {
  std::string rest = text.value;
  for (const std::string_view field : {"{n}", "{chapter}"}) {
    if (const auto at = rest.find(field); at != std::string::npos) rest.erase(at, field.size());
  }
  for (const char c : rest) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80 || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z')) return true;
  }
  return false;
}

void Numbering::complete(const Numbering& base) {
  if (!figures) figures = base.figures;
  if (!tables) tables = base.tables;
  if (!headings) headings = base.headings;
}

}  // namespace banxin::model
