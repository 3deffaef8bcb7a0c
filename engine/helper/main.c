/*
 * rapport-helper: reads one message on standard input, runs the files in it
 * and writes one answer to standard output. Started by the program, not by
 * people; `--probe` says how far it can be confined here.
 */
#include <stdlib.h>
#include <string.h>

#include <unistd.h>

#include "confine.h"

enum {
    EXIT_MESSAGE = 3 /* the message could not be read */
};

static bool read_all(uint8_t *bytes, size_t length)
{
    size_t done = 0;
    while (done < length) {
        ssize_t got = read(STDIN_FILENO, bytes + done, length - done);
        if (got <= 0) {
            return false;
        }
        done += (size_t)got;
    }
    return true;
}

static bool write_all(const char *bytes, size_t length)
{
    size_t done = 0;
    while (done < length) {
        ssize_t put = write(STDOUT_FILENO, bytes + done, length - done);
        if (put <= 0) {
            return false;
        }
        done += (size_t)put;
    }
    return true;
}

/* The body of the message, owned until the process ends; NULL: none. */
static uint8_t *read_message(size_t *length)
{
    uint8_t head[HELPER_HEAD_BYTES];
    if (!read_all(head, sizeof head) || !helper_message_head(head, length)) {
        return NULL;
    }
    uint8_t *body = malloc(*length + 1);
    if (body == NULL || !read_all(body, *length)) {
        free(body);
        return NULL;
    }
    return body;
}

static int probe(bool has_limits)
{
    bool has_filter = confine_filter();
    rp_text answer;
    rp_text_init(&answer, rp_alloc_default());
    rp_text_printf(&answer, "{\"filter\":%s,\"limits\":%s}",
                   has_filter ? "true" : "false",
                   has_limits ? "true" : "false");
    bool is_written = !answer.failed && write_all(answer.bytes, answer.length);
    rp_text_clear(&answer);
    return is_written ? EXIT_SUCCESS : EXIT_FAILURE;
}

/* Everything that needs other system calls comes before the filter. */
static int load(void)
{
    static helper_run run;
    static helper_message message;
    if (!helper_run_open(&run)) {
        return EXIT_FAILURE;
    }
    watch_prepare(&run);
    (void)confine_filter();
    size_t length = 0;
    uint8_t *body = read_message(&length);
    if (body == NULL || !helper_message_read(&message, body, length)) {
        return EXIT_MESSAGE;
    }
    rp_text answer;
    rp_text_init(&answer, rp_alloc_default());
    watch_start();
    helper_run_files(&run, &message, &answer);
    watch_stop();
    bool is_written = !answer.failed && write_all(answer.bytes, answer.length);
    return is_written ? EXIT_SUCCESS : EXIT_FAILURE;
}

/* Leaves without freeing: the process is the lifetime. */
int main(int argument_count, char **arguments)
{
    bool has_limits = confine_limits();
    if (argument_count == 2 && strcmp(arguments[1], "--probe") == 0) {
        _exit(probe(has_limits));
    }
    _exit(argument_count == 1 ? load() : EXIT_FAILURE);
}
