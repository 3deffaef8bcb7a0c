/*
 * From SDL's events to the toolkit's: keys by what is printed on them,
 * pointer places in device pixels, typed and composed text.
 */
#include <stdio.h>
#include <string.h>

#include "window/window_internal.h"

typedef struct key_row {
    SDL_Keycode from;
    ui_key to;
} key_row;

static const key_row keys[] = {
    {SDLK_RETURN, UI_KEY_ENTER},
    {SDLK_KP_ENTER, UI_KEY_ENTER},
    {SDLK_ESCAPE, UI_KEY_ESCAPE},
    {SDLK_TAB, UI_KEY_TAB},
    {SDLK_BACKSPACE, UI_KEY_BACKSPACE},
    {SDLK_DELETE, UI_KEY_DELETE},
    {SDLK_UP, UI_KEY_UP},
    {SDLK_DOWN, UI_KEY_DOWN},
    {SDLK_LEFT, UI_KEY_LEFT},
    {SDLK_RIGHT, UI_KEY_RIGHT},
    {SDLK_HOME, UI_KEY_HOME},
    {SDLK_END, UI_KEY_END},
    {SDLK_PAGEUP, UI_KEY_PAGE_UP},
    {SDLK_PAGEDOWN, UI_KEY_PAGE_DOWN},
    {SDLK_KP_PLUS, '+'},
    {SDLK_KP_MINUS, '-'},
    {SDLK_KP_DIVIDE, '/'},
    {SDLK_KP_0, '0'},
    {SDLK_KP_1, '1'},
    {SDLK_KP_2, '2'},
    {SDLK_KP_3, '3'},
    {SDLK_KP_4, '4'},
    {SDLK_KP_5, '5'},
    {SDLK_KP_6, '6'},
    {SDLK_KP_7, '7'},
    {SDLK_KP_8, '8'},
    {SDLK_KP_9, '9'},
};

static ui_key plain_key(const SDL_Keysym *key)
{
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        if (keys[i].from == key->sym) {
            return keys[i].to;
        }
    }
    if (key->sym >= SDLK_F1 && key->sym <= SDLK_F12) {
        return (ui_key)(UI_KEY_F1 + (key->sym - SDLK_F1));
    }
    /* Layouts whose digits need Shift still have digit keys. */
    bool is_digit_key =
        key->scancode >= SDL_SCANCODE_1 && key->scancode <= SDL_SCANCODE_9;
    bool shows_digit = key->sym >= '0' && key->sym <= '9';
    if (is_digit_key && !shows_digit) {
        return (ui_key)('1' + (key->scancode - SDL_SCANCODE_1));
    }
    return key->sym >= ' ' && key->sym < 0x10000 ? (ui_key)key->sym
                                                 : UI_KEY_NONE;
}

/* '?' and '+' are shifted on most layouts but named without Shift. */
static ui_key key_of(const SDL_Keysym *key)
{
    ui_key plain = plain_key(key);
    bool has_shift = (key->mod & KMOD_SHIFT) != 0;
    bool has_ctrl = (key->mod & KMOD_CTRL) != 0;
    if (has_shift && plain == '/') {
        plain = '?';
        has_shift = false;
    } else if ((has_shift || has_ctrl) && plain == '=') {
        plain = '+';
        has_shift = false;
    } else if (plain == '+' || plain == '?') {
        has_shift = false;
    }
    if (plain == UI_KEY_NONE || (key->mod & KMOD_GUI) != 0) {
        return UI_KEY_NONE;
    }
    return plain | (has_shift ? UI_SHIFT : 0U) | (has_ctrl ? UI_CTRL : 0U) |
           ((key->mod & KMOD_LALT) != 0 ? UI_ALT : 0U);
}

static void post_pointer(ui_context *ui, ui_event_kind kind, int x, int y)
{
    bool has_shift = (SDL_GetModState() & KMOD_SHIFT) != 0;
    ui_post(ui, &(ui_event){
                    .kind = kind, .x = x, .y = y, .amount = has_shift ? 1 : 0});
}

/* How many bytes of whole characters one event holds. */
static size_t event_part(const char *text)
{
    size_t length = strlen(text);
    size_t size = 0;
    while (size < length) {
        uint32_t code = 0;
        size_t took = rp_utf8_next(text + size, length - size, &code);
        if (took == 0 || size + took >= UI_EVENT_TEXT_MAX) {
            break;
        }
        size += took;
    }
    return size;
}

/* Typed text may be longer than one event. */
static void post_text(ui_context *ui, const char *text)
{
    size_t size = event_part(text);
    while (size > 0) {
        ui_event event = {.kind = UI_EVENT_TEXT};
        memcpy(event.text, text, size);
        ui_post(ui, &event);
        text += size;
        size = event_part(text);
    }
}

static void post_composition(ui_context *ui, const SDL_TextEditingEvent *edit)
{
    ui_event event = {.kind = UI_EVENT_COMPOSE, .caret = edit->start};
    (void)snprintf(event.text, sizeof event.text, "%s", edit->text);
    ui_post(ui, &event);
}

static void post_key(ui_context *ui, const SDL_Keysym *keysym)
{
    ui_key key = key_of(keysym);
    if (key != UI_KEY_NONE) {
        ui_post_key(ui, key);
    }
}

static void post_wheel(ui_context *ui, const SDL_MouseWheelEvent *wheel)
{
    SDL_Keymod held = SDL_GetModState();
    ui_key key = ((held & KMOD_CTRL) != 0 ? UI_CTRL : 0U) |
                 ((held & KMOD_SHIFT) != 0 ? UI_SHIFT : 0U);

    if (wheel->y != 0) {
        ui_post(ui, &(ui_event){.kind = UI_EVENT_WHEEL,
                                .amount = wheel->y,
                                .key = key});
    }
    if (wheel->x != 0) {
        ui_post(ui, &(ui_event){.kind = UI_EVENT_WHEEL,
                                .amount = -wheel->x,
                                .key = UI_SHIFT});
    }
}

static int to_device(int px, int ratio_percent)
{
    return px * ratio_percent / 100;
}

/* Only the first finger counts: more of them scroll as one. */
static void post_finger(ui_context *ui, const SDL_Event *event,
                        int ratio_percent)
{
    static SDL_FingerID first;
    const SDL_TouchFingerEvent *finger = &event->tfinger;
    int width = 0;
    int height = 0;

    if (event->type == SDL_FINGERDOWN &&
        SDL_GetNumTouchFingers(finger->touchId) <= 1) {
        first = finger->fingerId;
    }
    SDL_Window *window = SDL_GetWindowFromID(finger->windowID);
    if (finger->fingerId != first || window == NULL) {
        return;
    }
    SDL_GetWindowSize(window, &width, &height);
    ui_touch_phase phase = event->type == SDL_FINGERDOWN ? UI_TOUCH_DOWN
                           : event->type == SDL_FINGERUP ? UI_TOUCH_UP
                                                         : UI_TOUCH_MOVE;
    ui_post(ui,
            &(ui_event){
                .kind = UI_EVENT_TOUCH,
                .x = to_device((int)(finger->x * (float)width), ratio_percent),
                .y = to_device((int)(finger->y * (float)height), ratio_percent),
                .amount = (int)phase});
}

bool events_post(ui_context *ui, const SDL_Event *event, int ratio_percent)
{
    switch (event->type) {
    case SDL_QUIT: return true;
    case SDL_WINDOWEVENT:
        if (event->window.event == SDL_WINDOWEVENT_LEAVE) {
            post_pointer(ui, UI_EVENT_LEAVE, 0, 0);
        }
        break;
    case SDL_KEYDOWN: post_key(ui, &event->key.keysym); break;
    case SDL_TEXTINPUT: post_text(ui, event->text.text); break;
    case SDL_TEXTEDITING: post_composition(ui, &event->edit); break;
    case SDL_MOUSEMOTION:
        post_pointer(ui, UI_EVENT_MOVE,
                     to_device(event->motion.x, ratio_percent),
                     to_device(event->motion.y, ratio_percent));
        break;
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
        if (event->button.button == SDL_BUTTON_LEFT) {
            bool is_down = event->type == SDL_MOUSEBUTTONDOWN;
            post_pointer(ui, is_down ? UI_EVENT_DOWN : UI_EVENT_UP,
                         to_device(event->button.x, ratio_percent),
                         to_device(event->button.y, ratio_percent));
        }
        break;
    case SDL_FINGERDOWN:
    case SDL_FINGERMOTION:
    case SDL_FINGERUP: post_finger(ui, event, ratio_percent); break;
    case SDL_MOUSEWHEEL: post_wheel(ui, &event->wheel); break;
    default: break;
    }
    return false;
}

/* Any event ends the window's sleep; this one does nothing else. */
void rp_window_wake(void)
{
    /* Far behind those that SDL_RegisterEvents gives away. */
    SDL_Event event = {.type = SDL_LASTEVENT - 1};

    (void)SDL_PushEvent(&event);
}

/* ------------------------------------------------------------------ host */

static bool get_clipboard(void *user, char *text, size_t capacity)
{
    (void)user;
    char *held = SDL_GetClipboardText();
    if (held == NULL || held[0] == '\0') {
        SDL_free(held);
        return false;
    }
    (void)SDL_utf8strlcpy(text, held, capacity);
    SDL_free(held);
    return true;
}

static void set_clipboard(void *user, const char *text)
{
    (void)user;
    (void)SDL_SetClipboardText(text);
}

ui_host window_host(const ui_text_service *text, const window_client *client)
{
    return (ui_host){.alloc = rp_alloc_default(),
                     .text = text,
                     .user = client->user,
                     .translate = client->translate,
                     .clipboard_get = get_clipboard,
                     .clipboard_set = set_clipboard};
}
