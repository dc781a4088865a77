#include <csignal>
#include <cstdio>
#include <exception>
#include <new>
#include <string>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/exit_status.hpp"
#include "cli/output_file.hpp"

int main(int count, char** words) {
  using namespace banxin::cli;
  // A limit on file sizes shall come back from write() as an error with a message, not end the program.
  std::signal(SIGXFSZ, SIG_IGN);
  try {
    const Arguments arguments = read_arguments(count, words);
    if (!arguments.answer.empty()) {
      write_standard_output(arguments.answer);
      return exit_done;
    }
    return run(arguments);
  } catch (const CallError& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return exit_call_wrong;
  } catch (const std::bad_alloc&) {
    std::fputs("banxin: out of memory\n", stderr);
    return exit_machine_failed;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "banxin: %s\n", error.what());
    return exit_machine_failed;
  }
}
