add_library(rp_brute STATIC ${CMAKE_CURRENT_SOURCE_DIR}/support/brute.c)
target_include_directories(rp_brute PRIVATE
    ${CMAKE_SOURCE_DIR}/tests ${CMAKE_SOURCE_DIR}/engine)
target_link_libraries(rp_brute PUBLIC rp_solve rp_toys)
rp_flags(rp_brute)

foreach(name agrees walk report debrief)
    rp_test(solve/test_${name}.c LIBS rp_brute)
endforeach()
