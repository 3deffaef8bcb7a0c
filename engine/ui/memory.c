/*
 * What is kept under an id from frame to frame, and numbers that glide there.
 */
#include <string.h>

#include "ui/ui_internal.h"

enum {
    FORGET_AFTER_FRAMES = 600
};

uint64_t ui_hash(const char *id)
{
    return id == NULL ? 0 : rp_fnv1a(id, strlen(id)) | 1;
}

uint64_t ui_hash_salted(const char *id, const char *salt)
{
    return (ui_hash(id) * 31 + ui_hash(salt)) | 1;
}

ui_memory *ui_remember(ui_context *ui, uint64_t id)
{
    size_t at = (size_t)(id >> 3) & (MEMORY_COUNT - 1);
    ui_memory *oldest = NULL;
    for (int i = 0; i < 64; i++) {
        ui_memory *entry = &ui->memory[(at + (size_t)i) & (MEMORY_COUNT - 1)];
        if (oldest == NULL || entry->frame < oldest->frame) {
            oldest = entry;
        }
        if (entry->frame != 0 && entry->id == id) {
            entry->frame = ui->frame;
            return entry;
        }
        if (entry->frame == 0) {
            *entry = (ui_memory){.id = id, .frame = ui->frame};
            return entry;
        }
    }
    if (oldest->frame + 1 < ui->frame) {
        /* Long lists leave many behind; what is out of sight gives way. */
        *oldest = (ui_memory){.id = id, .frame = ui->frame};
        return oldest;
    }
    ui->has_failed = true;
    ui->spare_memory = (ui_memory){.id = id, .frame = ui->frame};
    return &ui->spare_memory;
}

const ui_memory *ui_recall(const ui_context *ui, uint64_t id)
{
    size_t at = (size_t)(id >> 3) & (MEMORY_COUNT - 1);
    for (int i = 0; i < 64; i++) {
        const ui_memory *entry =
            &ui->memory[(at + (size_t)i) & (MEMORY_COUNT - 1)];
        if (entry->frame == 0) {
            return NULL;
        }
        if (entry->id == id) {
            return entry;
        }
    }
    return NULL;
}

/* The two halves of the table take turns; only what was seen lately moves. */
void ui_forget(ui_context *ui)
{
    if (ui->frame % FORGET_AFTER_FRAMES != 0) {
        return;
    }
    const ui_memory *old = ui->memory;
    bool is_first_half = old == ui->memory_start;
    ui->memory = ui->memory_start + (is_first_half ? MEMORY_COUNT : 0);
    memset(ui->memory, 0, MEMORY_COUNT * sizeof *ui->memory);
    for (int i = 0; i < MEMORY_COUNT; i++) {
        bool is_fresh = old[i].frame + FORGET_AFTER_FRAMES >= ui->frame;
        if (old[i].frame != 0 && is_fresh) {
            *ui_remember(ui, old[i].id) = old[i];
        }
    }
}

/* ----------------------------------------------------------------- time */

uint32_t ui_now(const ui_context *ui)
{
    return ui->surface.now_ms;
}

void ui_wake_at(ui_context *ui, uint32_t at_ms)
{
    if (!ui->has_wake || at_ms < ui->wake_ms) {
        ui->has_wake = true;
        ui->wake_ms = at_ms;
    }
}

bool ui_next_wake(const ui_context *ui, uint32_t *at_ms)
{
    *at_ms = ui->wake_ms;
    return ui->has_wake;
}

/* Ease-out: 1 - (1 - t) squared, in 1024ths. */
static int32_t glide_value(const ui_memory *memory, uint32_t now_ms)
{
    uint32_t passed = now_ms - memory->start_ms;
    if (passed >= memory->duration_ms) {
        return memory->to;
    }
    int64_t left = 1024 - (int64_t)passed * 1024 / memory->duration_ms;
    int64_t share = 1024 - left * left / 1024;
    return memory->from +
           (int32_t)((int64_t)(memory->to - memory->from) * share / 1024);
}

int32_t ui_glide(ui_context *ui, uint64_t id, int32_t target,
                 uint32_t duration_ms)
{
    enum {
        FRAME_MS = 16
    };

    bool is_known = ui_recall(ui, id) != NULL;
    ui_memory *memory = ui_remember(ui, id);
    uint32_t now = ui->surface.now_ms;
    if (!is_known || ui->settings.has_reduced_motion) {
        memory->from = target;
        memory->to = target;
        memory->duration_ms = 0;
        return target;
    }
    if (memory->to != target) {
        memory->from = glide_value(memory, now);
        memory->to = target;
        memory->start_ms = now;
        memory->duration_ms = duration_ms;
    }
    int32_t value = glide_value(memory, now);
    if (now - memory->start_ms < memory->duration_ms) {
        ui_wake_at(ui, now + FRAME_MS);
    }
    return value;
}

int32_t ui_count_up(ui_context *ui, const char *id, int32_t target,
                    uint32_t duration_ms)
{
    uint64_t hash = ui_hash_salted(id, "count");

    if (ui_recall(ui, hash) == NULL) {
        (void)ui_glide(ui, hash, 0, 0);
    }
    return ui_glide(ui, hash, target, duration_ms);
}

int32_t ui_ease(ui_context *ui, const char *id, int32_t target,
                uint32_t duration_ms)
{
    return ui_glide(ui, ui_hash_salted(id, "ease"), target, duration_ms);
}
