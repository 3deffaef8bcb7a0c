file(GLOB author_tests RELATIVE ${CMAKE_CURRENT_SOURCE_DIR}
     CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/author/test_*.c)
foreach(test ${author_tests})
    rp_test(${test} LIBS rp_author rp_app rp_toys)
endforeach()
