// Labels ICC profiles with a version that PDF 1.6 and 1.7 allow.
#pragma once

#include <string>

namespace banxin::pdf {

/// Changes the version of a later 4.x profile to 4.2, the newest that PDF 1.6 and 1.7 allow (PDF Reference 1.6, 4.5.4;
/// ISO 32000-1, 8.6.5.5): 4.3 and 4.4 only add tags, which readers ignore. The profile's id (ICC.1:2010, 7.2.18), which
/// covers the version, becomes zero: not computed. Other profiles are returned unchanged.
std::string with_supported_icc_version(std::string profile);

}  // namespace banxin::pdf
