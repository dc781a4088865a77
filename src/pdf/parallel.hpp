// Processes the elements of a list with several threads. The result does not depend on the schedule: each call writes
// only its element.
#pragma once

#include <cstddef>
#include <functional>

namespace banxin::pdf {

/// The number of threads for this machine, 1 to 8. Environment variable BANXIN_THREADS overrides it.
unsigned thread_count();

/// Calls `work(begin, end, worker)` for disjoint ranges that cover [0, count), on up to `threads` threads; the calling
/// thread is one of them. The first exception is rethrown after all have finished.
void parallel_ranges(std::size_t count, unsigned threads,
                     const std::function<void(std::size_t, std::size_t, unsigned)>& work);

}  // namespace banxin::pdf
