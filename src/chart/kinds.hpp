// The chart kinds, one file each. A new one is declared here and listed in registry.cpp.
#pragma once

#include "chart/chart.hpp"

namespace banxin::chart {

Kind bars();
Kind columns();
Kind doughnut();
Kind facing();
Kind growth();
Kind line();
Kind landscape();
Kind ranking();
Kind share();
/// Marks and channels, of which the name is internal.
Kind marks();

}  // namespace banxin::chart
