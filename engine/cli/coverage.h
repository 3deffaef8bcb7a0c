/*
 * `rapport coverage`, inside.
 */
#ifndef CLI_COVERAGE_H
#define CLI_COVERAGE_H

#include "cli.h"
#include "rapport/author.h"

/* For people; `is_whole`: every behaviour with every scenario. */
void coverage_print(const cli *with, const rp_coverage *of, bool is_whole);

/* Its second half: the scenarios, faults, promises, pools. */
void coverage_print_lists(const cli *with, const rp_coverage *of,
                          bool is_whole);
void coverage_heading(const cli *with, const char *text);

/* For other programs: keys and their order stay as they are. */
void coverage_write(rp_json *json, const rp_coverage *of);

/* The chapter a section belongs to: what stands before its first point. */
uint32_t coverage_chapter(const char *section);

#endif
