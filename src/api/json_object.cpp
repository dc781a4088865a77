#include "api/json_object.hpp"

#include <fmt/format.h>

#include <cmath>

namespace banxin::api {

std::string json_string(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      result += '\\';
      result += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      result += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    } else {
      result += c;
    }
  }
  return result + '"';
}

std::string json_number(Length length) { return json_number(length.to_pt()); }

std::string json_number(double value) {
  const double rounded = std::round(value * 1000) / 1000;
  return fmt::format("{}", rounded == 0 ? 0.0 : rounded);  // no -0
}

JsonObject& JsonObject::add_raw(std::string_view name, std::string_view json) {
  if (members_.size() > 1) members_ += ", ";
  members_ += json_string(name);
  members_ += ": ";
  members_ += json;
  return *this;
}

JsonArray& JsonArray::add(std::string_view json) {
  if (items_.size() > 1) items_ += ", ";
  items_ += json;
  return *this;
}

}  // namespace banxin::api
