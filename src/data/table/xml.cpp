#include "data/table/xml.hpp"

#include <expat.h>

#include <memory>
#include <new>
#include <type_traits>

namespace banxin::data {

namespace {

std::string_view local(std::string_view name) {
  const std::size_t colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

struct FreeParser {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

}  // namespace

std::string_view XmlAttributes::operator[](std::string_view name) const {
  for (const char** pair = pairs_; *pair != nullptr; pair += 2) {
    if (local(pair[0]) == name) return pair[1];
  }
  return {};
}

bool read_xml(std::string_view text, const XmlHandler& handler) {
  const std::unique_ptr<std::remove_pointer_t<XML_Parser>, FreeParser> parser(XML_ParserCreate(nullptr));
  if (parser == nullptr) throw std::bad_alloc();
  XML_SetUserData(parser.get(), const_cast<XmlHandler*>(&handler));
  XML_SetElementHandler(
      parser.get(),
      [](void* data, const char* name, const char** attributes) {
        const auto* to = static_cast<const XmlHandler*>(data);
        if (to->begin) to->begin(local(name), XmlAttributes(attributes));
      },
      [](void* data, const char* name) {
        const auto* to = static_cast<const XmlHandler*>(data);
        if (to->end) to->end(local(name));
      });
  XML_SetCharacterDataHandler(parser.get(), [](void* data, const char* piece, int length) {
    const auto* to = static_cast<const XmlHandler*>(data);
    if (to->text) to->text({piece, static_cast<std::size_t>(length)});
  });
  // A document type is the way to entities that expand without end; workbooks have none.
  if (text.find("<!DOCTYPE") != std::string_view::npos || text.find("<!ENTITY") != std::string_view::npos) return false;
  return XML_Parse(parser.get(), text.data(), static_cast<int>(text.size()), 1) == XML_STATUS_OK;
}

}  // namespace banxin::data
