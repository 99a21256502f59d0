# Build-wide choices: language level, tools that make builds fast when present, sanitizers.
option(AERIE_APP "Build the Qt desktop" ON)
option(AERIE_TESTS "Build the tests" ON)
option(AERIE_PCH "Use precompiled headers" ON)
option(AERIE_UNITY "Compile some rooms in batches of sources: a clean build takes less, a changed file more" OFF)
option(AERIE_WERROR "Treat warnings as errors" OFF)
option(AERIE_FUZZ "Build libFuzzer targets (needs clang)" OFF)
option(AERIE_THREAD_SAFETY "Check lock annotations (needs clang)" OFF)
set(AERIE_SANITIZE "" CACHE STRING "Sanitizers for every target, e.g. address,undefined")

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)
set(CMAKE_ARCHIVE_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/lib)
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release)
endif()
set(CMAKE_CXX_FLAGS_RELEASE "-O2")
if(AERIE_SANITIZE)
  set(CMAKE_CXX_FLAGS_RELEASE "-O1")
endif()
# Test code is compiled often and run briefly; what it tests keeps its own level.
set(AERIE_TEST_OPTIMISATION $<$<CONFIG:Release>:-O1>)

# Some libraries ask for these; precompiled headers need the same options everywhere.
add_compile_definitions(_FILE_OFFSET_BITS=64)
add_compile_options(-pthread)

find_program(CCACHE ccache)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # The sloppiness settings are what ccache needs to cache translation units that use a precompiled header; the depend mode
  # spares a cold cache the extra run of the preprocessor.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
      CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 CCACHE_DEPEND=1 ${CCACHE})
endif()
find_program(MOLD mold)
if(MOLD AND NOT AERIE_FUZZ)
  add_link_options(-fuse-ld=mold)
endif()

if(AERIE_SANITIZE)
  add_compile_options(-fsanitize=${AERIE_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all -g1)
  add_link_options(-fsanitize=${AERIE_SANITIZE})
  add_compile_options(-Wno-array-bounds -Wno-stringop-overflow -Wno-restrict -Wno-maybe-uninitialized)  # false alarms of g++ 12 in instrumented code about std::string (GCC bug 105651) and std::function in <regex> (GCC bug 105562)
endif()
if(AERIE_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link,address,undefined -g1)
  add_link_options(-fsanitize=address,undefined)
endif()

add_library(aerie_warnings INTERFACE)
target_compile_options(aerie_warnings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion
  $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess> $<$<BOOL:${AERIE_WERROR}>:-Werror>
  $<$<BOOL:${AERIE_THREAD_SAFETY}>:-Wthread-safety>)
