/*
 * Calls from outside while the loop sleeps: a thread waits on a descriptor
 * and wakes the loop by an event, then waits until the loop has answered. It
 * costs nothing while nobody calls.
 */
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include "window/window_internal.h"

enum {
    FULL_QUEUE_MS = 50
};

static int watch(void *user)
{
    window_calls *calls = user;
    struct pollfd on[] = {{.fd = calls->fd, .events = POLLIN},
                          {.fd = calls->stop_fd, .events = POLLIN}};

    for (;;) {
        if (poll(on, 2, -1) <= 0) {
            continue;
        }
        if (on[1].revents != 0 || (on[0].revents & POLLIN) == 0) {
            return 0;
        }
        SDL_Event event = {.type = calls->event};
        if (SDL_PushEvent(&event) == 1) {
            (void)SDL_SemWait(calls->answered);
        } else {
            SDL_Delay(FULL_QUEUE_MS);
        }
    }
}

void calls_open(window_calls *calls, int fd)
{
    *calls = (window_calls){.fd = fd, .stop_fd = -1};
    if (fd == 0) {
        return;
    }
    calls->event = SDL_RegisterEvents(1);
    calls->stop_fd = eventfd(0, EFD_CLOEXEC);
    calls->answered = SDL_CreateSemaphore(0);
    if (calls->event != (Uint32)-1 && calls->stop_fd >= 0 &&
        calls->answered != NULL) {
        calls->thread = SDL_CreateThread(watch, "calls", calls);
    }
}

bool calls_take(window_calls *calls, const SDL_Event *event)
{
    return calls->thread != NULL && event->type == calls->event;
}

void calls_answered(window_calls *calls)
{
    (void)SDL_SemPost(calls->answered);
}

void calls_close(window_calls *calls)
{
    if (calls->thread != NULL) {
        uint64_t one = 1;
        (void)!write(calls->stop_fd, &one, sizeof one);
        (void)SDL_SemPost(calls->answered);
        SDL_WaitThread(calls->thread, NULL);
    }
    if (calls->answered != NULL) {
        SDL_DestroySemaphore(calls->answered);
    }
    if (calls->stop_fd >= 0) {
        (void)close(calls->stop_fd);
    }
    *calls = (window_calls){.stop_fd = -1};
}
