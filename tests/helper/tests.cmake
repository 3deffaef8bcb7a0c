# The language's words are tested in this process, under the sanitizers; the
# helper as a process is tested from tests/script.
if(TARGET rp_helper_words)
    file(GLOB helper_tests RELATIVE ${CMAKE_CURRENT_SOURCE_DIR}
         CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/helper/test_*.c)
    foreach(test ${helper_tests})
        rp_test(${test} SOURCES helper/harness.c LIBS rp_helper_words)
    endforeach()
endif()
