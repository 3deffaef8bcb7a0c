/*
 * A guesser's calls as a chain: classes of states from which its runs are the
 * same by chance. Two states are of one class when they have the same ways
 * on, ways being the same when they are as likely, bring the same points and
 * lead to the same class; nodes, texts and moods no longer matter, and states
 * of different fact sets meet in one class.
 *
 * Classes are found along the order in which successors come first. Where
 * runs may go in circles a state stays by itself.
 */
#include <string.h>

#include "solve/odds.h"

enum {
    SLOTS_LEAST = 256,
    CLASS_WANTED = UINT32_MAX - 1 /* met, and not yet told */
};

void chain_init(chain *c, const rp_walk *walk, bool lumps)
{
    *c = (chain){.memory = {.alloc = walk->memory.alloc,
                            .bytes_max = walk->memory.bytes_max},
                 .lumps = lumps};
}

void chain_clear(chain *c)
{
    LIST_DROP(&c->memory, &c->classes);
    LIST_DROP(&c->memory, &c->ways);
    LIST_DROP(&c->memory, &c->class_of);
    LIST_DROP(&c->memory, &c->wanted);
    LIST_DROP(&c->memory, &c->slots);
}

/* What follows where no class is asked for; NO_STATE: a class. */
static uint32_t fate_of(const rp_walk *walk, uint32_t state)
{
    if (state == NO_STATE || walk_is_unknown(walk, state)) {
        return FATE_OPEN;
    }
    const rp_node *node = walk_node(walk, state);
    if (node->kind == RP_ENDING) {
        return node_ends_well(node) ? FATE_ENDS_WELL : FATE_FAILS;
    }
    /* The bounds of a walk that was ended early prove nothing. */
    bool is_lost = walk->is_exact &&
                   prospect_of(&walk->most, 0, state)->best == VALUE_NONE;
    return is_lost ? FATE_FAILS : NO_STATE;
}

/* The class a way leads to, once all states have theirs. */
static uint32_t class_behind(const chain *c, const rp_walk *walk,
                             const guess_way *way)
{
    uint32_t fate = way->is_critical ? FATE_FAILS : fate_of(walk, way->target);

    return fate != NO_STATE ? fate
                            : c->class_of.items[walk->alike.items[way->target]];
}

/* ------------------------------------------------------ what can be reached */

static bool want(chain *c, const rp_walk *walk, uint32_t state)
{
    if (fate_of(walk, state) != NO_STATE) {
        return true;
    }
    uint32_t first = walk->alike.items[state];
    if (c->class_of.items[first] != NO_STATE) {
        return true;
    }
    if (!LIST_ROOM(&c->memory, &c->wanted, 1)) {
        return false;
    }
    c->class_of.items[first] = CLASS_WANTED;
    c->wanted.items[c->wanted.count++] = first;
    return true;
}

/* How often a guesser takes a way may depend on totals: then all are wanted. */
static bool may_take(const guess *by, const guess_way *way)
{
    return !way->is_critical && (way->share > 0 || guess_minds_totals(by));
}

static bool want_ways(chain *c, guess *by, uint32_t state)
{
    const standing who = {.state = state, .left = by->walk->model->moves_max};
    bool fits = guess_ways(by, &who);

    for (uint64_t i = 0; fits && i < by->ways.count; i++) {
        const guess_way *way = &by->ways.items[i];
        fits = !may_take(by, way) || want(c, by->walk, way->target);
    }
    return fits;
}

static bool want_all(chain *c, guess *by, const uint32_t roots[GUESS_LANES])
{
    bool fits = true;

    for (uint32_t i = 0; fits && i < GUESS_LANES; i++) {
        fits = want(c, by->walk, roots[i]);
    }
    while (fits && c->wanted.count > 0) {
        fits = want_ways(c, by, c->wanted.items[--c->wanted.count]);
    }
    return fits;
}

/* ------------------------------------------------------------------ classes */

static uint64_t mix(uint64_t hash, uint64_t word)
{
    hash = (hash ^ word) * 0xbf58476d1ce4e5b9U;
    return hash ^ hash >> 29;
}

static uint64_t bits_of(double share)
{
    uint64_t bits = 0;

    memcpy(&bits, &share, sizeof bits);
    return bits;
}

static uint64_t hash_of(const chain *c, const chain_class *of)
{
    uint64_t hash = mix(of->way_count, of->steps);

    for (uint32_t i = 0; i < of->way_count; i++) {
        const guess_way *way = &c->ways.items[of->first_way + i];
        hash = mix(hash, (uint64_t)way->target << 32 | way->is_counted);
        hash = mix(hash, way->arg);
        for (uint32_t j = 0; j < RP_SCORES; j++) {
            hash = mix(hash, (uint32_t)way->points[j]);
        }
        hash = mix(hash, bits_of(way->share));
    }
    return hash;
}

static bool is_same(const chain *c, const chain_class *a, const chain_class *b)
{
    bool is_equal = a->way_count == b->way_count && a->steps == b->steps &&
                    a->longest != MOVES_ENDLESS && b->longest != MOVES_ENDLESS;

    for (uint32_t i = 0; is_equal && i < a->way_count; i++) {
        const guess_way *one = &c->ways.items[a->first_way + i];
        const guess_way *other = &c->ways.items[b->first_way + i];
        is_equal = guess_compare_ways(one, other) == 0 &&
                   bits_of(one->share) == bits_of(other->share);
    }
    return is_equal;
}

/* The slot of a class like this one, or the free one where it belongs. */
static uint32_t *slot_of(const chain *c, const chain_class *of)
{
    uint64_t mask = c->slots.count - 1;
    uint64_t slot = hash_of(c, of) >> 16 & mask;

    while (c->slots.items[slot] != 0 &&
           !is_same(c, &c->classes.items[c->slots.items[slot]], of)) {
        slot = (slot + 1) & mask;
    }
    return &c->slots.items[slot];
}

static bool grow_slots(chain *c)
{
    uint64_t count = c->slots.count == 0 ? SLOTS_LEAST : 2 * c->slots.count;

    if (!LIST_ROOM(&c->memory, &c->slots, count - c->slots.count)) {
        return false;
    }
    memset(c->slots.items, 0, (size_t)count * sizeof *c->slots.items);
    c->slots.count = count;
    for (uint32_t i = FATES; i < c->classes.count; i++) {
        if (c->classes.items[i].longest != MOVES_ENDLESS) {
            *slot_of(c, &c->classes.items[i]) = i;
        }
    }
    return true;
}

/* Keeps the ways as they were found, led to classes, behind all others. */
static bool keep_ways(chain *c, guess *by, chain_class *of)
{
    for (uint64_t i = 0; i < by->ways.count; i++) {
        by->ways.items[i].target =
            class_behind(c, by->walk, &by->ways.items[i]);
    }
    if (c->lumps) {
        guess_lump(by);
    }
    if (!LIST_ROOM(&c->memory, &c->ways, by->ways.count)) {
        return false;
    }
    of->first_way = c->ways.count;
    of->way_count = (uint32_t)by->ways.count;
    if (of->way_count > 0) {
        memcpy(c->ways.items + c->ways.count, by->ways.items,
               of->way_count * sizeof *by->ways.items);
    }
    c->ways.count += of->way_count;
    return true;
}

static uint32_t add_class(chain *c, const chain_class *of)
{
    if (!LIST_ROOM(&c->memory, &c->classes, 1)) {
        return NO_STATE;
    }
    c->classes.items[c->classes.count] = *of;
    return (uint32_t)c->classes.count++;
}

/* The class with the ways of `of`, which come last, where there is one. */
static uint32_t find_class(chain *c, const chain_class *of)
{
    if (2 * (c->classes.count + 1) > c->slots.count && !grow_slots(c)) {
        return NO_STATE;
    }
    uint32_t *slot = slot_of(c, of);
    if (*slot != 0) {
        c->ways.count = of->first_way;
        return *slot;
    }
    uint32_t idx = add_class(c, of);
    if (idx != NO_STATE) {
        *slot = idx;
    }
    return idx;
}

static chain_class class_from(const rp_walk *walk, uint32_t state)
{
    const uint64_t row = (uint64_t)state * RP_SCORES;

    return (chain_class){.state = state,
                         .longest = walk->longest.items[state],
                         .steps = walk_draft_steps(walk, state),
                         .most = walk->most.at + row,
                         .least = walk->least.at + row};
}

/* A state whose successors have their classes. False when refused. */
static bool classify(chain *c, guess *by, uint32_t state)
{
    const standing who = {.state = state, .left = by->walk->model->moves_max};
    chain_class made = class_from(by->walk, state);
    uint32_t *known = &c->class_of.items[state];

    if (!guess_ways(by, &who) || !keep_ways(c, by, &made)) {
        return false;
    }
    if (made.longest == MOVES_ENDLESS) {
        c->classes.items[*known] = made;
        return true;
    }
    *known = c->lumps ? find_class(c, &made) : add_class(c, &made);
    return *known != NO_STATE;
}

/* What may go in circles is met before its successors are told. */
static bool number_endless(chain *c, const rp_walk *walk)
{
    bool fits = true;

    for (uint32_t i = 0; fits && i < walk->states.count; i++) {
        uint32_t *known = &c->class_of.items[i];
        if (*known == CLASS_WANTED && walk->longest.items[i] == MOVES_ENDLESS) {
            chain_class made = class_from(walk, i);
            *known = add_class(c, &made);
            fits = *known != NO_STATE;
        }
    }
    return fits;
}

static bool classify_all(chain *c, guess *by)
{
    const rp_walk *walk = by->walk;
    bool fits = number_endless(c, walk);

    for (uint64_t i = 0; fits && i < walk->order.count; i++) {
        uint32_t state = walk->order.items[i];
        if (c->class_of.items[state] != NO_STATE) {
            fits = classify(c, by, state);
        }
    }
    return fits;
}

static bool make_room(chain *c, const rp_walk *walk)
{
    const chain_class fate = {.longest = MOVES_ENDLESS};

    c->class_of.count = 0;
    if (!LIST_ROOM(&c->memory, &c->class_of, walk->states.count)) {
        return false;
    }
    c->class_of.count = walk->states.count;
    memset(c->class_of.items, 0xFF,
           (size_t)c->class_of.count * sizeof(uint32_t));
    while (c->classes.count < FATES) {
        if (add_class(c, &fate) == NO_STATE) {
            return false;
        }
    }
    return true;
}

bool chain_add(chain *c, guess *by, uint32_t roots[GUESS_LANES])
{
    rp_walk *walk = by->walk;

    if (!walk_futures(walk) || !walk_bounds(walk) || !make_room(c, walk) ||
        !want_all(c, by, roots) || !classify_all(c, by)) {
        return false;
    }
    for (uint32_t i = 0; i < GUESS_LANES; i++) {
        roots[i] = class_behind(c, walk, &(guess_way){.target = roots[i]});
    }
    return true;
}

bool chain_ways(const chain *c, guess *by, const standing *who, ways_on *found)
{
    const chain_class *of = &c->classes.items[who->state];
    standing there = *who;

    *found = (ways_on){c->ways.items + of->first_way, of->way_count};
    if (!guess_minds_totals(by)) {
        return true;
    }
    there.state = of->state;
    if (!guess_ways(by, &there)) {
        return false;
    }
    for (uint64_t i = 0; i < by->ways.count; i++) {
        by->ways.items[i].target = found->items[i].target;
    }
    *found = (ways_on){by->ways.items, by->ways.count};
    return true;
}
