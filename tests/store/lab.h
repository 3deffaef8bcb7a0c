/*
 * Builders for the store's tests: a clock that only tests move, chance that
 * repeats, the smallest legal record of each kind, a folder of its own.
 */
#ifndef RAPPORT_TESTS_STORE_LAB_H
#define RAPPORT_TESTS_STORE_LAB_H

#include "rapport/store.h"
#include "support/test.h"

typedef struct lab {
    char folder[512]; /* "" : in memory */
    int64_t now_ms;   /* a second passes with every look */
    rp_random random;
    rp_arena arena;
    rp_store *store;
    rp_digest document;
    rp_store_id person;
} lab;

/* A store in memory with one document and the default person. */
void lab_setup(lab *at);
/* The same in a new folder. */
void lab_setup_folder(lab *at);
/* Closes, clears, removes the folder. */
void lab_clear(lab *at);

/* An empty folder with nothing opened in it. */
void lab_make_folder(lab *at);

rp_store_options lab_options(lab *at);
void lab_open(lab *at);
void lab_close(lab *at);
void lab_fill(lab *at); /* document and person */

/* `name` within the folder. */
const char *lab_path(lab *at, const char *name);

rp_stored_document lab_document(const char *json);
rp_attempt_start lab_start(const lab *at);
rp_stored_result lab_result(void);

rp_store_id lab_begin(lab *at);
void lab_move(lab *at, const rp_store_id *attempt, uint32_t seq);
rp_store_id lab_play(lab *at, uint32_t moves); /* begun, played, finished */

/* Runs SQL on the database file as somebody who means harm would. */
void lab_tamper(lab *at, const char *sql);

/* Counts what verify finds, by kind. */
typedef struct lab_findings {
    uint32_t count;
    uint32_t kinds[RP_FOUND_KINDS];
    rp_chain_finding last;
} lab_findings;

lab_findings lab_verify(lab *at, const rp_chain_head *known);

/* Where a call inside assert_ok tells what went wrong. */
extern rp_error lab_error;

void lab_check(rp_status status, const char *call);

#define assert_ok(call) lab_check((call), #call)

#endif
