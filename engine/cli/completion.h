/*
 * Completion for shells, out of the tables of verbs and options. What an
 * operand or a value may be is told by the word that stands for it there:
 * "SCENARIO", "FILE|PACK…", "DIR".
 */
#ifndef CLI_COMPLETION_H
#define CLI_COMPLETION_H

#include "cli.h"
#include "rapport/launch.h"

/* What a word in the tables stands for. A row ends the table where it is NULL. */
typedef struct completion_kind {
    const char *word;
    const char *list; /* of `rapport completion`; NULL: none */
    bool has_files;
    bool has_folders;
} completion_kind;

extern const completion_kind completion_kinds[];

/* The row of the first `length` bytes of `word`, NULL for none. */
const completion_kind *completion_kind_of(const char *word, size_t length);

/*
 * The operands of a verb, one after the other: the words of the next one,
 * joined by '|', without brackets and dots. False: there is none any more.
 */
typedef struct completion_operand {
    const char *at; /* begin with the verb's `operands` */
    char words[64];
    bool is_repeated;
} completion_operand;

bool completion_next(completion_operand *operand);

/* A whole script, appended. */
typedef void (*completion_script)(const cli *with, rp_text *out);

void completion_bash(const cli *with, rp_text *out);
void completion_zsh(const cli *with, rp_text *out);
void completion_fish(const cli *with, rp_text *out);

/* A text in single quotes, as bash and zsh read it. */
void completion_quote(rp_text *out, const char *text);

#endif
