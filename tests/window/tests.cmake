# The real fonts, pictures and painter, without a display.
if(TARGET rp_window)
    foreach(name breaks fonts stage place)
        rp_test(window/test_${name}.c LIBS rp_window)
    endforeach()

    rp_test(window/test_repaint.c SOURCES screens/journey.c
            LIBS rp_window rp_screens rp_app PkgConfig::CMOCKA)
    add_dependencies(test_window_repaint rapport-helper rapport-locale)

    # Voices that only write down what they are to say, and a speech service
    # of the tests' own in the place of the machine's.
    rp_test(window/test_voice.c SOURCES window/fake_voice.c
            LIBS rp_window PkgConfig::CMOCKA)
    add_library(fake_speechd SHARED window/fake_speechd.c)
    find_package(Threads REQUIRED)
    target_link_libraries(fake_speechd PRIVATE Threads::Threads)
    target_compile_definitions(fake_speechd PRIVATE _GNU_SOURCE)
    target_compile_options(fake_speechd PRIVATE -Wall -Werror)
    set_target_properties(fake_speechd PROPERTIES
        OUTPUT_NAME speechd SUFFIX .so.2
        LIBRARY_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests/fake)
    rp_test(window/test_speechd.c LIBS rp_window)
    add_dependencies(test_window_speechd fake_speechd)
    set_tests_properties(window/speechd PROPERTIES
        ENVIRONMENT LD_LIBRARY_PATH=${CMAKE_BINARY_DIR}/tests/fake)

    # Pictures of every screen, for `./dev shots`; no test.
    add_executable(window_shots window/shots.c screens/journey.c
        screens/studio_show.c screens/record_show.c)
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
    foreach(name call resume idle launch)
        rp_test(window/test_${name}.c LABELS window
                SOURCES window/robot.c window/robot_hand.c window/robot_play.c
                    window/robot_store.c
                LIBS PkgConfig::JANSSON PkgConfig::SQLITE)
        add_dependencies(test_window_${name} rapport rapport-helper)
        set_tests_properties(window/${name} PROPERTIES SKIP_RETURN_CODE 77)
    endforeach()
endif()
