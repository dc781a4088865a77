// The tables of style values and page sizes, shared by reports and layouts.
#pragma once

#include "model/document.hpp"
#include "model/schema.hpp"

namespace banxin::model {

const Object<StyleValues>& style_table();
const Object<PageOverride>& page_table();

struct PageKey {
  std::string name;
  std::optional<Measure> PageOverride::*member;
  std::string doc;
};
const std::vector<PageKey>& page_keys();
Type<Measure> page_measure();

/// Adds the page's keys to the table of a struct with a member PageOverride and other keys.
template <class T>
void add_page_keys(Object<T>& table, PageOverride T::*page) {
  for (const PageKey& key : page_keys()) {
    table.key(
        key.name, page_measure(),
        [page, member = key.member](T& object, Measure value, Span) { object.*page.*member = value; }, key.doc);
  }
}

}  // namespace banxin::model
