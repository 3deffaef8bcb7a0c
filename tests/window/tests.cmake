# The real fonts, pictures and painter, without a display.
if(TARGET rp_window)
    foreach(name breaks fonts stage)
        rp_test(window/test_${name}.c LIBS rp_window)
    endforeach()

    # The components sheet: `ui_demo out.png dark zh 150`, or alone a window.
    add_executable(ui_demo support/ui_demo.c)
    target_include_directories(ui_demo PRIVATE ${CMAKE_SOURCE_DIR}/engine)
    target_compile_definitions(ui_demo PRIVATE
        RP_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    target_link_libraries(ui_demo PRIVATE rp_window)
    rp_flags(ui_demo)

    # Pictures of every screen, for `./dev shots`; no test.
    add_executable(window_shots window/shots.c screens/journey.c)
    set_target_properties(window_shots PROPERTIES
        RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
    target_include_directories(window_shots PRIVATE
        ${CMAKE_SOURCE_DIR}/tests ${CMAKE_SOURCE_DIR}/engine)
    target_compile_definitions(window_shots PRIVATE
        RP_SOURCE_DIR="${CMAKE_SOURCE_DIR}" RP_BUILD_DIR="${CMAKE_BINARY_DIR}")
    target_link_libraries(window_shots PRIVATE
        rp_window rp_screens rp_app PkgConfig::CMOCKA)
    rp_flags(window_shots)
    add_dependencies(window_shots rapport-helper rapport-locale)
endif()

# The program in a real window, under an X server of the test's own.
if(TARGET rapport)
    foreach(name call resume idle)
        rp_test(window/test_${name}.c LABELS window
                SOURCES window/robot.c window/robot_hand.c window/robot_play.c
                    window/robot_store.c
                LIBS PkgConfig::JANSSON PkgConfig::SQLITE)
        add_dependencies(test_window_${name} rapport rapport-helper)
        set_tests_properties(window/${name} PROPERTIES SKIP_RETURN_CODE 77)
    endforeach()
endif()
