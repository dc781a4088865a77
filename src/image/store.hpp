// Loads all pictures of a document, each file once. The first step of this folder; decode.hpp is the next.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "core/diagnostic.hpp"
#include "image/image.hpp"
#include "model/document.hpp"
#include "source/source_files.hpp"

namespace banxin::image {

/// By path in the content; identical files share one image. Null where an error was reported.
using Store = std::map<std::string, std::shared_ptr<const Image>, std::less<>>;

/// Reads the files of all image blocks on up to `threads` threads; the result does not depend on their number.
/// Diagnostics B101–B104 and those of `decode`, at the first span that names a file.
Store load(const model::Document& document, source::SourceFiles& files, unsigned threads, Diagnostics& diagnostics);

}  // namespace banxin::image
