#include "text/shaping/hb_objects.hpp"

#include <string_view>

namespace banxin::text {

hb_language_t to_hb(Language language) {
  const std::string_view name = tag(language);
  return hb_language_from_string(name.data(), static_cast<int>(name.size()));
}

hb_script_t to_hb(UScriptCode script) {
  switch (script) {
    case USCRIPT_LATIN: return HB_SCRIPT_LATIN;
    case USCRIPT_HAN: return HB_SCRIPT_HAN;
    default: break;
  }
  const char* name = uscript_getShortName(script);
  return name == nullptr ? HB_SCRIPT_COMMON : hb_script_from_string(name, 4);
}

}  // namespace banxin::text
