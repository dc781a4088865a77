// Work on the elements of a list with a few threads. Which thread does what never shows in the result: each call
// writes its own element only.
#pragma once

#include <cstddef>
#include <functional>

namespace banxin::pdf {

/// Threads worth starting on this machine, at least 1, at most 8. Environment variable BANXIN_THREADS overrides it.
unsigned thread_count();

/// Calls `work(begin, end, worker)` for disjoint ranges that cover [0, count), on up to `threads` threads; the calling
/// thread is one of them. The first exception is rethrown after all have ended.
void parallel_ranges(std::size_t count, unsigned threads,
                     const std::function<void(std::size_t, std::size_t, unsigned)>& work);

}  // namespace banxin::pdf
