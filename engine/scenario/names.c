/* The language's words for the enumerations of a model, and moods in words. */
#include "rapport/scenario.h"

const char *const rp_score_names[RP_SCORES] = {
    "listening",
    "empathy",
    "resolution",
};

const char *const rp_mood_names[RP_MOODS] = {"calm", "trust", "patience"};

const char *const rp_mood_word_names[RP_MOOD_WORDS] = {
    "furious", "upset", "anxious", "neutral", "relieved", "pleased",
};

const char *const rp_outcome_names[RP_OUTCOMES] = {
    "resolved",
    "partly",
    "escalated",
    "lost",
};

const char *const rp_channel_names[RP_CHANNELS] = {
    "phone",  "counter", "visit",     "chat",     "email",
    "social", "video",   "broadcast", "callback", "desk",
};

const char *const rp_act_names[RP_ACTS] = {
    "say", "wait", "do", "hold", "transfer", "escalate", "end",
};

const char *const rp_record_kind_names[RP_RECORD_KINDS] = {
    "account", "bill", "knowledge", "log", "note",
};

rp_mood_word rp_mood_word_of(const uint8_t mood[RP_MOODS])
{
    if (mood[RP_CALM] < 20 || mood[RP_PATIENCE] == 0) {
        return RP_FURIOUS;
    }
    if (mood[RP_CALM] < 45) {
        return mood[RP_TRUST] < 40 ? RP_UPSET : RP_ANXIOUS;
    }
    if (mood[RP_CALM] < 65) {
        return RP_NEUTRAL;
    }
    return mood[RP_TRUST] < 70 ? RP_RELIEVED : RP_PLEASED;
}
