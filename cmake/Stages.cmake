# banxin_stage(name [AFTER stage…] [EXCEPT stage…] [LINKS library…])
# A stage of the compiler: all sources of src/<name>, compiled once, and its unit tests in tests/unit/<name>.
# A stage may include the headers of the stages that it comes AFTER, and of the stages before them, but not of those
# after EXCEPT, which are only linked (scripts/check-includes).
set(BANXIN_STAGES "")  # in the order of declaration
set(BANXIN_LINKS "")   # all libraries linked by stages, for the library `banxin` (cmake/Library.cmake)

add_library(banxin-options INTERFACE)
target_include_directories(banxin-options INTERFACE "${PROJECT_SOURCE_DIR}/src")
target_compile_options(banxin-options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion
  $<$<BOOL:${BANXIN_WERROR}>:-Werror>)
# GCC 12 wrongly warns of overlapping copies in `"…" + std::string` (GCC bug 105651, fixed in 13).
target_compile_options(banxin-options INTERFACE
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-restrict>)
target_link_libraries(banxin-options INTERFACE Threads::Threads)
if(BANXIN_SANITIZE)
  target_compile_options(banxin-options INTERFACE
    -fsanitize=${BANXIN_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(banxin-options INTERFACE -fsanitize=${BANXIN_SANITIZE})
endif()
if(BANXIN_COVERAGE)
  target_compile_options(banxin-options INTERFACE --coverage)
  target_link_options(banxin-options INTERFACE --coverage)
endif()

function(banxin_stage name)
  cmake_parse_arguments(STAGE "" "" "AFTER;EXCEPT;LINKS" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/src/${name}/*.cpp")
  if(NOT sources)
    add_library(banxin-${name} INTERFACE)
    set(scope INTERFACE)
  else()
    add_library(banxin-${name} STATIC ${sources})
    set(scope PUBLIC)
  endif()
  # Each is compiled alone by the target all_verify_interface_header_sets.
  file(GLOB_RECURSE headers CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/src/${name}/*.hpp")
  target_sources(banxin-${name} INTERFACE FILE_SET HEADERS BASE_DIRS "${PROJECT_SOURCE_DIR}/src" FILES ${headers})
  target_link_libraries(banxin-${name} ${scope} banxin-options ${STAGE_LINKS})
  foreach(before IN LISTS STAGE_AFTER)
    target_link_libraries(banxin-${name} ${scope} banxin-${before})
  endforeach()
  list(APPEND BANXIN_STAGES ${name})
  list(APPEND BANXIN_LINKS ${STAGE_LINKS})
  list(REMOVE_DUPLICATES BANXIN_LINKS)
  set(BANXIN_STAGES ${BANXIN_STAGES} PARENT_SCOPE)
  set(BANXIN_LINKS ${BANXIN_LINKS} PARENT_SCOPE)
endfunction()
