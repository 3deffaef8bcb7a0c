/*
 * The parts of the conversation screen: what a channel makes different, in
 * one table, and the pieces its files share. Private to the call's files, the
 * wrap-up and the briefing.
 */
#ifndef SCREENS_CALL_PARTS_H
#define SCREENS_CALL_PARTS_H

#include "screens_internal.h"

/* How what was said lies on the screen. */
typedef enum call_shape {
    SHAPE_SPOKEN,  /* lines under names */
    SHAPE_BUBBLES, /* theirs at the left, yours at the right */
    SHAPE_THREAD,  /* a post, and what was written under it */
    SHAPE_LETTERS, /* letters one under another */
    SHAPE_NOTICES  /* announcements, and the reactions to them */
} call_shape;

typedef enum call_face {
    FACE_PLAIN,
    FACE_LARGE,  /* seen: the mood's numbers make room */
    FACE_FRAMED, /* the same, as on a screen, with a name plate */
    FACE_SMALL   /* beside the work */
} call_face;

/* What a channel makes different. Texts are to be translated. */
typedef struct call_traits {
    call_shape shape;
    call_face face;
    bool has_band;    /* the guide states how long it should take */
    bool has_posture; /* cues are seen: under the face, and as stage lines */
    bool has_draft;   /* what is said opens as a draft before it goes out */
    const char *turn_icon; /* beside "your turn" */
    const char *begin;     /* the briefing's button */
    const char *speaking;  /* beside the name, while lines arrive */
    const char *waiting;   /* the name of the silence timer */
    const char *reply;     /* the head over the replies */
    const char *say;       /* what Enter does with one, in the footer */
    const char *draft;     /* the draft's name; NULL: no drafts */
    const char *send;      /* the button that sends it */
    const char *end;       /* the button that ends it all */
    const char *end_icon;
    const char *marker; /* over the transcript: who reads along; NULL: none */
} call_traits;

const call_traits *call_traits_of(rp_channel channel);

/* The traits of the call on show. */
const call_traits *traits_of(const screen_scene *scene);

/* ------------------------------------------------------------- customer */

enum {
    CALL_CUSTOMER_PX = 264 /* the column's width in a regular window */
};

/* How wide the customer's column is. */
int16_t call_customer_px(const screen_scene *scene);

/* What stands for a face where there is none: the channel's icon. */
void channel_emblem(screen_scene *scene, rp_channel channel, const ui_box *box);

/* "MH", or one Han character: for those without a portrait. */
const char *initials_of(const screen_scene *scene, const char *name);

/* A round face, or what stands for one. */
void call_avatar(screen_scene *scene, int16_t size_px);

/* The face as large as the column, or the channel's emblem. */
void call_face_of_customer(screen_scene *scene);

/* What can be seen of the customer now; NULL: nothing is told. */
const char *call_posture(const screen_scene *scene);

/* ----------------------------------------------------------- transcript */

/*
 * Lines of one breath: the same speaker, at the same moment. They stand under
 * one name, and are selected and copied together.
 */
typedef struct said_group {
    uint32_t from;
    uint32_t to; /* behind the last */
} said_group;

said_group said_group_at(const rp_call_view *call, uint32_t from);

/* One line's words, with its phrases to pin. */
void said_words(screen_scene *scene, uint32_t index, const ui_style *style);

/* The cue of a line, as the stage tells it; nothing where there is none. */
void said_cue(screen_scene *scene, const rp_said *said);

/* "You", or the customer's name. */
const char *speaker_name(const screen_scene *scene, const rp_said *said);

/*
 * Everything of a group lies in one box that can be selected: declare the
 * content between begin_said and ui_end.
 */
void begin_said(screen_scene *scene, const said_group *group,
                const ui_box *box);

/* A group in the shape of its channel, but spoken ones; call_lines.c. */
void written_group(screen_scene *scene, const said_group *group);

/* Earlier lines as bars: an exam shows no history. */
void call_hidden_lines(screen_scene *scene);

/* ------------------------------------------------------------------ form */

enum {
    FORM_KEYED_MAX = 9 /* answers of a question that have a key */
};

/* One question with its answers; the first two have keys. */
void form_question(screen_scene *scene, const rp_ask_view *ask,
                   uint32_t ask_idx);

/* --------------------------------------------------------------- copying */

/* The keys that stretch the selection and copy it. */
void copy_keys(screen_scene *scene);

/* --------------------------------------------------------------- replies */

/* The reply that lies open as a draft; NULL: none. */
const rp_reply_view *call_draft(const screen_scene *scene);

/* Leads the focus to the first reply whenever another turn has begun. */
void call_focus_turn(screen_scene *scene);

/* ----------------------------------------------------------------- desk */

/* Before the desk of a call is declared for the first time. */
void call_open_desk(screen_scene *scene);

/* ----------------------------------------------------------------- exam */

/* "Call 2 of 3", with a mark for each; nothing where it is not known. */
void exam_progress(screen_scene *scene);

/* Why no mood is shown. */
void exam_note(screen_scene *scene);

#endif
