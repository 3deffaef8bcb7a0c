# Every test_*.c of this folder is one test; those that break things are
# labelled so.
add_library(rp_store_lab STATIC
    ${CMAKE_CURRENT_LIST_DIR}/lab.c ${CMAKE_CURRENT_LIST_DIR}/broken_disk.c)
target_include_directories(rp_store_lab PRIVATE ${CMAKE_CURRENT_LIST_DIR}/..)
target_link_libraries(rp_store_lab PUBLIC rp_store PkgConfig::CMOCKA)
rp_flags(rp_store_lab)

set(store_faults test_crash.c test_disk.c test_memory.c test_damage.c)
file(GLOB store_tests RELATIVE ${CMAKE_CURRENT_LIST_DIR} CONFIGURE_DEPENDS
     ${CMAKE_CURRENT_LIST_DIR}/test_*.c)
foreach(source ${store_tests})
    set(label unit)
    if(source IN_LIST store_faults)
        set(label fault)
    endif()
    rp_test(store/${source} LIBS rp_store_lab LABELS ${label})
endforeach()

if(EXISTS ${CMAKE_CURRENT_LIST_DIR}/../bench/bench_store.c)
    rp_bench(bench/bench_store.c LIBS rp_store)
endif()
