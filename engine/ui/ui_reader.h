/*
 * Reader: what is to be heard after a frame, for people who listen to the
 * screen instead of looking at it. It knows no synthesizer: it looks at the
 * tree of the frame that just closed and says what is new.
 *
 * In this order, in one reading: where one has arrived (the screen's heading,
 * or a dialog with what stands before its first control), what the screen
 * announces at once, the control that has the focus, what it announces
 * politely. Ctrl Space reads the focus again; pressed once more, all of the
 * screen or dialog in reading order.
 */
#ifndef UI_READER_H
#define UI_READER_H

#include "ui/ui_tree.h"

/* What was heard before; zero at the start. */
typedef struct ui_reader {
    uint64_t screen;
    uint64_t dialog;
    uint64_t focus;
    uint64_t told; /* hash of what was last said of the focus */
    bool reads_all_next;
} ui_reader;

typedef struct ui_reading {
    rp_text text;   /* of the caller; emptied, then filled; empty: nothing */
    bool waits;     /* behind what is being said; else it stops that */
    bool was_asked; /* by Ctrl Space */
} ui_reading;

/*
 * After ui_end_frame. With `follows` everything new is read, without it only
 * what was asked for by Ctrl Space.
 */
void ui_reader_look(ui_reader *reader, const ui_context *ui, bool follows,
                    ui_reading *reading);

#endif
