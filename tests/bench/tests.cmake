# What is measured beside the store (which registers its own).
rp_bench(bench/bench_step.c LIBS rp_toys)
rp_bench(bench/bench_walk.c LIBS rp_toys rp_solve)
rp_bench(bench/bench_load.c LIBS rp_app)
add_dependencies(bench_load rapport-helper)
rp_bench(bench/bench_check.c LIBS rp_app)
add_dependencies(bench_check rapport-helper)
rp_bench(bench/bench_play.c LIBS rp_app)
add_dependencies(bench_play rapport-helper)

if(TARGET rp_ui)
    rp_bench(bench/bench_rows.c SOURCES ui/ui_kit.c
             LIBS rp_ui PkgConfig::CMOCKA)
endif()

if(TARGET rp_window)
    rp_bench(bench/bench_window.c SOURCES bench/bench_display.c LIBS rp_window)
    # Only ./dev bench installs what presses keys and watches the display.
    pkg_check_modules(X11 QUIET IMPORTED_TARGET x11 xtst xdamage)
    if(X11_FOUND)
        rp_bench(bench/bench_key.c SOURCES bench/bench_display.c
                 LIBS rp_window PkgConfig::X11)
    endif()
    add_executable(minimal_window bench/floors/minimal_window.c)
    target_link_libraries(minimal_window PRIVATE PkgConfig::SDL)
    set_target_properties(minimal_window PROPERTIES
        RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bench/floors)
    rp_flags(minimal_window)
    add_dependencies(bench_window minimal_window rapport rapport-helper)
    if(TARGET bench_key)
        add_dependencies(bench_key minimal_window rapport rapport-helper)
    endif()
endif()

# All of them, and what they run.
add_custom_target(benches)
if(TARGET bench_rows)
    add_dependencies(benches bench_rows)
endif()
add_dependencies(benches rapport bench_play bench_step bench_walk bench_load bench_check bench_store)
if(TARGET rp_window)
    add_dependencies(benches bench_window)
    if(TARGET bench_key)
        add_dependencies(benches bench_key)
    endif()
endif()
