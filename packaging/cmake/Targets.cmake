# One function for each kind of target, so that a room's CMakeLists.txt only names its sources, rooms and libraries.

# aerie_library(name SOURCES ... [ROOMS ...] [LIBS ...] [PCH core|rpc|qt|none] [BATCH n])
# ROOMS are other rooms (checked against Layers.cmake); LIBS are third-party targets; BATCH lets AERIE_UNITY compile n sources
# in one translation unit, for rooms whose headers (gRPC's, mostly) cost more than their code. Names in the unnamed
# namespaces of such a room must differ.
function(aerie_library name)
  cmake_parse_arguments(A "QT" "PCH;BATCH" "SOURCES;ROOMS;LIBS" ${ARGN})
  aerie_check_rooms(${name} ${A_ROOMS})
  set(target aerie_${name})
  add_library(${target} STATIC ${A_SOURCES})
  target_include_directories(${target} PUBLIC ${CMAKE_SOURCE_DIR})
  list(TRANSFORM A_ROOMS PREPEND aerie_)
  target_link_libraries(${target} PUBLIC ${A_ROOMS} ${A_LIBS} PRIVATE aerie_warnings)
  if(AERIE_UNITY AND A_BATCH)
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE ${A_BATCH})
  endif()
  if(A_QT)
    set_target_properties(${target} PROPERTIES AUTOMOC ON)
    target_compile_definitions(${target} PUBLIC QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_FOREACH QT_NO_NARROWING_CONVERSIONS_IN_CONNECT)
  endif()
  aerie_use_pch(${target} "${A_PCH}")
endfunction()

# aerie_program(file-name SOURCES main.cpp ROOMS ...): an executable in bin/.
function(aerie_program name)
  cmake_parse_arguments(A "" "PCH" "SOURCES;ROOMS;LIBS" ${ARGN})
  add_executable(${name} ${A_SOURCES})
  list(TRANSFORM A_ROOMS PREPEND aerie_)
  target_link_libraries(${name} PRIVATE ${A_ROOMS} ${A_LIBS} aerie_warnings)
  aerie_use_pch(${name} "${A_PCH}")
endfunction()

# aerie_test(tst_name [SOURCES extra.cpp ...] [ROOMS ...] [LIBS ...] [PROGRAMS daemons that it starts]
#            [LABELS unit|rpc|gui|sim|slow|tsan ...] [TIMEOUT seconds] [PCH test|testrpc|none])
# tst_name.cpp is a Qt Test with its own main and ends with #include "tst_name.moc".
function(aerie_test name)
  cmake_parse_arguments(A "" "TIMEOUT;PCH" "SOURCES;ROOMS;LIBS;LABELS;PROGRAMS" ${ARGN})
  add_executable(${name} ${name}.cpp ${A_SOURCES})
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
  # moc is called directly: AUTOMOC costs each of two hundred tests a second scan and an empty translation unit.
  qt_generate_moc(${name}.cpp ${CMAKE_CURRENT_BINARY_DIR}/${name}.moc)
  set_property(SOURCE ${name}.cpp APPEND PROPERTY OBJECT_DEPENDS ${CMAKE_CURRENT_BINARY_DIR}/${name}.moc)
  target_include_directories(${name} PRIVATE ${CMAKE_CURRENT_BINARY_DIR})
  target_compile_options(${name} PRIVATE ${AERIE_TEST_OPTIMISATION})
  list(TRANSFORM A_ROOMS PREPEND aerie_)
  target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR})
  target_link_libraries(${name} PRIVATE ${A_ROOMS} ${A_LIBS} aerie_qttest aerie_warnings)
  target_compile_definitions(${name} PRIVATE QT_NO_KEYWORDS AERIE_TEST_DATA="${CMAKE_SOURCE_DIR}/tests/data"
    AERIE_SOURCE_DIR="${CMAKE_SOURCE_DIR}" AERIE_BIN_DIR="${CMAKE_BINARY_DIR}/bin")
  if(A_PROGRAMS)
    add_dependencies(${name} ${A_PROGRAMS})
  endif()
  if(NOT A_LABELS)
    set(A_LABELS unit)
  endif()
  # All of core but its gRPC clients, and the simulators, run under the thread sanitizer; other tests ask for it by label.
  if(CMAKE_CURRENT_SOURCE_DIR MATCHES "/tests/(core/|sim/(cluster|engine|faults|world))" AND NOT A_PCH STREQUAL "testrpc")
    list(APPEND A_LABELS tsan)
  endif()
  if(NOT A_TIMEOUT)
    set(A_TIMEOUT 120)
  endif()
  if(AERIE_SANITIZE)  # everything takes several times as long
    math(EXPR A_TIMEOUT "5 * ${A_TIMEOUT}")
  endif()
  aerie_use_pch(${name} "${A_PCH}")
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(${name} PROPERTIES LABELS "${A_LABELS}" TIMEOUT ${A_TIMEOUT}
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TZ=UTC;QT_QPA_FONTDIR=/usr/share/fonts/truetype/dejavu")
endfunction()

# aerie_fuzz(name ROOMS ...): fuzz_<name>.cpp defines LLVMFuzzerTestOneInput. With AERIE_FUZZ it becomes a libFuzzer
# program; always, it becomes a test that replays the corpus in tests/fuzz/corpus/<name>.
function(aerie_fuzz name)
  cmake_parse_arguments(A "" "" "ROOMS;LIBS" ${ARGN})
  list(TRANSFORM A_ROOMS PREPEND aerie_)
  if(AERIE_FUZZ)
    add_executable(fuzz_${name} fuzz_${name}.cpp)
    target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
    target_link_libraries(fuzz_${name} PRIVATE ${A_ROOMS} ${A_LIBS})
    return()
  endif()
  add_executable(replay_${name} fuzz_${name}.cpp ${CMAKE_SOURCE_DIR}/tests/fuzz/replay_main.cpp)
  set_target_properties(replay_${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
  target_link_libraries(replay_${name} PRIVATE ${A_ROOMS} ${A_LIBS} aerie_warnings)
  aerie_use_pch(replay_${name} core)
  add_test(NAME fuzz_replay_${name} COMMAND replay_${name} ${CMAKE_SOURCE_DIR}/tests/fuzz/corpus/${name})
  set_tests_properties(fuzz_replay_${name} PROPERTIES LABELS "unit;fuzz" TIMEOUT 120)
endfunction()
