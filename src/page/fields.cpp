#include "page/fields.hpp"

#include <map>

namespace banxin::page {

namespace {

/// The title in another language that a field names; null if the field is no such title or there is none.
const model::Title* other_title(std::string_view field, const FieldSource& source) {
  const auto& document = source.document;
  const auto& section = source.section;
  const Language main = document.lang.language;
  const Language main_of_section = section.lang ? section.lang->language : main;
  if (field == "section.english") return model::title_in(section.titles, Language::en);
  if (field == "section.second_title") return model::second_title(section.titles, main_of_section);
  if (field == "report.second_title") return model::second_title(document.titles, main);
  for (const auto& [prefix, titles] :
       {std::pair<std::string_view, const model::Titles&>{"section.title.", section.titles},
        {"report.title.", document.titles}}) {
    if (!field.starts_with(prefix)) continue;
    const auto language = language_of_tag(field.substr(prefix.size()));
    return language ? model::title_in(titles, *language) : nullptr;
  }
  return nullptr;
}

bool names_title(std::string_view field) {
  for (const std::string_view prefix : {"section.title.", "report.title."}) {
    if (field.starts_with(prefix) && language_of_tag(field.substr(prefix.size()))) return true;
  }
  return false;
}

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
      {"section.number", section.number.value},
      {"section.kicker", section.kicker.value},
      {"folio", source.folio},
  };
  for (const char* name : {"section.english", "section.second_title", "report.second_title"}) {
    const model::Title* title = other_title(name, source);
    fields[name] = title ? title->text.value : std::string{};
  }
  for (const auto& [name, value] : document.fields) fields["field." + name] = value.value;
  for (const auto& [name, value] : section.fields) fields["field." + name] = value.value;
  return fields;
}

}  // namespace

std::optional<LanguageTag> language_of(const Spanned<std::string>& text, const FieldSource& source) {
  const std::string_view pattern = text.value;
  if (pattern.size() < 2 || !pattern.starts_with('{') || pattern.find('}') != pattern.size() - 1) return std::nullopt;
  const model::Title* title = other_title(pattern.substr(1, pattern.size() - 2), source);
  return title ? std::optional(title->lang) : std::nullopt;
}

std::string fill_fields(const Spanned<std::string>& text, const FieldSource& source, Diagnostics& diagnostics) {
  const std::string& pattern = text.value;
  if (pattern.find('{') == std::string::npos) return pattern;
  const auto fields = known_fields(source);
  std::string out;
  bool all_empty = true;  // a text whose fields are all empty is not printed
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
    } else if (names_title(name)) {
      const model::Title* title = other_title(name, source);
      if (title) out += title->text.value;
      all_empty &= !title || title->text.value.empty();
    } else if (!name.starts_with("field.")) {  // {field.X} is optional
      std::vector<std::string_view> names;
      for (const auto& [known, unused] : fields) names.push_back(known);
      diagnostics.report(MessageId::field_unknown, text.span, {name}, did_you_mean(name, names, "fields are"));
    }
    at = close + 1;
  }
  return all_empty ? std::string{} : out;
}

}  // namespace banxin::page
