// The exit statuses of the program, as docs/command-line.md promises them.
#pragma once

#include <stdexcept>
#include <string>

namespace banxin::cli {

inline constexpr int exit_done = 0;
inline constexpr int exit_content_wrong = 1;
inline constexpr int exit_call_wrong = 2;
inline constexpr int exit_machine_failed = 3;

/// The call is wrong; `what` names the command and says what to write instead.
class CallError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The machine refused: `what` is a sentence for the reader.
class MachineError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace banxin::cli
