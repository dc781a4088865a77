#include "cli/number_list.hpp"

#include <string_view>

namespace banxin::cli {

namespace {

std::string csv_field(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + "\"";
}

std::string csv(const std::vector<api::Number>& numbers) {
  std::string out = "page,label,text,use,expression,provenance,source,file,line,column\r\n";
  for (const api::Number& number : numbers) {
    out += number.page == 0 ? "" : std::to_string(number.page);
    for (const std::string* field : {&number.label, &number.text, &number.use, &number.expression, &number.provenance,
                                     &number.source, &number.file}) {
      out += "," + csv_field(*field);
    }
    out += "," + std::to_string(number.line) + "," + std::to_string(number.column) + "\r\n";
  }
  return out;
}

std::string json_text(std::string_view text) {
  constexpr std::string_view hex = "0123456789abcdef";
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += std::string("\\") + c;
    } else if (byte < 0x20) {
      out += std::string("\\u00") + hex[byte >> 4] + hex[byte & 15];
    } else {
      out += c;
    }
  }
  return out + "\"";
}

std::string json(const std::vector<api::Number>& numbers) {
  std::string out = "[";
  for (const api::Number& number : numbers) {
    out += out.size() > 1 ? ",\n " : "\n ";
    out += "{\"page\": " + (number.page == 0 ? std::string("null") : std::to_string(number.page));
    const auto member = [&out](const char* name, const std::string& value) {
      out += std::string(", \"") + name + "\": " + (value.empty() ? "null" : json_text(value));
    };
    member("label", number.label);
    member("text", number.text);
    member("use", number.use);
    member("expression", number.expression);
    member("provenance", number.provenance);
    member("source", number.source);
    member("file", number.file);
    out += ", \"line\": " + std::to_string(number.line) + ", \"column\": " + std::to_string(number.column) + "}";
  }
  return out + "\n]\n";
}

std::string text(const std::vector<api::Number>& numbers) {
  std::string out;
  std::size_t page = static_cast<std::size_t>(-1);
  for (const api::Number& number : numbers) {
    if (number.page != page) {
      page = number.page;
      out += page == 0 ? "on no page:\n" : "page " + std::to_string(page);
      if (page > 0) out += (number.label.empty() ? "" : " (" + number.label + ")") + ":\n";
    }
    out += "  " + number.text + "  " + (number.expression.empty() ? "bound to nothing" : number.expression);
    if (!number.expression.empty()) out += "  " + (number.provenance.empty() ? "no provenance" : number.provenance);
    if (!number.source.empty()) out += ", " + number.source;
    out += "  " + number.file + ":" + std::to_string(number.line) + ":" + std::to_string(number.column) + "\n";
  }
  return out;
}

}  // namespace

std::string number_list(const std::vector<api::Number>& numbers, const std::string& format) {
  return format == "csv" ? csv(numbers) : format == "json" ? json(numbers) : text(numbers);
}

}  // namespace banxin::cli
