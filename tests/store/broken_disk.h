/*
 * A disk that breaks on demand: a thin layer over SQLite's own files that
 * counts what changes them and fails, stops or forgets at the n-th.
 */
#ifndef RAPPORT_TESTS_STORE_BROKEN_DISK_H
#define RAPPORT_TESTS_STORE_BROKEN_DISK_H

#include <stdint.h>

typedef enum disk_fault {
    DISK_WORKS,
    DISK_IS_FULL,    /* the n-th operation fails once: no space */
    DISK_FAILS,      /* the n-th operation and all after it fail */
    DISK_KILLS,      /* the process is killed in the n-th operation */
    DISK_LOSES_POWER /* from the n-th on nothing reaches the disk */
} disk_fault;

/* Registers the layer; its name for rp_store_options.vfs. */
const char *disk_register(void);

/* From now on; `at` counts writes, truncations and syncs from 1. */
void disk_break(disk_fault fault, uint32_t at);

/* Operations since the last disk_break. */
uint32_t disk_operations(void);

/*
 * After DISK_LOSES_POWER: takes back every write that no sync followed, so
 * that the files hold what a disk without power would.
 */
void disk_forget_unsynced(void);

#endif
