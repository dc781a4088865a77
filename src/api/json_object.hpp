// JSON for diagnostics and dumps: objects on one line, members in the order in which they are added.
#pragma once

#include <concepts>
#include <string>
#include <string_view>

#include "core/length.hpp"

namespace banxin::api {

/// `text` in quotes, escaped (RFC 8259, 7); non-ASCII characters are not escaped.
std::string json_string(std::string_view text);
/// Points with at most three decimals: people read dumps, and a thousandth of a point is invisible.
std::string json_number(Length length);
std::string json_number(double value);

class JsonObject {
 public:
  JsonObject& add(std::string_view name, std::string_view text) { return add_raw(name, json_string(text)); }
  JsonObject& add(std::string_view name, const char* text) { return add(name, std::string_view(text)); }
  JsonObject& add(std::string_view name, const std::string& text) { return add(name, std::string_view(text)); }
  JsonObject& add(std::string_view name, Length length) { return add_raw(name, json_number(length)); }
  JsonObject& add(std::string_view name, std::floating_point auto value) { return add_raw(name, json_number(value)); }
  JsonObject& add(std::string_view name, std::same_as<bool> auto value) {
    return add_raw(name, value ? "true" : "false");
  }
  JsonObject& add(std::string_view name, std::integral auto value) requires(!std::same_as<decltype(value), bool>) {
    return add_raw(name, std::to_string(value));
  }
  /// `json` is JSON already.
  JsonObject& add_raw(std::string_view name, std::string_view json);
  [[nodiscard]] std::string text() const { return members_ + "}"; }

 private:
  std::string members_ = "{";
};

/// [a, b, …] of pieces of JSON.
class JsonArray {
 public:
  JsonArray& add(std::string_view json);
  [[nodiscard]] std::string text() const { return items_ + "]"; }

 private:
  std::string items_ = "[";
};

}  // namespace banxin::api
