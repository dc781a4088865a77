// The numbers of a report as a list.
#pragma once

#include <banxin/banxin.hpp>
#include <string>
#include <vector>

namespace banxin::cli {

/// `format` is "text": a line for each number, below its page; "json": an array of objects; or "csv" (RFC 4180, UTF-8).
std::string number_list(const std::vector<api::Number>& numbers, const std::string& format);

}  // namespace banxin::cli
