// The screen profile: PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1) at once.
#include <array>

#include "profile/profile.hpp"

namespace banxin::profile {

namespace {

using Namespace = std::pair<std::string_view, std::string_view>;

constexpr std::array<Namespace, 5> namespaces{
    Namespace{"pdfaid", "http://www.aiim.org/pdfa/ns/id/"},
    Namespace{"pdfuaid", "http://www.aiim.org/pdfua/ns/id/"},
    Namespace{"pdfaExtension", "http://www.aiim.org/pdfa/ns/extension/"},
    Namespace{"pdfaSchema", "http://www.aiim.org/pdfa/ns/schema#"},
    Namespace{"pdfaProperty", "http://www.aiim.org/pdfa/ns/property#"},
};

constexpr Profile make() {
  Profile profile;
  profile.name = "screen";
  profile.description = "for reading on screen and for archives: PDF/A-2a and PDF/UA-1, sRGB, links and outline";
  profile.pdfua = true;
  profile.output_intent_subtype = "GTS_PDFA1";
  profile.xmp_properties =
      "<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n<pdfuaid:part>1</pdfuaid:part>\n";
  profile.xmp_namespaces = namespaces;
  return profile;
}

constexpr Profile make_with_files() {
  Profile profile = make();
  profile.xmp_properties =
      "<pdfaid:part>3</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n<pdfuaid:part>1</pdfuaid:part>\n";
  return profile;
}

}  // namespace

const Profile& screen_with_files() {
  static constexpr Profile profile = make_with_files();
  return profile;
}

const Profile& screen() {
  static constexpr Profile profile = make();
  return profile;
}

}  // namespace banxin::profile
