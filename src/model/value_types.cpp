#include "model/value_types.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cmath>

#include "model/inline_reader.hpp"

namespace banxin::model {

namespace {

struct Unit {
  std::string_view name;
  Length (*absolute)(double);  ///< null for relative units
  Measure::Unit unit;
};

constexpr std::array<Unit, 9> units = {{{"mm", Length::mm, Measure::Unit::absolute},
                                        {"cm", Length::cm, Measure::Unit::absolute},
                                        {"in", Length::inch, Measure::Unit::absolute},
                                        {"pt", Length::pt, Measure::Unit::absolute},
                                        {"Q", Length::q, Measure::Unit::absolute},
                                        {"em", nullptr, Measure::Unit::em},
                                        {"lines", nullptr, Measure::Unit::lines},
                                        {"line", nullptr, Measure::Unit::lines},
                                        {"%", nullptr, Measure::Unit::percent}}};
constexpr std::string_view unit_list = "mm, cm, in, pt, Q, em, lines, %";

/// Much larger than any sheet; sums of lengths cannot overflow.
constexpr double longest_mm = 100'000;
constexpr double largest_relative = 10'000;

bool read_measure(Reader& reader, source::YamlNode node, std::string_view name, const Shape& shape, Measure& out) {
  if (!node.is_scalar()) {
    reader.wrong_type(node, name, shape.words);
    return false;
  }
  const std::string_view text = node.text();
  double value = 0;
  const char* const first = text.data() + (text.starts_with('+') ? 1 : 0);
  const auto [end, error] = std::from_chars(first, text.data() + text.size(), value, std::chars_format::fixed);
  if (error != std::errc{} || !std::isfinite(value)) {
    reader.wrong_type(node, name, shape.words);
    return false;
  }
  auto at = static_cast<std::size_t>(end - text.data());
  const std::string_view digits = text.substr(0, at);
  while (at < text.size() && text[at] == ' ') ++at;
  const std::string_view unit_name = text.substr(at);
  out.span = node.span();
  if (unit_name.empty()) {
    if (value == 0) return true;
    reader.report(MessageId::unit_missing, node.span(), {text},
                  fmt::format("write {}mm or {}pt; units are {}", digits, digits, unit_list));
    return false;
  }
  for (const Unit& unit : units) {
    if (unit.name != unit_name) continue;
    out.unit = unit.unit;
    const bool absolute = unit.absolute != nullptr;
    const double bound = absolute ? longest_mm : largest_relative;
    const double size = absolute ? unit.absolute(1).to_mm() * value : value;
    if (std::abs(size) > bound) {
      reader.report(MessageId::number_out_of_range, node.span(),
                    {name, fmt::format("-{}{}", bound, absolute ? "mm" : unit.name),
                     fmt::format("{}{}", bound, absolute ? "mm" : unit.name), text});
      return false;
    }
    if (absolute) {
      out.length = unit.absolute(value);
    } else {
      out.number = value;
    }
    return true;
  }
  std::vector<std::string_view> names;
  for (const Unit& unit : units) names.push_back(unit.name);
  const std::string_view near = nearest(unit_name, names);
  std::string suggestion = near.empty() ? fmt::format("units are {}", unit_list)
                                        : fmt::format("did you mean {}{}? Units are {}", digits, near, unit_list);
  reader.report(MessageId::unit_unknown,
                node.map().at(static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(text.size())), {unit_name},
                std::move(suggestion));
  return false;
}

bool digits_only(std::string_view text) {
  for (const char c : text) {
    if (c < '0' || c > '9') return false;
  }
  return !text.empty();
}

int number_of(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

int days_of(int year, int month) {
  constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : days[static_cast<std::size_t>(month - 1)];
}

bool valid_date(std::string_view text) {
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
  if (!digits_only(text.substr(0, 4)) || number_of(text.substr(0, 4)) == 0) return false;
  if (text.size() == 4) return true;
  if (text[4] != '-' || !digits_only(text.substr(5, 2))) return false;
  const int month = number_of(text.substr(5, 2));
  if (month < 1 || month > 12) return false;
  if (text.size() == 7) return true;
  if (text[7] != '-' || !digits_only(text.substr(8, 2))) return false;
  const int day = number_of(text.substr(8, 2));
  return day >= 1 && day <= days_of(number_of(text.substr(0, 4)), month);
}

/// The date that is probably meant by "2023/3", "2023.03.01", "2023年3月"; empty if none.
std::string meant_date(std::string_view text) {
  std::vector<int> numbers;
  bool inside = false;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      if (!inside) numbers.push_back(0);
      if (numbers.back() < 10000) numbers.back() = numbers.back() * 10 + (c - '0');
      inside = true;
    } else {
      inside = false;
    }
  }
  std::string result;
  if (!numbers.empty() && numbers.size() <= 3) {
    result = fmt::format("{:04}", numbers[0]);
    for (std::size_t i = 1; i < numbers.size(); ++i) result += fmt::format("-{:02}", numbers[i]);
  }
  return valid_date(result) ? result : std::string{};
}

Type<std::vector<InlineText>> paragraphs_type(Marks marks) {
  return through<std::vector<InlineText>>(
      text(marks == Marks::all ? "text" : "text without marks"),
      [marks](Reader& reader, source::YamlNode node, std::string&&, std::vector<InlineText>& out) {
        out = read_paragraphs(node, marks, reader.diagnostics());
        if (!out.empty()) return true;
        reader.report(MessageId::value_missing, node.span(), {marks == Marks::all ? "text" : "literal"},
                      "write the text, or remove the block");
        return false;
      });
}

}  // namespace

Type<Measure> measure() {
  Shape shape;
  shape.words = "a length such as 10pt";
  shape.pattern = R"(^[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+) *(mm|cm|in|pt|Q|em|lines?|%)$|^0$)";
  auto shared = std::make_shared<const Shape>(std::move(shape));
  return {shared, [shared](Reader& reader, source::YamlNode node, std::string_view name, Measure& out) {
            return read_measure(reader, node, name, *shared, out);
          }};
}

namespace {

double amount(const Measure& measure) {
  return measure.unit == Measure::Unit::absolute ? measure.length.to_pt() : measure.number;
}

Type<Measure> measure_above(bool zero_too) {
  Type<Measure> type = measure();
  type.read = [read = std::move(type.read), zero_too](Reader& reader, source::YamlNode node, std::string_view name,
                                                      Measure& out) {
    if (!read(reader, node, name, out)) return false;
    if (amount(out) > 0 || (zero_too && amount(out) == 0)) return true;
    reader.report(MessageId::number_out_of_range, node.span(),
                  {name, zero_too ? "0" : "0.01pt", "100000mm", std::string(node.text())});
    return false;
  };
  return type;
}

}  // namespace

Type<Measure> positive_measure() { return measure_above(false); }
Type<Measure> unsigned_measure() { return measure_above(true); }

Type<std::string> date() {
  return through<std::string>(text_like("a date: YYYY, YYYY-MM or YYYY-MM-DD", "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"),
                              [](Reader& reader, source::YamlNode node, std::string&& value, std::string& out) {
                                if (!valid_date(value)) {
                                  const std::string meant = meant_date(value);
                                  reader.report(MessageId::date_invalid, node.span(), {value},
                                                meant.empty()
                                                    ? "write it as YYYY, YYYY-MM or YYYY-MM-DD, such as 2023-03"
                                                    : fmt::format("write {}", meant));
                                  return false;
                                }
                                out = std::move(value);
                                return true;
                              });
}

Type<int> weight() {
  static constexpr std::array<std::pair<std::string_view, int>, 10> names = {{{"thin", 100},
                                                                              {"extralight", 200},
                                                                              {"light", 300},
                                                                              {"regular", 400},
                                                                              {"medium", 500},
                                                                              {"semibold", 600},
                                                                              {"bold", 700},
                                                                              {"extrabold", 800},
                                                                              {"heavy", 900},
                                                                              {"black", 900}}};
  std::vector<Word<int>> words;
  for (const auto& [name, value] : names) words.push_back({std::string(name), value, fmt::format("{}", value)});
  Type<int> by_number = integer(1, 1000);
  by_number.fits = [](source::YamlNode node) {
    return node.is_scalar() && !node.text().empty() && node.text()[0] >= '0' && node.text()[0] <= '9';
  };
  return either(std::move(by_number), choice<int>(std::move(words)));
}

namespace {

constexpr std::string_view languages = "supported are zh (zh-CN, zh-TW, zh-Hant-HK …), ja, ko and en";

/// Reports what is wrong with the tag that is the text of `node`.
bool read_language(Reader& reader, source::YamlNode node, LanguageTag& out) {
  const std::string_view tag = node.text();
  const bool well_formed = is_well_formed_tag(tag);
  if (const auto language = well_formed ? language_of_tag(tag) : std::nullopt) {
    out = LanguageTag(std::string(tag), *language);
    return true;
  }
  const std::string meant = suggested_tag(tag);
  reader.report(well_formed ? MessageId::language_unsupported : MessageId::language_malformed, node.span(), {tag},
                meant.empty() ? std::string(languages) : fmt::format("did you mean `{}`?", meant));
  return false;
}

}  // namespace

Type<LanguageTag> language() {
  return through<LanguageTag>(text_like("a language tag such as zh-CN", "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"),
                              [](Reader& reader, source::YamlNode node, std::string&&, LanguageTag& out) {
                                return read_language(reader, node, out);
                              });
}

Type<Titles> titles() {
  const Type<PrintableText> value = printable();
  Type<Titles> type;
  type.shape = detail::map_shape(value.shape);
  type.partial = true;
  type.read = [value, shape = type.shape](Reader& reader, source::YamlNode node, std::string_view name, Titles& out) {
    if (!detail::is_mapping(reader, node, name, *shape)) return false;
    bool good = true;
    node.each_entry([&](source::YamlNode key, source::YamlNode entry) {
      Title title;
      const bool read = read_language(reader, key, title.lang) && detail::has_value(reader, key, entry, false) &&
                        value.read(reader, entry, key.text(), title.text);
      good = good && read;
      if (!read) return;
      if (title_in(out, title.lang.language) != nullptr) {
        reader.report(MessageId::yaml_key_twice, key.span(), {key.text()}, "write one title for each language");
        good = false;
        return;
      }
      out.push_back(std::move(title));
    });
    return good;
  };
  return type;
}

Type<LineBreakLevel> line_break_level() {
  return choice<LineBreakLevel>({{"basic", LineBreakLevel::basic, "only what Unicode forbids"},
                                 {"gb", LineBreakLevel::gb, "GB/T 15834"},
                                 {"strict", LineBreakLevel::strict, "the strictest rules"}});
}

Type<Provenance> provenance() {
  return choice<Provenance>(
      {{"published", Provenance::published, "the source states this number"},
       {"derived", Provenance::derived, "follows from numbers that the source states"},
       {"reconstructed", Provenance::reconstructed, "made up so as to agree with what the source states"}});
}

Type<PrintableText> printable(std::string words) {
  return through<PrintableText>(text(std::move(words)),
                                [](Reader& reader, source::YamlNode node, std::string&& value, PrintableText& out) {
                                  out = {std::move(value), node.span()};
                                  out.bound = read_values(node, reader.diagnostics());
                                  return true;
                                });
}

Type<Expression> expression() {
  return through<Expression>(text("an expression"),
                             [](Reader&, source::YamlNode node, std::string&& value, Expression& out) {
                               out = {std::move(value), node.map(), node.span()};
                               return true;
                             });
}

Type<PrintableText> title_text() {
  return through<PrintableText>(
      printable(), [](Reader& reader, source::YamlNode node, PrintableText&& value, PrintableText& out) {
        out = std::move(value);
        if (out.value.find_first_not_of(" \t\n") != std::string::npos) return true;
        reader.report(MessageId::text_empty, node.span(), {}, "write it, or leave the key out");
        return false;
      });
}

namespace {

Type<InlineText> prose_type(bool may_be_empty) {
  return through<InlineText>(text(),
                             [may_be_empty](Reader& reader, source::YamlNode node, std::string&&, InlineText& out) {
                               out = read_inline(node, reader.diagnostics());
                               if (may_be_empty || !out.empty()) return true;
                               reader.report(MessageId::text_empty, node.span(), {}, "write it, or leave the key out");
                               return false;
                             });
}

}  // namespace

Type<InlineText> prose() { return prose_type(false); }

Type<InlineText> cell() {
  Type<InlineText> type = prose_type(true);
  type.accepts_empty = true;
  type.read = [read = std::move(type.read)](Reader& reader, source::YamlNode node, std::string_view name,
                                            InlineText& out) {
    if (node.kind() != source::NodeKind::null || !node.text().empty()) return read(reader, node, name, out);
    out.span = node.span();
    return true;
  };
  return type;
}

Type<std::vector<InlineText>> paragraphs() { return paragraphs_type(Marks::all); }
Type<std::vector<InlineText>> literal_paragraphs() { return paragraphs_type(Marks::none); }

}  // namespace banxin::model
