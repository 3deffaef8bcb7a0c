/*
 * The queue of lines and the thread that has them said.
 */
#include "window/voice.h"

#include <string.h>

#include <SDL.h>

enum {
    LANGUAGE_MAX = 16,
    PERSON_MAX = 32,
    ANSWER_MS = 8000, /* longer than this is no answer */
    CLOSING_MS = 300,
    RETRY_MS = 3000, /* between two attempts to open what failed */
    LEAST_MS = 5000, /* a line is over after so long at the latest ... */
    A_BYTE_MS = 160  /* ... and so much for each byte, however slow */
};

/* A line that waits; its texts are its own. */
typedef struct item {
    voice_line line;
    char *text;
    char *recording;
    char language[LANGUAGE_MAX];
    char person[PERSON_MAX];
} item;

/* A backend as the thread has it. */
typedef struct hand {
    const voice_backend *of;
    void *self; /* NULL: not open */
    uint32_t tried_ms;
    bool was_tried;
} hand;

struct voice {
    voice_options options;
    hand hands[VOICE_BACKENDS_MAX]; /* only the thread's */
    SDL_mutex *lock; /* of all below; never held while a backend may wait */
    SDL_cond *woken;
    SDL_Thread *thread;
    int owners; /* this and the thread: the last one frees */
    item queue[VOICE_QUEUE_MAX];
    int first;
    int count;
    uint32_t turn; /* grows when all that was said before shall cease */
    bool prepares;
    bool ends;
    bool has_ended;
    bool is_busy; /* inside a backend since `busy_ms` */
    uint32_t busy_ms;
    bool is_speaking;
    voice_who who;
    voice_trouble trouble;
    voice_found found[VOICE_FOUND_MAX];
    int found_count;
};

/* ----------------------------------------------------------------- items */

static void item_clear(item *old)
{
    SDL_free(old->text);
    SDL_free(old->recording);
    *old = (item){.text = NULL};
}

static bool item_fill(item *to, const voice_line *line)
{
    *to = (item){.line = *line};
    to->text = SDL_strdup(line->text);
    to->recording =
        line->recording != NULL ? SDL_strdup(line->recording) : NULL;
    (void)SDL_strlcpy(to->language, line->language, sizeof to->language);
    (void)SDL_strlcpy(to->person, line->person != NULL ? line->person : "",
                      sizeof to->person);
    return to->text != NULL;
}

/* The line of an item where it lies now. */
static voice_line item_line(const item *of)
{
    voice_line line = of->line;

    line.text = of->text;
    line.language = of->language;
    line.person = of->person[0] != '\0' ? of->person : NULL;
    line.recording = of->recording;
    return line;
}

static void forget_waiting(voice *all)
{
    while (all->count > 0) {
        item_clear(&all->queue[all->first]);
        all->first = (all->first + 1) % VOICE_QUEUE_MAX;
        all->count--;
    }
}

/* ------------------------------------------------- the thread: backends */

static void wake(void *user)
{
    voice *all = user;

    (void)SDL_LockMutex(all->lock);
    (void)SDL_CondSignal(all->woken);
    (void)SDL_UnlockMutex(all->lock);
}

static void begin_work(voice *all)
{
    (void)SDL_LockMutex(all->lock);
    all->is_busy = true;
    all->busy_ms = SDL_GetTicks();
    (void)SDL_UnlockMutex(all->lock);
}

static void end_work(voice *all)
{
    (void)SDL_LockMutex(all->lock);
    all->is_busy = false;
    (void)SDL_UnlockMutex(all->lock);
}

static void tell_change(voice *all)
{
    (void)SDL_LockMutex(all->lock);
    void (*changed)(void) = all->options.changed;
    (void)SDL_UnlockMutex(all->lock);
    if (changed != NULL) {
        changed();
    }
}

static void note_trouble(voice *all, const hand *of, voice_trouble trouble)
{
    int count = 0;

    if (of->of->plays_recordings) {
        return;
    }
    (void)SDL_LockMutex(all->lock);
    if (trouble == VOICE_FINE && of->of->voices != NULL) {
        count = of->of->voices(of->self, all->found, VOICE_FOUND_MAX);
    }
    all->found_count = count;
    all->trouble = trouble;
    (void)SDL_UnlockMutex(all->lock);
    tell_change(all);
}

static void close_hand(hand *of)
{
    if (of->self != NULL) {
        of->of->close(of->self);
        of->self = NULL;
    }
}

/* Opens what is not open, but not again and again. */
static bool open_hand(voice *all, hand *of)
{
    uint32_t now = SDL_GetTicks();
    voice_trouble trouble = VOICE_FINE;
    bool is_early = of->was_tried && now - of->tried_ms < RETRY_MS;

    if (of->self != NULL) {
        return true;
    }
    if (of->of == NULL || is_early) {
        return false;
    }
    of->was_tried = true;
    of->tried_ms = now;
    begin_work(all);
    of->self =
        of->of->open(&(voice_hands){.wake = wake, .user = all}, &trouble);
    end_work(all);
    note_trouble(all, of, trouble);
    return of->self != NULL;
}

/* The backend that has begun the line; NULL: nobody can. */
static hand *begin_line(voice *all, const voice_line *line)
{
    for (int i = 0; i < VOICE_BACKENDS_MAX; i++) {
        hand *of = &all->hands[i];
        bool is_for_it = of->of != NULL &&
                         (!of->of->plays_recordings || line->recording != NULL);
        if (!is_for_it || !open_hand(all, of)) {
            continue;
        }
        begin_work(all);
        bool can = of->of->speaks(of->self, line->language);
        bool has_begun = can && of->of->say(of->self, line);
        end_work(all);
        if (has_begun) {
            return of;
        }
        if (can && !of->of->plays_recordings) {
            close_hand(of); /* the service is gone: ask anew next time */
            note_trouble(all, of, VOICE_NO_SERVICE);
        }
    }
    return NULL;
}

/* ------------------------------------------------------ the thread: lines */

static void set_speaking(voice *all, bool is_speaking, voice_who who)
{
    (void)SDL_LockMutex(all->lock);
    all->is_speaking = is_speaking;
    all->who = who;
    (void)SDL_UnlockMutex(all->lock);
    tell_change(all);
}

static uint32_t longest_ms(const voice_line *line)
{
    size_t bytes = strlen(line->text);
    size_t capped = bytes < 20000 ? bytes : 20000;

    return LEAST_MS + (uint32_t)capped * A_BYTE_MS;
}

/* True once the line is over by itself; false when it is to cease. */
static bool wait_for_end(voice *all, hand *of, const voice_line *line,
                         uint32_t turn)
{
    uint32_t limit_ms = longest_ms(line);
    uint32_t start_ms = SDL_GetTicks();

    for (;;) {
        bool is_done = of->of->is_done(of->self);
        uint32_t passed_ms = SDL_GetTicks() - start_ms;
        (void)SDL_LockMutex(all->lock);
        bool ceases = all->ends || all->turn != turn;
        bool is_over = is_done || passed_ms >= limit_ms;
        if (!ceases && !is_over) {
            /* The end may come between asking and waiting: look again soon. */
            (void)SDL_CondWaitTimeout(all->woken, all->lock, 250);
        }
        (void)SDL_UnlockMutex(all->lock);
        if (ceases || is_over) {
            return is_done && !ceases;
        }
    }
}

static void say_line(voice *all, const item *what, uint32_t turn)
{
    voice_line line = item_line(what);
    hand *of = begin_line(all, &line);

    if (of == NULL) {
        return;
    }
    set_speaking(all, true, line.who);
    if (!wait_for_end(all, of, &line, turn)) {
        begin_work(all);
        of->of->stop(of->self);
        end_work(all);
    }
    set_speaking(all, false, line.who);
}

/* Takes what is to be done next; false: the end. */
static bool take_work(voice *all, item *next, uint32_t *turn, bool *prepares)
{
    (void)SDL_LockMutex(all->lock);
    while (!all->ends && all->count == 0 && !all->prepares) {
        (void)SDL_CondWait(all->woken, all->lock);
    }
    *next = (item){.text = NULL};
    *prepares = all->prepares;
    *turn = all->turn;
    all->prepares = false;
    if (all->count > 0) {
        *next = all->queue[all->first];
        all->queue[all->first] = (item){.text = NULL};
        all->first = (all->first + 1) % VOICE_QUEUE_MAX;
        all->count--;
    }
    bool goes_on = !all->ends;
    (void)SDL_UnlockMutex(all->lock);
    return goes_on;
}

static void prepare_hands(voice *all)
{
    for (int i = 0; i < VOICE_BACKENDS_MAX; i++) {
        hand *of = &all->hands[i];
        if (of->of != NULL && !of->of->plays_recordings) {
            (void)open_hand(all, of);
        }
    }
}

/* ---------------------------------------------------------------- memory */

static void free_voice(voice *all)
{
    forget_waiting(all);
    SDL_DestroyCond(all->woken);
    SDL_DestroyMutex(all->lock);
    (void)all->options.alloc.resize(all->options.alloc.user, all, 0);
}

/* One owner less; the last one frees. */
static void leave(voice *all)
{
    (void)SDL_LockMutex(all->lock);
    bool is_last = --all->owners == 0;
    (void)SDL_UnlockMutex(all->lock);
    if (is_last) {
        free_voice(all);
    }
}

static int run(void *user)
{
    voice *all = user;
    item next;
    uint32_t turn = 0;
    bool prepares = false;

    while (take_work(all, &next, &turn, &prepares)) {
        if (prepares) {
            prepare_hands(all);
        }
        if (next.text != NULL) {
            say_line(all, &next, turn);
        }
        item_clear(&next);
    }
    item_clear(&next);
    for (int i = 0; i < VOICE_BACKENDS_MAX; i++) {
        close_hand(&all->hands[i]);
    }
    (void)SDL_LockMutex(all->lock);
    all->has_ended = true;
    (void)SDL_UnlockMutex(all->lock);
    leave(all);
    return 0;
}

voice *voice_open(const voice_options *options)
{
    voice *all = options->alloc.resize(options->alloc.user, NULL, sizeof *all);

    if (all == NULL) {
        return NULL;
    }
    memset(all, 0, sizeof *all);
    all->options = *options;
    all->owners = 1;
    for (int i = 0; i < VOICE_BACKENDS_MAX; i++) {
        all->hands[i].of = options->backends[i];
    }
    all->lock = SDL_CreateMutex();
    all->woken = SDL_CreateCond();
    if (all->lock == NULL || all->woken == NULL) {
        free_voice(all);
        return NULL;
    }
    return all;
}

void voice_close(voice *all)
{
    if (all == NULL) {
        return;
    }
    (void)SDL_LockMutex(all->lock);
    SDL_Thread *thread = all->thread;
    all->ends = true;
    all->options.changed = NULL;
    (void)SDL_CondSignal(all->woken);
    bool has_ended = thread == NULL || all->has_ended;
    (void)SDL_UnlockMutex(all->lock);
    for (int waited = 0; !has_ended && waited < CLOSING_MS; waited += 5) {
        SDL_Delay(5);
        (void)SDL_LockMutex(all->lock);
        has_ended = all->has_ended;
        (void)SDL_UnlockMutex(all->lock);
    }
    if (thread != NULL && has_ended) {
        SDL_WaitThread(thread, NULL);
    } else if (thread != NULL) {
        SDL_DetachThread(thread);
    }
    leave(all);
}

/* --------------------------------------------------------------- to others */

/* With the lock held: the thread is there once there is something to do. */
static bool has_thread(voice *all)
{
    if (all->thread == NULL) {
        all->owners++;
        all->thread = SDL_CreateThread(run, "voice", all);
        if (all->thread == NULL) {
            all->owners--;
        }
    }
    return all->thread != NULL;
}

void voice_say(voice *all, const voice_line *line, voice_when when)
{
    if (all == NULL || line->text == NULL || line->text[0] == '\0') {
        return;
    }
    (void)SDL_LockMutex(all->lock);
    if (when == VOICE_NOW) {
        all->turn++;
        forget_waiting(all);
    }
    int place = (all->first + all->count) % VOICE_QUEUE_MAX;
    if (all->count < VOICE_QUEUE_MAX && has_thread(all) &&
        item_fill(&all->queue[place], line)) {
        all->count++;
    }
    (void)SDL_CondSignal(all->woken);
    (void)SDL_UnlockMutex(all->lock);
}

void voice_stop(voice *all)
{
    if (all == NULL) {
        return;
    }
    (void)SDL_LockMutex(all->lock);
    all->turn++;
    forget_waiting(all);
    (void)SDL_CondSignal(all->woken);
    (void)SDL_UnlockMutex(all->lock);
}

void voice_prepare(voice *all)
{
    if (all == NULL) {
        return;
    }
    (void)SDL_LockMutex(all->lock);
    if (all->trouble == VOICE_UNKNOWN && all->thread == NULL) {
        all->prepares = has_thread(all);
        (void)SDL_CondSignal(all->woken);
    }
    (void)SDL_UnlockMutex(all->lock);
}

voice_trouble voice_await(voice *all, uint32_t wait_ms)
{
    enum {
        STEP_MS = 10
    };

    voice_state state;

    voice_prepare(all);
    voice_look(all, &state);
    for (uint32_t waited_ms = 0;
         state.trouble == VOICE_UNKNOWN && waited_ms < wait_ms;
         waited_ms += STEP_MS) {
        SDL_Delay(STEP_MS);
        voice_look(all, &state);
    }
    return state.trouble;
}

void voice_look(voice *all, voice_state *state)
{
    *state = (voice_state){.trouble = VOICE_UNKNOWN};
    if (all == NULL) {
        return;
    }
    (void)SDL_LockMutex(all->lock);
    bool is_stuck = all->is_busy && SDL_GetTicks() - all->busy_ms >= ANSWER_MS;
    *state =
        (voice_state){.is_speaking = all->is_speaking && !is_stuck,
                      .who = all->who,
                      .trouble = is_stuck ? VOICE_NO_ANSWER : all->trouble};
    (void)SDL_UnlockMutex(all->lock);
}

int voice_list(voice *all, voice_found *found, int capacity)
{
    if (all == NULL) {
        return 0;
    }
    (void)SDL_LockMutex(all->lock);
    int count = all->found_count < capacity ? all->found_count : capacity;
    if (count > 0) {
        memcpy(found, all->found, (size_t)count * sizeof *found);
    }
    (void)SDL_UnlockMutex(all->lock);
    return count;
}

bool voice_find(voice *all, const char *language, voice_found *found)
{
    if (all == NULL) {
        return false;
    }
    (void)SDL_LockMutex(all->lock);
    int index = voice_for(all->found, all->found_count, language);
    if (index >= 0) {
        *found = all->found[index];
    }
    (void)SDL_UnlockMutex(all->lock);
    return index >= 0;
}
