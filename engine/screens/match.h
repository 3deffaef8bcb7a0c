/*
 * How well a text fits what was typed: one rule, the same for every list, so
 * that people learn what comes first.
 */
#ifndef SCREENS_MATCH_H
#define SCREENS_MATCH_H

/* From the best fit down. */
typedef enum match_rank {
    MATCH_WHOLE,    /* the text itself */
    MATCH_START,    /* it begins so */
    MATCH_WORDS,    /* every typed word begins one of its words */
    MATCH_INSIDE,   /* every typed word stands somewhere in it */
    MATCH_INITIALS, /* the letters begin its words, in order: "hc" */
    MATCH_NONE
} match_rank;

/*
 * `typed` is cut at spaces; the case of A to Z does not count. Han characters
 * have no words: they fit where they stand. Nothing typed fits everything,
 * as MATCH_INSIDE.
 */
match_rank match(const char *typed, const char *text);

#endif
