// The few words that charts say by themselves, in the document's language.
#pragma once

#include <string>

#include "core/language.hpp"
#include "model/chart.hpp"

namespace banxin::chart {

struct Words {
  std::string category, group, product, note;  ///< headers of the data table
  std::string derived, reconstructed;          ///< where a number comes from
  std::string open, close;                     ///< brackets of an aside
  std::string multiple;                        ///< {0} times {1}: a level and the period it is counted from
  std::string year, month;                     ///< suffixes of dates; empty where dates stay as they are
  std::string joint;                           ///< between two remarks
};

const Words& words(Language language);

/// "2022-02" and "2022-2" are months.
struct Month {
  int year = 0, month = 0;
};
bool read_month(const std::string& label, Month& month);

}  // namespace banxin::chart
