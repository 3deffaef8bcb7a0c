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
endif()

# The program in a real window, under an X server of the test's own.
if(TARGET rapport)
    foreach(name call resume idle)
        rp_test(window/test_${name}.c LABELS window
                SOURCES window/robot.c window/robot_store.c
                LIBS PkgConfig::JANSSON PkgConfig::SQLITE)
        add_dependencies(test_window_${name} rapport rapport-helper)
        set_tests_properties(window/${name} PROPERTIES SKIP_RETURN_CODE 77)
    endforeach()
endif()
