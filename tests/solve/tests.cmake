# Brute force: what the solver answers, by trying every path.
add_library(rp_brute STATIC
    ${CMAKE_CURRENT_SOURCE_DIR}/support/brute.c
    ${CMAKE_CURRENT_SOURCE_DIR}/support/brute_guess.c
    ${CMAKE_CURRENT_SOURCE_DIR}/support/brute_look.c
    ${CMAKE_CURRENT_SOURCE_DIR}/support/brute_graph.c)
target_include_directories(rp_brute PRIVATE
    ${CMAKE_SOURCE_DIR}/tests ${CMAKE_SOURCE_DIR}/engine)
target_link_libraries(rp_brute PUBLIC rp_solve rp_toys)
rp_flags(rp_brute)

foreach(name agrees walk report debrief mass moment strong)
    rp_test(solve/test_${name}.c LIBS rp_brute)
endforeach()

# The solver against brute force and against chance, over generated calls.
foreach(name calls reach witness traps report sample budget gate)
    rp_test(solve/test_trust_${name}.c LIBS rp_brute)
endforeach()

rp_test(solve/test_trust_bundled.c LIBS rp_app)
