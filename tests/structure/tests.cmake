add_test(NAME structure/arrows
         COMMAND ${CMAKE_SOURCE_DIR}/tests/structure/arrows.sh
                 ${CMAKE_SOURCE_DIR})
set_tests_properties(structure/arrows PROPERTIES LABELS structure)

file(GLOB guide_pages CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/scenarios/guide/*.md)
add_test(NAME structure/guide
         COMMAND lua5.4 ${CMAKE_SOURCE_DIR}/tests/structure/guide.lua
                 $<TARGET_FILE:rapport> ${CMAKE_SOURCE_DIR}/scenarios/README.md
                 ${guide_pages})
set_tests_properties(structure/guide PROPERTIES LABELS docs)

add_test(NAME structure/generated
         COMMAND ${CMAKE_SOURCE_DIR}/tests/structure/generated.sh
                 $<TARGET_FILE:rapport> ${CMAKE_SOURCE_DIR})
set_tests_properties(structure/generated PROPERTIES LABELS docs)
