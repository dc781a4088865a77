#include "model/numbering_table.hpp"

namespace banxin::model {

namespace {

/// `true`, `false`, or a pattern with {n}.
Type<NumberPattern> pattern() {
  Type<NumberPattern> words = through<NumberPattern>(
      text("a pattern such as 图{n}"),
      [](Reader& reader, source::YamlNode node, std::string&& value, NumberPattern& out) {
        if (value.find("{n}") == std::string::npos) {
          reader.report(MessageId::number_pattern, node.span(), {value}, "write {n} where the number goes");
          return false;
        }
        out.text = {std::move(value), node.span()};
        return true;
      });
  Type<NumberPattern> flag =
      through<NumberPattern>(boolean(), [](Reader&, source::YamlNode node, bool on, NumberPattern& out) {
        out.text = {on ? "{n}" : "", node.span()};
        out.off = !on;
        return true;
      });
  flag.fits = [](source::YamlNode node) {
    return node.is_scalar() && (node.text() == "true" || node.text() == "false");
  };
  return either(std::move(flag), std::move(words));
}

}  // namespace

const Object<Numbering>& numbering_table() {
  static const Object<Numbering> table =
      Object<Numbering>("numbering", "the numbering", "Numbers of figures, tables and headings.")
          .key("figures", &Numbering::figures, pattern(),
               "Numbers of charts and images with a title, a caption or an `id`: `true`, or a pattern such as `图{n}` "
               "or "
               "`图{chapter}-{n}`, whose numbers begin again in each chapter.",
               by_default("false"))
          .key("tables", &Numbering::tables, pattern(), "Numbers of tables with a caption or an `id`.",
               by_default("false"))
          .key("headings", &Numbering::headings, pattern(),
               "Numbers of headings: 第一章, 1.1, 1.1.1 … A pattern is that of level 1.", by_default("false"));
  return table;
}

}  // namespace banxin::model
