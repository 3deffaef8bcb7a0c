# Toys: small calls made directly as models, for play and solve.
add_library(rp_toys STATIC
    ${CMAKE_CURRENT_SOURCE_DIR}/support/toy_model.c
    ${CMAKE_CURRENT_SOURCE_DIR}/support/toy_nodes.c
    ${CMAKE_CURRENT_SOURCE_DIR}/support/toy_random.c
    ${CMAKE_CURRENT_SOURCE_DIR}/support/toy_small.c
    ${CMAKE_CURRENT_SOURCE_DIR}/support/naive.c)
target_include_directories(rp_toys PRIVATE
    ${CMAKE_SOURCE_DIR}/tests ${CMAKE_SOURCE_DIR}/engine)
target_link_libraries(rp_toys PUBLIC rp_play rp_scenario PkgConfig::CMOCKA)
rp_flags(rp_toys)

foreach(name step step_agrees move_text session score)
    rp_test(play/test_${name}.c LIBS rp_toys)
endforeach()
