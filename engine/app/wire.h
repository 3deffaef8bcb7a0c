/*
 * How windows talk: a socket in the data folder, one message a caller, "ok"
 * back. The folder is given by its descriptor, since its path may be longer
 * than an address holds. Only the same person is listened to.
 */
#ifndef RAPPORT_APP_WIRE_H
#define RAPPORT_APP_WIRE_H

#include "rapport/app.h"

enum {
    WIRE_BYTES_MAX = 8192 /* of a wish, with its NUL */
};

extern const char wire_socket_name[];

/* A wish as it is sent. Errors: RP_E_LIMIT. */
RP_MUST_USE rp_status wire_write(const rp_intent *wish,
                                 char said[WIRE_BYTES_MAX], rp_error *err);

/*
 * Listens in `folder`, in the place of what a killed window left. `listener`
 * is filled: a descriptor, or -1 where no socket can be made there.
 *
 * False: something that is none of ours lies in the way.
 */
bool wire_listen(int folder, int *listener);

typedef enum wire_outcome {
    WIRE_TAKEN,
    WIRE_NOBODY, /* it may have ended, or just be starting: try again */
    WIRE_STRANGER,
    WIRE_MUTE
} wire_outcome;

/* Says a wish to the window that listens in `folder`. */
wire_outcome wire_call(int folder, const char *said);

/* Hears the next caller; `wish` borrows from `said`. False: it was none. */
bool wire_hear(int listener, char said[WIRE_BYTES_MAX], rp_intent *wish);

#endif
