#include <banxin/banxin.hpp>
#include <csignal>
#include <cstdio>
#include <exception>
#include <new>
#include <stdexcept>
#include <string>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/exit_status.hpp"
#include "cli/output_file.hpp"

int main(int count, char** words) {
  using namespace banxin::cli;
  // With SIGXFSZ ignored, write() returns an error at the limit of the file size instead of ending the program.
  std::signal(SIGXFSZ, SIG_IGN);
  const bool json = asks_for_json(count, words);
  const auto fail = [json](const std::string& text, const banxin::api::Diagnostic& same) {
    std::fputs(json ? same.json.c_str() : (text + "\n").c_str(), stderr);
  };
  try {
    const Arguments arguments = read_arguments(count, words);
    if (!arguments.answer.empty()) {
      write_standard_output(arguments.answer);
      return exit_done;
    }
    return run(arguments);
  } catch (const CallError& error) {
    fail(error.what(), banxin::api::call_wrong(error.what()));
    return exit_call_wrong;
  } catch (const std::invalid_argument& error) {
    fail(std::string("banxin: ") + error.what(), banxin::api::call_wrong(error.what()));
    return exit_call_wrong;
  } catch (const std::bad_alloc&) {
    std::fputs("banxin: out of memory\n", stderr);  // without allocation
    return exit_machine_failed;
  } catch (const std::exception& error) {
    fail(std::string("banxin: ") + error.what(), banxin::api::machine_failed(error.what()));
    return exit_machine_failed;
  }
}
