// All pictures of a document, each file decoded once.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "core/diagnostic.hpp"
#include "image/image.hpp"
#include "model/document.hpp"
#include "source/source_files.hpp"

namespace banxin::image {

/// By path as content writes it; files of equal bytes share one image. Null where an error was reported.
using Store = std::map<std::string, std::shared_ptr<const Image>, std::less<>>;

/// Reads what the document's image blocks name, on up to `threads` threads; the result does not depend on their number.
/// Diagnostics B101–B104 and those of `decode`, at the first place where a file is named.
Store load(const model::Document& document, source::SourceFiles& files, unsigned threads, Diagnostics& diagnostics);

}  // namespace banxin::image
