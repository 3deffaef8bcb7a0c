/*
 * Counts against chances: how unlikely is it that `hits` of `runs` came of a
 * chance of `p`?
 *
 * By Chernoff's bound a count this far off or farther, to its side, has a
 * probability of at most exp(-surprise). It holds for every p and any number
 * of runs, with no normal distribution assumed. A bound of 23 is one false
 * alarm in 10^10 questions, so that thousands may be asked: with fixed seeds
 * a test comes out the same every time, and with other seeds the same too.
 */
#ifndef RAPPORT_TESTS_CHANCE_H
#define RAPPORT_TESTS_CHANCE_H

#include <math.h>
#include <stdbool.h>
#include <stdint.h>

static const double surprise_most = 23;

static inline double surprise_part(double share, double p)
{
    return share > 0 ? share * log(share / p) : 0;
}

static inline double surprise(uint64_t hits, uint64_t runs, double p)
{
    double share = (double)hits / (double)runs;

    if ((!(p > 0) && hits > 0) || (!(p < 1) && hits < runs)) {
        return INFINITY;
    }
    return (double)runs *
           (surprise_part(share, p) + surprise_part(1 - share, 1 - p));
}

/* True where the count and the chance go together. */
static inline bool is_likely(uint64_t hits, uint64_t runs, double p)
{
    return surprise(hits, runs, p) <= surprise_most;
}

/*
 * The larger of two chances lies at or above both: neither count may be
 * larger than it allows, and one of them must come up to it.
 */
static inline bool are_likely(const uint64_t hits[2], uint64_t runs,
                              double larger)
{
    bool fits[2];

    for (int i = 0; i < 2; i++) {
        bool is_below = (double)hits[i] < larger * (double)runs;
        fits[i] = is_likely(hits[i], runs, larger);
        if (!fits[i] && !is_below) {
            return false;
        }
    }
    return fits[0] || fits[1];
}

#endif
