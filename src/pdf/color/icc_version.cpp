#include "pdf/color/icc_version.hpp"

namespace banxin::pdf {

namespace {

// ICC.1:2010, 7.2: where the header has the version, the minor one in the upper half of the second byte, and the id.
constexpr std::size_t header_size = 128, version_at = 8, id_at = 84, id_size = 16;

}  // namespace

std::string with_supported_icc_version(std::string profile) {
  if (profile.size() < header_size || profile[version_at] != '\x04') return profile;
  if (static_cast<unsigned char>(profile[version_at + 1]) < 0x30) return profile;
  profile[version_at + 1] = '\x20';
  profile.replace(id_at, id_size, id_size, '\0');
  return profile;
}

}  // namespace banxin::pdf
