add_test(NAME structure/arrows
         COMMAND ${CMAKE_SOURCE_DIR}/tests/structure/arrows.sh
                 ${CMAKE_SOURCE_DIR})
set_tests_properties(structure/arrows PROPERTIES LABELS structure)

add_test(NAME structure/guide_example
         COMMAND ${CMAKE_SOURCE_DIR}/tests/structure/guide_example.sh
                 $<TARGET_FILE:rapport> ${CMAKE_SOURCE_DIR}/scenarios/README.md)
set_tests_properties(structure/guide_example PROPERTIES LABELS docs)
