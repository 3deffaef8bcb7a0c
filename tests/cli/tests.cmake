# The program as people run it.
if(TARGET rapport)
    foreach(name run store editions translate watch new faults_zh
            channels)
        add_test(NAME cli/${name}
                 COMMAND ${CMAKE_CURRENT_LIST_DIR}/${name}.sh
                         $<TARGET_FILE:rapport>)
        set_tests_properties(cli/${name} PROPERTIES LABELS golden TIMEOUT 300)
    endforeach()
    add_test(NAME cli/words
             COMMAND ${CMAKE_CURRENT_LIST_DIR}/words.sh ${CMAKE_SOURCE_DIR})
    set_tests_properties(cli/words PROPERTIES LABELS golden)
    rp_test(cli/test_json.c LIBS PkgConfig::JANSSON LABELS golden)
    target_compile_definitions(test_cli_json PRIVATE
        RP_PROGRAM="$<TARGET_FILE:rapport>")
    add_dependencies(test_cli_json rapport)
endif()
