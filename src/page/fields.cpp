#include "page/fields.hpp"

#include <map>

namespace banxin::page {

namespace {

std::map<std::string, std::string, std::less<>> known_fields(const FieldSource& source) {
  const auto& document = source.document;
  const auto& section = source.section;
  std::map<std::string, std::string, std::less<>> fields{
      {"report.title", document.title.value},
      {"report.subtitle", document.subtitle.value},
      {"report.short_title", document.short_title.value.empty() ? document.title.value : document.short_title.value},
      {"report.author", document.author.value},
      {"report.publisher", document.publisher.value},
      {"report.date", document.date.value},
      {"section.title", section.title.value},
      {"section.english", section.english.value},
      {"section.number", section.number.value},
      {"section.kicker", section.kicker.value},
      {"folio", source.folio},
  };
  for (const auto& [name, value] : document.fields) fields["field." + name] = value.value;
  for (const auto& [name, value] : section.fields) fields["field." + name] = value.value;
  return fields;
}

}  // namespace

std::string fill_fields(const Spanned<std::string>& text, const FieldSource& source, Diagnostics& diagnostics) {
  const std::string& pattern = text.value;
  if (pattern.find('{') == std::string::npos) return pattern;
  const auto fields = known_fields(source);
  std::string out;
  bool all_empty = true;  // a text whose fields are all empty is not printed at all
  for (std::size_t at = 0; at < pattern.size();) {
    const std::size_t open = pattern.find('{', at);
    out += pattern.substr(at, open - at);
    if (open == std::string::npos) break;
    const std::size_t close = pattern.find('}', open);
    if (close == std::string::npos) {
      out += pattern.substr(open);
      all_empty = false;
      break;
    }
    const std::string name = pattern.substr(open + 1, close - open - 1);
    if (auto found = fields.find(name); found != fields.end()) {
      out += found->second;
      all_empty &= found->second.empty();
    } else if (!name.starts_with("field.")) {  // a section may leave out a free field
      std::vector<std::string_view> names;
      for (const auto& [known, unused] : fields) names.push_back(known);
      diagnostics.report(MessageId::field_unknown, text.span, {name}, did_you_mean(name, names, "fields are"));
    }
    at = close + 1;
  }
  return all_empty ? std::string{} : out;
}

}  // namespace banxin::page
