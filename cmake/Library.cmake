# The library `banxin`, static and shared from the same objects, the program, and their installation.
include(CMakePackageConfigHelpers)

# The pkg-config name of each linked library (banxin.pc, static use); "-l…" if it has no .pc file.
set(BANXIN_PC_PkgConfig::SQLITE sqlite3)
set(BANXIN_PC_PkgConfig::LIBZIP libzip)
set(BANXIN_PC_PkgConfig::EXPAT expat)
set(BANXIN_PC_fmt::fmt fmt)
set(BANXIN_PC_yaml-cpp yaml-cpp)
set(BANXIN_PC_hpdf -lhpdf)
set(BANXIN_PC_hyphen -lhyphen)
set(BANXIN_PC_ICU::uc icu-uc)
set(BANXIN_PC_ICU::i18n icu-i18n)
set(BANXIN_PC_ZLIB::ZLIB zlib)
set(BANXIN_PC_PkgConfig::HARFBUZZ harfbuzz)
set(BANXIN_PC_PkgConfig::HARFBUZZ_SUBSET harfbuzz-subset)
set(BANXIN_PC_PkgConfig::FONTCONFIG fontconfig)
set(BANXIN_PC_PkgConfig::QPDF libqpdf)
set(BANXIN_PC_PkgConfig::LCMS2 lcms2)
set(BANXIN_PC_PkgConfig::PNG libpng)
set(BANXIN_PC_PkgConfig::JPEG libjpeg)
set(BANXIN_PC_PkgConfig::RSVG librsvg-2.0)
set(BANXIN_PC_PkgConfig::CAIRO_SCRIPT cairo-script)
set(BANXIN_PC_PkgConfig::CAIRO cairo)
set(BANXIN_PC_PkgConfig::FREETYPE freetype2)

set(objects "")
foreach(stage IN LISTS BANXIN_STAGES)
  get_target_property(type banxin-${stage} TYPE)
  if(NOT type STREQUAL "INTERFACE_LIBRARY")
    list(APPEND objects $<TARGET_OBJECTS:banxin-${stage}>)
  endif()
endforeach()

foreach(kind IN ITEMS static shared)
  string(TOUPPER ${kind} type)
  add_library(banxin-${kind} ${type} ${objects})
  add_library(banxin::${kind} ALIAS banxin-${kind})
  target_link_libraries(banxin-${kind} PRIVATE $<BUILD_INTERFACE:banxin-options> Threads::Threads ${BANXIN_LINKS}
    ${CMAKE_DL_LIBS})
  target_compile_features(banxin-${kind} PUBLIC cxx_std_20)
  target_include_directories(banxin-${kind} INTERFACE
    $<BUILD_INTERFACE:${PROJECT_BINARY_DIR}/include> $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
  set_target_properties(banxin-${kind} PROPERTIES
    OUTPUT_NAME banxin EXPORT_NAME ${kind} LINKER_LANGUAGE CXX
    VERSION ${PROJECT_VERSION} SOVERSION ${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR})
  install(TARGETS banxin-${kind} EXPORT banxin-${kind} COMPONENT development
    ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} NAMELINK_COMPONENT development)
  install(EXPORT banxin-${kind} NAMESPACE banxin:: FILE banxin-${kind}.cmake
    DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/banxin COMPONENT development)
endforeach()
# Only the library's interface: symbols of other libraries are not exported.
target_link_options(banxin-shared PRIVATE LINKER:--no-undefined LINKER:--exclude-libs,ALL)

# The public header with its installed name, so that the program includes it as users of the library do.
file(MAKE_DIRECTORY "${PROJECT_BINARY_DIR}/include/banxin")
file(CREATE_LINK "${PROJECT_SOURCE_DIR}/src/api/banxin.hpp" "${PROJECT_BINARY_DIR}/include/banxin/banxin.hpp" SYMBOLIC)
install(FILES src/api/banxin.hpp DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/banxin COMPONENT development)

# Resources: in share/banxin next to the program; in the build tree, links to the sources.
file(MAKE_DIRECTORY "${PROJECT_BINARY_DIR}/share/banxin")
foreach(resource IN ITEMS layouts fonts schema)
  file(CREATE_LINK "${PROJECT_SOURCE_DIR}/${resource}" "${PROJECT_BINARY_DIR}/share/banxin/${resource}" SYMBOLIC)
  install(DIRECTORY ${resource} DESTINATION ${CMAKE_INSTALL_DATADIR}/banxin OPTIONAL COMPONENT program
    FILES_MATCHING PATTERN "*.yaml" PATTERN "*.json" PATTERN "*.icc" PATTERN "*.svg" PATTERN "*.png")
endforeach()

find_package(CLI11 REQUIRED)  # here, not in Dependencies.cmake, which users of the static library read too
file(GLOB_RECURSE program_sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/src/cli/*.cpp")
add_executable(banxin-program ${program_sources})
target_link_libraries(banxin-program PRIVATE banxin-static banxin-options CLI11::CLI11)
set_target_properties(banxin-program PROPERTIES
  OUTPUT_NAME banxin RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}")
install(TARGETS banxin-program RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT program)
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT program)

set(pc_requires "")
set(pc_libs "-pthread")
foreach(link IN LISTS BANXIN_LINKS)
  if(NOT DEFINED BANXIN_PC_${link})
    message(FATAL_ERROR "cmake/Library.cmake: set BANXIN_PC_${link} to the pkg-config name of ${link}")
  endif()
  if(BANXIN_PC_${link} MATCHES "^-l")
    string(PREPEND pc_libs "${BANXIN_PC_${link}} ")
  else()
    list(APPEND pc_requires ${BANXIN_PC_${link}})
  endif()
endforeach()
list(JOIN pc_requires ", " pc_requires)
configure_file(cmake/banxin.pc.in banxin.pc @ONLY)
configure_package_config_file(cmake/banxin-config.cmake.in banxin-config.cmake
  INSTALL_DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/banxin PATH_VARS CMAKE_INSTALL_DATADIR)
write_basic_package_version_file(banxin-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/banxin.pc" DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT development)
install(FILES "${PROJECT_BINARY_DIR}/banxin-config.cmake" "${PROJECT_BINARY_DIR}/banxin-config-version.cmake"
  cmake/Dependencies.cmake DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/banxin COMPONENT development)
