// The exit statuses of the program, documented in docs/command-line.md.
#pragma once

#include <stdexcept>
#include <string>

namespace banxin::cli {

inline constexpr int exit_done = 0;
inline constexpr int exit_content_wrong = 1;
inline constexpr int exit_call_wrong = 2;
inline constexpr int exit_machine_failed = 3;

/// A wrong call; `what` has the command, the error and the correction.
class CallError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// A failure of the system; `what` is one sentence.
class MachineError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace banxin::cli
