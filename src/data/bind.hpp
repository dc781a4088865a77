// The document with its data: tables and files joined, values printed, words and claims checked.
#pragma once

#include <vector>

#include "core/diagnostic.hpp"
#include "data/bound_number.hpp"
#include "data/expression/environment.hpp"
#include "model/document.hpp"
#include "source/source_files.hpp"

namespace banxin::data {

struct BoundDocument {
  model::Document document;
  Tables tables;
  std::vector<BoundNumber> numbers;  ///< in the order of the document
};

/// Every datum and cell has its span in its file. Blocks whose `when` is false are dropped, `repeat` is replaced by its
/// blocks. Diagnostics B101–B105, B450–B489, B550–B579; a block with errors has no data.
/// With `report_reconstructed`, each reconstructed number is reported (B488).
BoundDocument bind(model::Document document, source::SourceFiles& files, Diagnostics& diagnostics,
                   bool report_reconstructed = false);

}  // namespace banxin::data
