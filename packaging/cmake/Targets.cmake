# One function for each kind of target, so that a room's CMakeLists.txt only names its sources, rooms and libraries.

function(aerie_tmp_existing var)  # DEVTMP
  set(found)  # DEVTMP
  foreach(f IN LISTS ${var})  # DEVTMP
    if(EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/${f} OR EXISTS ${f})  # DEVTMP
      list(APPEND found ${f})  # DEVTMP
    else()  # DEVTMP
      message(STATUS "not there yet: ${CMAKE_CURRENT_SOURCE_DIR}/${f}")  # DEVTMP
      set_property(DIRECTORY ${CMAKE_SOURCE_DIR} APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR})  # DEVTMP
    endif()  # DEVTMP
  endforeach()  # DEVTMP
  if(NOT found)  # DEVTMP
    set(found ${CMAKE_BINARY_DIR}/pch/core.cpp)  # DEVTMP
    file(WRITE ${CMAKE_BINARY_DIR}/pch/core.cpp "int main() { return 0; }\n")  # DEVTMP
  endif()  # DEVTMP
  set(${var} ${found} PARENT_SCOPE)  # DEVTMP
endfunction()  # DEVTMP

# aerie_library(name SOURCES ... [ROOMS ...] [LIBS ...] [PCH core|rpc|qt|none])
# ROOMS are other rooms (checked against Layers.cmake); LIBS are third-party targets.
function(aerie_library name)
  cmake_parse_arguments(A "QT" "PCH" "SOURCES;ROOMS;LIBS" ${ARGN})
  aerie_check_rooms(${name} ${A_ROOMS})
  set(target aerie_${name})
  aerie_tmp_existing(A_SOURCES)  # DEVTMP
  add_library(${target} STATIC ${A_SOURCES})
  target_include_directories(${target} PUBLIC ${CMAKE_SOURCE_DIR})
  list(TRANSFORM A_ROOMS PREPEND aerie_)
  target_link_libraries(${target} PUBLIC ${A_ROOMS} ${A_LIBS} PRIVATE aerie_warnings)
  if(A_QT)
    set_target_properties(${target} PROPERTIES AUTOMOC ON)
    target_compile_definitions(${target} PUBLIC QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_FOREACH QT_NO_NARROWING_CONVERSIONS_IN_CONNECT)
  endif()
  aerie_use_pch(${target} "${A_PCH}")
endfunction()

# aerie_program(file-name SOURCES main.cpp ROOMS ...): an executable in bin/.
function(aerie_program name)
  cmake_parse_arguments(A "" "PCH" "SOURCES;ROOMS;LIBS" ${ARGN})
  aerie_tmp_existing(A_SOURCES)  # DEVTMP
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
  if(NOT EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/${name}.cpp)  # DEVTMP
    return()  # DEVTMP
  endif()  # DEVTMP
  list(REMOVE_ITEM A_SOURCES ${name}.cpp)  # DEVTMP
  add_executable(${name} ${name}.cpp ${A_SOURCES})
  set_target_properties(${name} PROPERTIES AUTOMOC ON RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
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
  if(NOT A_TIMEOUT)
    set(A_TIMEOUT 120)
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
  if(NOT EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/fuzz_${name}.cpp)  # DEVTMP
    return()  # DEVTMP
  endif()  # DEVTMP
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
