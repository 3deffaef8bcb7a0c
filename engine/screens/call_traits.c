/*
 * What the channels make different: one row a channel. Whatever is not in
 * this table is the same everywhere.
 */
#include "call_parts.h"

#define PHONE_TRAITS                                             \
    .shape = SHAPE_SPOKEN, .face = FACE_PLAIN, .has_band = true, \
    .turn_icon = "voice", .waiting = RP_WORD("Silence"),         \
    .reply = RP_WORD("Your reply"), .say = RP_WORD("say it"),    \
    .end = RP_WORD("End call"), .speaking = RP_WORD("speaking"), \
    .end_icon = "hangup"

#define SEEN_TRAITS                                                   \
    .shape = SHAPE_SPOKEN, .has_posture = true, .turn_icon = "voice", \
    .waiting = RP_WORD("Silence"), .reply = RP_WORD("Your reply"),    \
    .say = RP_WORD("say it"), .speaking = RP_WORD("speaking")

#define WRITTEN_TRAITS .end_icon = "leave", .speaking = RP_WORD("typing")

static const call_traits traits[RP_CHANNELS] = {
    [RP_PHONE] = {PHONE_TRAITS, .begin = RP_WORD("Pick up the phone")},
    [RP_CALLBACK] = {PHONE_TRAITS, .begin = RP_WORD("Dial the number")},
    [RP_COUNTER] = {SEEN_TRAITS, .face = FACE_LARGE,
                    .begin = RP_WORD("Call the next customer"),
                    .end = RP_WORD("Say goodbye"), .end_icon = "leave"},
    [RP_VISIT] = {SEEN_TRAITS, .face = FACE_LARGE,
                  .begin = RP_WORD("Ring the bell"),
                  .end = RP_WORD("Say goodbye"), .end_icon = "leave"},
    [RP_VIDEO] = {SEEN_TRAITS, .face = FACE_FRAMED,
                  .begin = RP_WORD("Join the video call"),
                  .end = RP_WORD("End call"), .end_icon = "hangup"},
    [RP_CHAT] = {WRITTEN_TRAITS, .shape = SHAPE_BUBBLES, .turn_icon = "chat",
                 .begin = RP_WORD("Open the chat"),
                 .waiting = RP_WORD("Customer waits"),
                 .reply = RP_WORD("Your message"), .say = RP_WORD("send it"),
                 .end = RP_WORD("End chat")},
    [RP_SOCIAL] = {WRITTEN_TRAITS, .shape = SHAPE_THREAD, .turn_icon = "globe",
                   .begin = RP_WORD("Open the post"),
                   .waiting = RP_WORD("Customer waits"),
                   .reply = RP_WORD("Your message"), .say = RP_WORD("post it"),
                   .end = RP_WORD("Leave the thread"),
                   .marker =
                       RP_WORD("A public post: everybody can read along")},
    [RP_EMAIL] = {WRITTEN_TRAITS, .shape = SHAPE_LETTERS, .has_draft = true,
                  .turn_icon = "mail", .begin = RP_WORD("Open the letter"),
                  .waiting = RP_WORD("Customer waits"),
                  .reply = RP_WORD("Your letter"), .say = RP_WORD("draft it"),
                  .draft = RP_WORD("Draft of your letter"),
                  .send = RP_WORD("Send"), .end = RP_WORD("Close the case")},
    [RP_BROADCAST] = {WRITTEN_TRAITS, .shape = SHAPE_NOTICES, .has_draft = true,
                      .turn_icon = "complaint",
                      .waiting = RP_WORD("People wait"),
                      .begin = RP_WORD("Start writing"),
                      .reply = RP_WORD("Your announcement"),
                      .say = RP_WORD("draft it"),
                      .draft = RP_WORD("Draft of your announcement"),
                      .send = RP_WORD("Announce"), .end = RP_WORD("Sign off"),
                      .marker = RP_WORD("One announcement, read by many")},
    [RP_DESK] = {WRITTEN_TRAITS, .shape = SHAPE_SPOKEN, .face = FACE_SMALL,
                 .turn_icon = "folder", .waiting = RP_WORD("Time passes"),
                 .begin = RP_WORD("Open the file"),
                 .reply = RP_WORD("Your next step"), .say = RP_WORD("do it"),
                 .end = RP_WORD("Close the case")},
};

const call_traits *call_traits_of(rp_channel channel)
{
    return &traits[channel < RP_CHANNELS ? channel : RP_PHONE];
}

const call_traits *traits_of(const screen_scene *scene)
{
    return call_traits_of(scene->view->call.channel);
}
