// The filters of PNG in front of Flate (ISO 32000-1, 7.4.4.4; ISO/IEC 15948, clause 9).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace banxin::pdf {

/// Each row after the number of the filter that minimizes the sum of absolute values of its bytes
/// (ISO/IEC 15948, 12.8). `pixel` is the size of a pixel in bytes; /Predictor 15.
std::string predict(std::string_view samples, std::size_t row_bytes, std::size_t pixel);

}  // namespace banxin::pdf
