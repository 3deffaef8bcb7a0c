# The flags every room is compiled with; see engine/README.md, "House style".

set(RP_WARNINGS
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion
    -Wdouble-promotion -Wfloat-equal -Wformat=2 -Wundef -Wvla -Wwrite-strings
    -Wcast-qual -Wcast-align -Wpointer-arith -Wstrict-prototypes
    -Wmissing-prototypes -Wold-style-definition -Wredundant-decls
    -Wnested-externs -Wswitch-enum -Wimplicit-fallthrough -Wnull-dereference)

if(CMAKE_C_COMPILER_ID STREQUAL "GNU")
    list(APPEND RP_WARNINGS -Wlogical-op -Wduplicated-cond -Wduplicated-branches)
elseif(CMAKE_C_COMPILER_ID MATCHES "Clang")
    list(APPEND RP_WARNINGS -Wcomma -Wconditional-uninitialized)
endif()

if(RP_WERROR)
    list(APPEND RP_WARNINGS -Werror)
endif()

set(RP_SANITIZERS -fsanitize=address,undefined -fno-sanitize-recover=all
    -fno-omit-frame-pointer)

# rp_room(name LIBS...): a room's library from the C files of its folder.
function(rp_room name)
    file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.c)
    add_library(rp_${name} STATIC ${sources})
    target_include_directories(rp_${name}
        PUBLIC ${CMAKE_SOURCE_DIR}/include PRIVATE ${CMAKE_SOURCE_DIR}/engine)
    target_link_libraries(rp_${name} PUBLIC ${ARGN})
    rp_flags(rp_${name})
endfunction()

# rp_flags(target): warnings, and sanitizers where the preset asks for them.
function(rp_flags target)
    target_compile_options(${target} PRIVATE ${RP_WARNINGS})
    target_compile_definitions(${target} PRIVATE _DEFAULT_SOURCE _GNU_SOURCE)
    if(RP_SANITIZE)
        target_compile_options(${target} PRIVATE ${RP_SANITIZERS})
        target_link_options(${target} PUBLIC ${RP_SANITIZERS})
    else()
        target_compile_options(${target} PRIVATE -fstack-protector-strong)
        target_compile_definitions(${target} PRIVATE
            $<$<NOT:$<CONFIG:Debug>>:_FORTIFY_SOURCE=2>)
    endif()
endfunction()
