/*
 * Names of keys as key caps show them, and which keys a text field keeps.
 */
#include <stdio.h>

#include "ui/ui_internal.h"

typedef struct key_row {
    ui_key key;
    const char *name;
} key_row;

static const key_row names[] = {
    {UI_KEY_ENTER, "Enter"},       {UI_KEY_ESCAPE, "Esc"},
    {UI_KEY_TAB, "Tab"},           {UI_KEY_BACKSPACE, "Backspace"},
    {UI_KEY_SPACE, "Space"},       {UI_KEY_DELETE, "Del"},
    {UI_KEY_UP, "\xE2\x86\x91"},   {UI_KEY_DOWN, "\xE2\x86\x93"},
    {UI_KEY_LEFT, "\xE2\x86\x90"}, {UI_KEY_RIGHT, "\xE2\x86\x92"},
    {UI_KEY_HOME, "Home"},         {UI_KEY_END, "End"},
    {UI_KEY_PAGE_UP, "PgUp"},      {UI_KEY_PAGE_DOWN, "PgDn"},
    {'-', "\xE2\x88\x92"},
};

static const char *plain_name(ui_key key, char *buffer, size_t capacity)
{
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (names[i].key == key) {
            return names[i].name;
        }
    }
    if (key >= UI_KEY_F1 && key <= UI_KEY_F12) {
        (void)snprintf(buffer, capacity, "F%u", key - UI_KEY_F1 + 1);
        return buffer;
    }
    if (key > ' ' && key < 0x7f) {
        bool is_letter = key >= 'a' && key <= 'z';
        (void)snprintf(buffer, capacity, "%c",
                       (int)(is_letter ? key - 'a' + 'A' : key));
        return buffer;
    }
    return "";
}

const char *ui_key_name(ui_context *ui, ui_key key)
{
    char buffer[8];
    ui_key plain = key & ~(ui_key)(UI_SHIFT | UI_CTRL | UI_ALT);
    if (key == UI_CTRL) {
        return "Ctrl"; /* alone: silence */
    }
    return ui_format(ui, "%s%s%s%s", (key & UI_CTRL) != 0 ? "Ctrl " : "",
                     (key & UI_ALT) != 0 ? "Alt " : "",
                     (key & UI_SHIFT) != 0 ? "Shift " : "",
                     plain_name(plain, buffer, sizeof buffer));
}
