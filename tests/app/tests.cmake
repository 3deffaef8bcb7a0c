# Every test_*.c of this folder is one test; the shared kit is compiled in.
file(GLOB app_tests RELATIVE ${CMAKE_CURRENT_LIST_DIR} CONFIGURE_DEPENDS
     ${CMAKE_CURRENT_LIST_DIR}/test_*.c)
if(TARGET rp_app)
    foreach(source ${app_tests})
        rp_test(app/${source} LIBS rp_app PkgConfig::SQLITE
                SOURCES app/app_kit.c)
    endforeach()
    if(TARGET rapport-helper)
        add_dependencies(test_app_load rapport-helper)
        add_dependencies(test_app_guide rapport-helper)
        add_dependencies(test_app_studio rapport-helper)
    endif()
    if(TARGET rapport-locale)
        add_dependencies(test_app_settings rapport-locale)
    endif()
endif()
