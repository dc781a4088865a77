// usage: consumer REPORT OUTPUT. Compiles a report through the installed library.
#include <banxin/banxin.hpp>
#include <fstream>
#include <iostream>

int main(int count, char** words) {
  if (count != 3) return 2;
  banxin::api::Options options;
  options.path = words[1];
#ifdef DATA_DIR
  options.resources = DATA_DIR;
#endif
  const banxin::api::Compilation made = banxin::api::compile(options);
  for (const auto& diagnostic : made.diagnostics) std::cerr << diagnostic.text;
  if (made.failed()) return 1;
  std::ofstream(words[2], std::ios::binary) << made.pdf;
  std::cout << "banxin " << banxin::api::version() << ", pages: " << made.pages << "\n";

  // An exception of the library is caught by its type on this side too.
  options.resources = "/nowhere";
  try {
    banxin::api::compile(options);
  } catch (const banxin::api::Failure& failure) {
    std::cout << failure.what() << "\n";
    return 0;
  }
  return 3;
}
