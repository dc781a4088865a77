// An output profile: the standard that a PDF file conforms to and what that requires. Each profile is a file in this
// folder and a line in registry.cpp. preflight.hpp checks the pages against a print profile before the file is written.
#pragma once

#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "profile/print_condition.hpp"

namespace banxin::profile {

struct Profile {
  std::string_view name;
  std::string_view description;  ///< one sentence, for `--help`
  std::string_view pdf_version = "1.7";
  bool print = false;  ///< inks instead of sRGB, boxes with bleed, no links
  bool object_streams = true;
  bool linearize = false;
  bool tagged = true;
  bool marks = false;                      ///< printer's marks around the bleed
  bool pdfua = false;                      ///< claims ISO 14289-1
  std::string_view output_intent_subtype;  ///< /S of the output intent: "GTS_PDFA1", "GTS_PDFX"
  std::string_view xmp_properties;         ///< XMP elements that claim conformance
  std::span<const std::pair<std::string_view, std::string_view>> xmp_namespaces;  ///< prefix and URI of these
  std::string_view information;               ///< further entries of the information dictionary
  const PrintCondition* condition = nullptr;  ///< of the layout, must outlive the profile; null: FOGRA39
};

const Profile& screen();
/// The same with files within the document: PDF/A-3a (ISO 19005-3).
const Profile& screen_with_files();
const Profile& print();
const Profile& print_with_marks();

/// All profiles in the order of the documentation; the first is the default.
const std::vector<const Profile*>& all_profiles();
const Profile* find_profile(std::string_view name);

}  // namespace banxin::profile
