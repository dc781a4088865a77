// The numbers of a report by page.
#pragma once

#include <vector>

#include "api/banxin.hpp"
#include "data/bound_number.hpp"
#include "page/paged_document.hpp"
#include "source/source_files.hpp"

namespace banxin::api {

/// Finds the page of each number by the span of what is printed there; `document` may be null.
std::vector<Number> located(const std::vector<data::BoundNumber>& numbers, const page::PagedDocument* document,
                            const source::SourceFiles& files);

}  // namespace banxin::api
