/*
 * The message from the parent: all files of a pack in one piece. A file is
 * borrowed from the bytes, nothing is copied but its name.
 */
#include <string.h>

#include "helper.h"

static const char magic[4] = {'R', 'P', 'H', '1'};

/* What is left to read. `failed` stays set once anything was missing. */
typedef struct reader {
    const uint8_t *bytes;
    size_t left;
    bool failed;
} reader;

static const uint8_t *take(reader *from, size_t count)
{
    if (from->failed || from->left < count) {
        from->failed = true;
        return NULL;
    }
    const uint8_t *bytes = from->bytes;
    from->bytes += count;
    from->left -= count;
    return bytes;
}

static uint32_t take_number(reader *from, size_t size_bytes)
{
    const uint8_t *bytes = take(from, size_bytes);
    uint32_t number = 0;
    for (size_t i = size_bytes; bytes != NULL && i > 0; i--) {
        number = (number << 8U) | bytes[i - 1];
    }
    return number;
}

static bool is_kind(uint32_t kind)
{
    return kind == HELPER_FILE_PACK || kind == HELPER_FILE_LIBRARY ||
           kind == HELPER_FILE_SCENARIO;
}

static bool take_file(reader *from, helper_file *file)
{
    uint32_t kind = take_number(from, 1);
    uint32_t name_length = take_number(from, 2);
    uint32_t length = take_number(from, 4);
    const uint8_t *name = take(from, name_length);
    const uint8_t *bytes = take(from, length);
    if (from->failed || !is_kind(kind) || name_length == 0 ||
        name_length >= RP_SOURCE_MAX) {
        return false;
    }
    file->kind = (helper_file_kind)kind;
    memcpy(file->name, name, name_length);
    file->name[name_length] = '\0';
    file->bytes = (const char *)bytes;
    file->length = length;
    return true;
}

bool helper_message_head(const uint8_t head[HELPER_HEAD_BYTES],
                         size_t *body_length)
{
    reader from = {.bytes = head, .left = HELPER_HEAD_BYTES};
    const uint8_t *start = take(&from, sizeof magic);
    if (memcmp(start, magic, sizeof magic) != 0) {
        return false;
    }
    *body_length = take_number(&from, 4);
    return *body_length <= HELPER_INPUT_MAX;
}

bool helper_message_read(helper_message *message, const uint8_t *body,
                         size_t length)
{
    reader from = {.bytes = body, .left = length};
    uint32_t count = take_number(&from, 4);
    if (from.failed || count == 0 || count > HELPER_FILES_MAX) {
        return false;
    }
    message->file_count = count;
    for (uint32_t i = 0; i < count; i++) {
        if (!take_file(&from, &message->files[i])) {
            return false;
        }
    }
    return from.left == 0;
}
