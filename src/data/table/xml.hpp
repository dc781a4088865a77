// XML as events, by expat.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace banxin::data {

/// Attributes of an element, by name without prefix; empty text for none.
class XmlAttributes {
 public:
  explicit XmlAttributes(const char** pairs) : pairs_(pairs) {}
  std::string_view operator[](std::string_view name) const;

 private:
  const char** pairs_;
};

struct XmlHandler {
  std::function<void(std::string_view name, const XmlAttributes&)> begin;
  std::function<void(std::string_view name)> end;
  std::function<void(std::string_view text)> text;
};

/// False if the text is no XML or declares entities, which may expand without end. Names lose their prefix.
bool read_xml(std::string_view text, const XmlHandler& handler);

}  // namespace banxin::data
