/*
 * Folding: what a text is to a search. Lower case by the C library's tables,
 * half width for full, one sign for each kind of quote, dash and space.
 */
#ifndef RAPPORT_APP_FOLD_H
#define RAPPORT_APP_FOLD_H

#include <locale.h>

#include "rapport/base.h"

typedef struct folding {
    locale_t letters; /* none: only ASCII has cases */
} folding;

folding folding_open(void);
void folding_close(folding *by);

/*
 * The folded text, owned by the arena; NULL when refused. It has as many code
 * points as `text`. No letter takes more than twice its bytes.
 */
char *fold_text(const folding *by, rp_arena *arena, const char *text);

#endif
