// The content of the publication as the program reads it.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/document.hpp"

namespace banxin::content {

/// Every chart of content/aigc-talent-2023 by its id, data files joined. Throws std::runtime_error with the
/// diagnostics if there are any: the publication has none.
const std::map<std::string, model::Chart>& charts();

/// Throws std::out_of_range for an id or a label that is not there.
const model::Chart& chart(const std::string& id);
double value(const model::Series& series, const std::string& label);

std::vector<double> values(const model::Series& series);
double sum(const model::Series& series);

}  // namespace banxin::content
