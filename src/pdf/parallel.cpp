#include "pdf/parallel.hpp"

#include <algorithm>
#include <cstdlib>
#include <exception>
#include <thread>
#include <vector>

namespace banxin::pdf {

unsigned thread_count() {
  if (const char* wish = std::getenv("BANXIN_THREADS")) {
    const long count = std::strtol(wish, nullptr, 10);
    if (count > 0) return static_cast<unsigned>(std::min(count, 64L));
  }
  return std::clamp(std::thread::hardware_concurrency(), 1u, 8u);
}

void parallel_ranges(std::size_t count, unsigned threads,
                     const std::function<void(std::size_t, std::size_t, unsigned)>& work) {
  const auto workers = static_cast<unsigned>(std::clamp<std::size_t>(count, 1, std::max(threads, 1u)));
  std::vector<std::exception_ptr> errors(workers);
  const auto run = [&](unsigned worker) {
    try {
      work(count * worker / workers, count * (worker + 1) / workers, worker);
    } catch (...) {
      errors[worker] = std::current_exception();
    }
  };
  std::vector<std::thread> started;
  for (unsigned worker = 1; worker < workers; ++worker) started.emplace_back(run, worker);
  run(0);
  for (std::thread& thread : started) thread.join();
  for (const std::exception_ptr& error : errors) {
    if (error) std::rethrow_exception(error);
  }
}

}  // namespace banxin::pdf
