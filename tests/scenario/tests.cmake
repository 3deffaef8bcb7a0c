# Every test_*.c of this folder is one test; those that need the script room
# are named here and wait for it.
set(tests_with_script test_fault_fixtures.c)

# Lua is the judge of what an expression means.
set(tests_with_lua test_expr_lua.c)
if(NOT TARGET PkgConfig::LUA)
    pkg_check_modules(LUA REQUIRED IMPORTED_TARGET lua5.4)
endif()

file(GLOB scenario_tests RELATIVE ${CMAKE_CURRENT_LIST_DIR} CONFIGURE_DEPENDS
     ${CMAKE_CURRENT_LIST_DIR}/test_*.c)
foreach(source ${scenario_tests})
    if(source IN_LIST tests_with_lua)
        rp_test(scenario/${source} LIBS rp_scenario PkgConfig::LUA)
    elseif(NOT source IN_LIST tests_with_script)
        rp_test(scenario/${source} LIBS rp_scenario)
    elseif(TARGET rp_script)
        rp_test(scenario/${source} LIBS rp_script rp_scenario LABELS golden)
        get_filename_component(name ${source} NAME_WE)
        string(REPLACE "test_" "test_scenario_" target ${name})
        add_dependencies(${target} rapport-helper)
    endif()
endforeach()
