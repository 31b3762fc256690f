# A room is a folder with one library. What a room may include is what it links.

# canteen_room(NAME [LINK target...]): library NAME of the .cpp files beside the CMakeLists.txt.
function(canteen_room name)
  cmake_parse_arguments(ARG "" "" "LINK" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  if(NOT sources)
    return()
  endif()
  add_library(${name} STATIC ${sources})
  target_include_directories(${name} PUBLIC ${CMAKE_SOURCE_DIR})
  target_link_libraries(${name} PUBLIC ${ARG_LINK} PRIVATE canteen_warnings)
endfunction()

# canteen_test(NAME [TOGETHER] [LINK target...]): GoogleTest program NAME of the .cpp files beside and below the CMakeLists.txt.
# TOGETHER compiles several files as one, which halves a cold build: what such files name, they share or name apart.
# Property tests stay alone; each has a world of its own.
function(canteen_test name)
  cmake_parse_arguments(ARG "TOGETHER" "" "LINK" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  if(NOT sources)
    return()
  endif()
  add_executable(${name} ${sources})
  if(ARG_TOGETHER)
    set_target_properties(${name} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 6)
    file(GLOB_RECURSE alone ${CMAKE_CURRENT_SOURCE_DIR}/*_property_test.cpp)
    set_source_files_properties(${alone} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  endif()
  target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR})
  target_link_libraries(${name} PRIVATE ${ARG_LINK} GTest::gtest_main GTest::gmock rapidcheck canteen_warnings)
  target_compile_definitions(${name} PRIVATE CANTEEN_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  add_test(NAME ${name} COMMAND ${name} --gtest_brief=1)
endfunction()
