# The helper is a process of its own here, found by its path in the build tree.
if(TARGET rp_script AND TARGET rapport-helper)
    file(GLOB script_tests RELATIVE ${CMAKE_CURRENT_SOURCE_DIR}
         CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/script/test_*.c)
    foreach(test ${script_tests})
        get_filename_component(name ${test} NAME_WE)
        rp_test(${test} LIBS rp_script SOURCES script/folder.c)
        string(REGEX REPLACE "^test_" "test_script_" target ${name})
        add_dependencies(${target} rapport-helper)
    endforeach()
endif()
