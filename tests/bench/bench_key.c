/*
 * From a key pressed on the display to pixels that have changed on it,
 * against the least program that answers a key; both on the same display,
 * turn by turn. The key comes from XTEST, the change is told by DAMAGE, so
 * that neither program takes part in the measuring.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <X11/Xlib.h>
#include <X11/extensions/XTest.h>
#include <X11/extensions/Xdamage.h>
#include <X11/keysym.h>
#include <poll.h>
#include <unistd.h>

#include "bench_display.h"

enum {
    KEYS = 40,
    ROUNDS = 3,
    REST_US = 120000, /* whatever a key set going has come to an end */
    SETTLE_US = 1500000
};

typedef struct watcher {
    Display *display;
    Damage damage;
    int damage_event;
} watcher;

static watcher open_watcher(void)
{
    int error = 0;
    watcher with = {.display = XOpenDisplay(NULL)};

    must(with.display != NULL, "no display");
    must(XDamageQueryExtension(with.display, &with.damage_event, &error) == 1,
         "the display has no DAMAGE");
    with.damage = XDamageCreate(with.display, DefaultRootWindow(with.display),
                                XDamageReportNonEmpty);
    (void)XSync(with.display, False);
    return with;
}

static void forget_changes(const watcher *with)
{
    XDamageSubtract(with->display, with->damage, None, None);
    (void)XSync(with->display, True);
}

static void await_change(const watcher *with)
{
    struct pollfd fd = {.fd = ConnectionNumber(with->display),
                        .events = POLLIN};
    XEvent event = {0};

    for (;;) {
        while (XPending(with->display) > 0) {
            (void)XNextEvent(with->display, &event);
            if (event.type == with->damage_event + XDamageNotify) {
                return;
            }
        }
        must(poll(&fd, 1, PATIENCE_MS) == 1, "nothing changes");
    }
}

static double answer_ms(const watcher *with, KeyCode key)
{
    sleep_us(REST_US);
    forget_changes(with);
    double began = now_ms();
    (void)XTestFakeKeyEvent(with->display, key, True, CurrentTime);
    (void)XFlush(with->display);
    await_change(with);
    double took = now_ms() - began;
    (void)XTestFakeKeyEvent(with->display, key, False, CurrentTime);
    (void)XSync(with->display, False);
    return took;
}

static void measure(const watcher *with, char *const words[], const char *tree,
                    double times_ms[KEYS])
{
    KeyCode key = XKeysymToKeycode(with->display, XK_Tab);
    pid_t pid = 0;

    (void)first_frame(words, tree, &pid);
    sleep_us(SETTLE_US);
    (void)XTestFakeMotionEvent(with->display, -1, 1270, 790, CurrentTime);
    (void)answer_ms(with, key); /* the first one draws what none has drawn */
    for (int i = 0; i < KEYS; i++) {
        times_ms[i] = answer_ms(with, key);
    }
    end(pid);
}

int main(void)
{
    bench_display on;
    double our_ms[ROUNDS * KEYS];
    double least_ms[ROUNDS * KEYS];

    bench_display_open(&on);
    watcher with = open_watcher();
    for (int i = 0; i < ROUNDS; i++) {
        measure(&with, on.ours, on.tree, our_ms + (size_t)(i * KEYS));
        measure(&with, on.least, on.tree, least_ms + (size_t)(i * KEYS));
    }
    double mine = median(our_ms, ROUNDS * KEYS);
    double floor_ms = median(least_ms, ROUNDS * KEYS);
    printf("{\"bench\":\"key_to_pixels\",\"ratio\":%.2f,\"target\":1.5,"
           "\"ours\":%.2f,\"floor\":%.2f,\"unit\":\"ms\"}\n",
           mine / floor_ms, mine, floor_ms);
    XDamageDestroy(with.display, with.damage);
    (void)XCloseDisplay(with.display);
    bench_display_close(&on);
    return 0;
}
