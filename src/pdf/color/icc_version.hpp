// ICC profiles as PDF 1.6 and 1.7 know them.
#pragma once

#include <string>

namespace banxin::pdf {

/// The profile labeled version 4.2 if it is of a later minor version: 4.2 is the newest that PDF 1.6 and 1.7 know (PDF
/// Reference 1.6, 4.5.4; ISO 32000-1, 8.6.5.5), and what 4.3 and 4.4 added are tags that its readers pass over. The
/// profile's id (ICC.1:2010, 7.2.18), which covers the version, becomes zero: not computed. Others stay as they are.
std::string with_known_icc_version(std::string profile);

}  // namespace banxin::pdf
