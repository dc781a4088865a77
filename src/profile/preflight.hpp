// Print preflight of the pages before the file is written, by the Ghent Workgroup's sheet-fed offset recommendations
// and ISO 12647-2. Each finding has the span of its content.
#pragma once

#include "core/diagnostic.hpp"
#include "page/paged_document.hpp"
#include "profile/ink_map.hpp"
#include "profile/profile.hpp"

namespace banxin::profile {

/// Limits. Inks: 1 = 100 % of one plate.
struct PrintLimits {
  double total_ink = 3.0;
  Length smallest_type = Length::pt(5);
  Length small_type = Length::pt(9);  ///< type below this prints on one plate
  Length fine_type = Length::pt(7);   ///< type below this prints best in solid black
  Length hairline = Length::pt(0.25);
  double fair_resolution = 300, least_resolution = 150;  ///< pixels per inch on paper
  Length bleed = Length::mm(3);
  Length live = Length::mm(5);  ///< from the trim
};

/// Reports B810–B823, each once per span. Does nothing for profiles that are not for print.
/// `inks_of` converts colors without inks and RGB pictures; without it they count as no ink.
void preflight(const page::PagedDocument& document, const Profile& profile, Diagnostics& diagnostics,
               const PrintLimits& limits = {}, const InkOf& inks_of = {});

}  // namespace banxin::profile
