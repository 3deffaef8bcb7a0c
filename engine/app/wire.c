/*
 * The wire between windows.
 */
#include "wire.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

#include "rapport/launch.h"

enum {
    CALLERS_MAX = 8,
    ANSWER_MS = 5000, /* until a window counts as stuck */
    HEAR_MS = 200     /* until a caller has to say its wish */
};

const char wire_socket_name[] = "window.sock";

static const char show_word[] = "rapport/1 show";
static const char go_word[] = "rapport/1 go ";
static const char open_word[] = "rapport/1 open ";
static const char yes_word[] = "ok";
static const char no_word[] = "no";

static struct sockaddr_un address_in(int folder)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};

    (void)snprintf(address.sun_path, sizeof address.sun_path,
                   "/proc/self/fd/%d/%s", folder, wire_socket_name);
    return address;
}

static void set_patience(int channel, int ms)
{
    struct timeval time = {.tv_sec = ms / 1000, .tv_usec = ms % 1000 * 1000L};

    (void)setsockopt(channel, SOL_SOCKET, SO_RCVTIMEO, &time, sizeof time);
    (void)setsockopt(channel, SOL_SOCKET, SO_SNDTIMEO, &time, sizeof time);
}

static bool is_own_person(int channel)
{
    struct ucred peer = {.uid = (uid_t)-1};
    socklen_t size = sizeof peer;

    return getsockopt(channel, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 &&
           peer.uid == geteuid();
}

/* ---------------------------------------------------------------- wishes */

rp_status wire_write(const rp_intent *wish, char said[WIRE_BYTES_MAX],
                     rp_error *err)
{
    int length = 0;

    if (wish->kind == RP_INTENT_OPEN) {
        length = snprintf(said, WIRE_BYTES_MAX, "%s%s", open_word, wish->text);
    } else if (wish->kind == RP_INTENT_GO) {
        length = snprintf(said, WIRE_BYTES_MAX, "%s%s", go_word,
                          rp_place_name((rp_place)wish->index));
    } else {
        length = snprintf(said, WIRE_BYTES_MAX, "%s", show_word);
    }
    return length < WIRE_BYTES_MAX
               ? RP_OK
               : rp_fail(err, RP_E_LIMIT, "that path is too long");
}

/* What stands behind a word of ours; NULL: it is another word. */
static const char *behind(const char *said, const char *word)
{
    size_t length = strlen(word);

    return strncmp(said, word, length) == 0 ? said + length : NULL;
}

static bool read_wish(const char *said, rp_intent *wish)
{
    const char *text = behind(said, open_word);
    const char *name = behind(said, go_word);
    rp_place place = RP_AT_HOME;

    *wish = (rp_intent){.kind = RP_INTENT_NONE};
    if (text != NULL) {
        *wish = (rp_intent){.kind = RP_INTENT_OPEN, .text = text};
        return text[0] == '/';
    }
    if (name != NULL) {
        bool is_known = rp_place_named(name, &place);
        *wish = (rp_intent){.kind = RP_INTENT_GO, .index = (uint32_t)place};
        return is_known;
    }
    return strcmp(said, show_word) == 0;
}

/* -------------------------------------------------------------- listening */

/* What a killed window left is taken away, and nothing else. */
static bool is_clear(int folder)
{
    struct stat about;

    if (fstatat(folder, wire_socket_name, &about, AT_SYMLINK_NOFOLLOW) != 0) {
        return errno == ENOENT;
    }
    return S_ISSOCK(about.st_mode) &&
           unlinkat(folder, wire_socket_name, 0) == 0;
}

bool wire_listen(int folder, int *listener)
{
    struct sockaddr_un address = address_in(folder);

    *listener = -1;
    if (!is_clear(folder)) {
        return false;
    }
    int made =
        socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (made < 0) {
        return true;
    }
    mode_t before = umask(S_IXUSR | S_IRWXG | S_IRWXO);
    bool listens =
        bind(made, (const struct sockaddr *)&address, sizeof address) == 0 &&
        listen(made, CALLERS_MAX) == 0;
    (void)umask(before);
    if (listens) {
        *listener = made;
    } else {
        (void)close(made);
    }
    return true;
}

bool wire_hear(int listener, char said[WIRE_BYTES_MAX], rp_intent *wish)
{
    int caller = accept4(listener, NULL, NULL, SOCK_CLOEXEC);

    if (caller < 0) {
        return false;
    }
    set_patience(caller, HEAR_MS);
    ssize_t length =
        is_own_person(caller) ? recv(caller, said, WIRE_BYTES_MAX - 1, 0) : -1;
    bool is_wish = length > 0;
    if (is_wish) {
        said[length] = '\0';
        is_wish =
            memchr(said, '\0', (size_t)length) == NULL && read_wish(said, wish);
        const char *answer = is_wish ? yes_word : no_word;
        (void)send(caller, answer, strlen(answer), MSG_NOSIGNAL);
    }
    (void)close(caller);
    return is_wish;
}

/* ---------------------------------------------------------------- calling */

/* A window that ends while it is spoken to is nobody. */
static wire_outcome speak(int channel, const char *said)
{
    char answer[sizeof yes_word] = "";

    if (!is_own_person(channel)) {
        return WIRE_STRANGER;
    }
    if (send(channel, said, strlen(said), MSG_NOSIGNAL) < 0) {
        return errno == EAGAIN ? WIRE_MUTE : WIRE_NOBODY;
    }
    ssize_t length = recv(channel, answer, sizeof answer - 1, 0);
    if (length == 0 || (length < 0 && errno == ECONNRESET)) {
        return WIRE_NOBODY;
    }
    return length > 0 && strcmp(answer, yes_word) == 0 ? WIRE_TAKEN : WIRE_MUTE;
}

wire_outcome wire_call(int folder, const char *said)
{
    struct sockaddr_un address = address_in(folder);
    int channel = socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0);
    wire_outcome outcome = WIRE_NOBODY;

    if (channel < 0) {
        return WIRE_MUTE;
    }
    set_patience(channel, ANSWER_MS);
    if (connect(channel, (const struct sockaddr *)&address, sizeof address) ==
        0) {
        outcome = speak(channel, said);
    } else if (errno == EAGAIN) {
        outcome = WIRE_MUTE; /* it listens, and hears nobody */
    }
    (void)close(channel);
    return outcome;
}
