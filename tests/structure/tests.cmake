add_test(NAME structure/arrows
         COMMAND ${CMAKE_SOURCE_DIR}/tests/structure/arrows.sh
                 ${CMAKE_SOURCE_DIR})
set_tests_properties(structure/arrows PROPERTIES LABELS structure)
