// The print profiles: PDF/X-4 (ISO 15930-7) for printing condition FOGRA39 or the one that the layout names, without
// and with printer's marks.
#include <array>

#include "profile/profile.hpp"

namespace banxin::profile {

namespace {

using Namespace = std::pair<std::string_view, std::string_view>;

constexpr std::array<Namespace, 2> namespaces{
    Namespace{"pdfxid", "http://www.npes.org/pdfx/ns/id/"},
    Namespace{"xmpMM", "http://ns.adobe.com/xap/1.0/mm/"},
};

constexpr Profile make(std::string_view name, std::string_view description, bool marks) {
  Profile profile;
  profile.name = name;
  profile.description = description;
  profile.pdf_version = "1.6";
  profile.print = true;
  profile.tagged = false;
  profile.marks = marks;
  profile.output_intent_subtype = "GTS_PDFX";
  profile.xmp_properties =
      "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>\n<pdf:Trapped>False</pdf:Trapped>\n"
      "<xmpMM:VersionID>1</xmpMM:VersionID>\n<xmpMM:RenditionClass>default</xmpMM:RenditionClass>\n";
  profile.xmp_namespaces = namespaces;
  profile.information = "/GTS_PDFXVersion(PDF/X-4)/Trapped/False";
  return profile;
}

}  // namespace

const Profile& print() {
  static constexpr Profile profile =
      make("print", "for a commercial printer: PDF/X-4, FOGRA39 inks, bleed, no links", false);
  return profile;
}

const Profile& print_with_marks() {
  static constexpr Profile profile = make(
      "print-marks", "as print, with crop and registration marks, a color bar and a slug line outside the bleed", true);
  return profile;
}

}  // namespace banxin::profile
