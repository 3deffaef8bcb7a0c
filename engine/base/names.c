/*
 * Written names, and the nearest one to a slip of the pen.
 */
#include <string.h>

#include "rapport/base.h"

enum {
    ID_MAX = 64,
    WORD_MAX = 64
};

static bool is_id_start(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
}

bool rp_is_id(const char *string)
{
    size_t length = strlen(string);

    if (length == 0 || length > ID_MAX || !is_id_start(string[0])) {
        return false;
    }
    for (size_t i = 1; i < length; i++) {
        if (!is_id_start(string[i]) && string[i] != '_' && string[i] != '-') {
            return false;
        }
    }
    return true;
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Two words and the last three rows of their distance table. */
typedef struct table {
    const char *a;
    const char *b;
    size_t rows[3][WORD_MAX + 1];
} table;

static void fill_row(table *of, size_t i)
{
    size_t *now = of->rows[i % 3];
    const size_t *last = of->rows[(i + 2) % 3];
    const size_t *before = of->rows[(i + 1) % 3];
    const char *a = of->a;
    const char *b = of->b;

    now[0] = i;
    for (size_t j = 1; b[j - 1] != '\0'; j++) {
        size_t swap = last[j - 1] + (a[i - 1] != b[j - 1]);
        now[j] = least(least(last[j] + 1, now[j - 1] + 1), swap);
        if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
            now[j] = least(now[j], before[j - 2] + 1);
        }
    }
}

/*
 * Damerau-Levenshtein distance, adjacent transpositions only (Damerau 1964,
 * "optimal string alignment").
 */
static size_t distance(const char *a, const char *b)
{
    table of = {.a = a, .b = b};
    size_t b_length = strlen(b);
    size_t i = 1;

    for (size_t j = 0; j <= b_length; j++) {
        of.rows[0][j] = j;
    }
    for (; a[i - 1] != '\0'; i++) {
        fill_row(&of, i);
    }
    return of.rows[(i - 1) % 3][b_length];
}

const char *rp_nearest_name(const char *wanted, const char *const *names,
                            size_t count)
{
    size_t length = strlen(wanted);
    size_t beyond = (length / 3 > 1 ? length / 3 : 1) + 1;
    const char *nearest = NULL;

    if (length > WORD_MAX) {
        return NULL;
    }
    for (size_t i = 0; i < count; i++) {
        if (strlen(names[i]) > WORD_MAX) {
            continue;
        }
        size_t apart = distance(wanted, names[i]);
        if (apart < beyond) {
            nearest = names[i];
            beyond = apart;
        }
    }
    return nearest;
}
