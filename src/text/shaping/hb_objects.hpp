// Owners of HarfBuzz objects; languages and ICU scripts converted to HarfBuzz's.
#pragma once

#include <hb.h>
#include <unicode/uscript.h>

#include <memory>

#include "core/language.hpp"

namespace banxin::text {

template <auto destroy>
struct HbDelete {
  template <class T>
  void operator()(T* p) const {
    destroy(p);
  }
};
using HbSet = std::unique_ptr<hb_set_t, HbDelete<hb_set_destroy>>;
using HbBuffer = std::unique_ptr<hb_buffer_t, HbDelete<hb_buffer_destroy>>;

hb_language_t to_hb(Language language);
hb_script_t to_hb(UScriptCode script);

}  // namespace banxin::text
