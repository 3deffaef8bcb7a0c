rp_test(scenarios/test_transcripts.c LIBS rp_app LABELS golden)

# The bundled scenarios pass their gate: no faults, no warnings, proven odds.
add_test(NAME scenarios/gate
         COMMAND ${CMAKE_SOURCE_DIR}/tests/scenarios/gate.sh
                 $<TARGET_FILE:rapport> ${CMAKE_SOURCE_DIR}/scenarios)
set_tests_properties(scenarios/gate PROPERTIES LABELS scenarios TIMEOUT 1200)
