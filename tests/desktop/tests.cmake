# The program as a desktop meets it. The package itself is tried by
# `./dev deb --try`.
if(TARGET rapport)
    add_test(NAME desktop/install
             COMMAND ${CMAKE_CURRENT_LIST_DIR}/install.sh ${CMAKE_BINARY_DIR}
                     ${CMAKE_SOURCE_DIR})
    add_test(NAME desktop/pages
             COMMAND ${CMAKE_CURRENT_LIST_DIR}/pages.sh $<TARGET_FILE:rapport>
                     ${CMAKE_SOURCE_DIR})
    set_tests_properties(desktop/install desktop/pages PROPERTIES
        LABELS desktop TIMEOUT 300)
endif()
