#include <fontconfig/fontconfig.h>
#include <hb.h>
#include <unicode/uvernum.h>
#include <unicode/uversion.h>
#include <zlib.h>

#define POINTERHOLDER_TRANSITION 4  // qpdf uses std::shared_ptr; its old pointer class is not needed
#include <qpdf/QPDF.hh>

#include "api/banxin.hpp"

namespace banxin::api {

std::string_view version() { return BANXIN_VERSION; }

std::vector<std::pair<std::string, std::string>> versions() {
  UVersionInfo icu{};
  u_getVersion(icu);
  const int fontconfig = FcGetVersion();
  return {
      {"banxin", BANXIN_VERSION},
      {"HarfBuzz", hb_version_string()},
      {"ICU", std::to_string(icu[0]) + "." + std::to_string(icu[1])},
      {"libqpdf", QPDF::QPDFVersion()},
      {"fontconfig", std::to_string(fontconfig / 10000) + "." + std::to_string(fontconfig / 100 % 100) + "." +
                         std::to_string(fontconfig % 100)},
      {"zlib", zlibVersion()},
  };
}

}  // namespace banxin::api
