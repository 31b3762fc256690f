# Compiler settings shared by every room.

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER
      ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${CCACHE})
endif()

find_program(MOLD mold)
if(MOLD)
  add_link_options(-fuse-ld=mold)
endif()

add_compile_options(-ffile-prefix-map=${CMAKE_SOURCE_DIR}/=)
add_compile_definitions(_GLIBCXX_ASSERTIONS)

set(CANTEEN_SANITIZE "" CACHE STRING "Sanitizers, e.g. address,undefined or thread")
if(CANTEEN_SANITIZE)
  add_compile_options(-fsanitize=${CANTEEN_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${CANTEEN_SANITIZE})
  if(CANTEEN_SANITIZE MATCHES "undefined")
    # These four check every access through a pointer and double the time to compile. What they find here the address
    # sanitizer finds too (null, object-size), or x86-64 does without (alignment), or nothing casts down to it (vptr).
    add_compile_options(-fno-sanitize=null,alignment,vptr,object-size)
  endif()
else()
  add_compile_options(-fstack-protector-strong -D_FORTIFY_SOURCE=2)
  add_link_options(-Wl,-z,relro,-z,now)
endif()

# Who installs with a newer compiler is not stopped by what it warns of besides.
option(CANTEEN_WARNINGS_ARE_ERRORS "Stop at a warning" OFF)

# Warnings of our own code; generated code and libraries are system headers.
add_library(canteen_warnings INTERFACE)
target_compile_options(canteen_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wold-style-cast $<$<BOOL:${CANTEEN_WARNINGS_ARE_ERRORS}>:-Werror>
  $<$<NOT:$<BOOL:$<TARGET_PROPERTY:UNITY_BUILD>>>:-Wshadow>)  # of files compiled as one, each may use the other's names
if(CANTEEN_SANITIZE)
  # g++ 12 sees uninitialised members in std::function once a sanitizer instruments it; the release build keeps the warning.
  target_compile_options(canteen_warnings INTERFACE -Wno-maybe-uninitialized)
endif()
