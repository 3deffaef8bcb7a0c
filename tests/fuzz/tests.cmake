# Fuzz targets, for clang only: its libFuzzer writes the inputs. Each is also
# a short test; run the program itself for as long as there is patience.

# rp_fuzz(fuzz_name.c ROOMS room...): `rooms` are watched for new paths.
function(rp_fuzz source)
    cmake_parse_arguments(arg "" "" "ROOMS" ${ARGN})
    get_filename_component(name ${source} NAME_WE)
    add_executable(${name} ${CMAKE_SOURCE_DIR}/tests/fuzz/${source})
    target_include_directories(${name} PRIVATE
        ${CMAKE_SOURCE_DIR}/tests ${CMAKE_SOURCE_DIR}/engine)
    rp_flags(${name})
    target_compile_options(${name} PRIVATE -fsanitize=fuzzer)
    target_link_options(${name} PRIVATE -fsanitize=fuzzer)
    foreach(room ${arg_ROOMS})
        target_compile_options(rp_${room} PRIVATE -fsanitize=fuzzer-no-link)
        target_link_libraries(${name} PRIVATE rp_${room})
    endforeach()
    add_test(NAME fuzz/${name} COMMAND ${name} -runs=20000 -max_len=400)
    set_tests_properties(fuzz/${name} PROPERTIES LABELS fuzz TIMEOUT 300)
endfunction()

if(CMAKE_C_COMPILER_ID MATCHES "Clang")
    rp_fuzz(fuzz_expr.c ROOMS scenario)
endif()
