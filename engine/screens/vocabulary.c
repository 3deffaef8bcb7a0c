/*
 * The names of scores, moods, channels and acts in the person's language, and
 * the icon that goes with each.
 */
#include "screens_internal.h"

const char *score_name(const screen_scene *scene, rp_score_kind score)
{
    switch (score) {
    case RP_LISTENING: return rp_tr(scene->app, "Listening");
    case RP_EMPATHY: return rp_tr(scene->app, "Empathy");
    case RP_RESOLUTION: return rp_tr(scene->app, "Resolution");
    case RP_SCORES: break;
    }
    return "";
}

const char *mood_name(const screen_scene *scene, rp_mood_kind mood)
{
    switch (mood) {
    case RP_CALM: return rp_tr(scene->app, "Calm");
    case RP_TRUST: return rp_tr(scene->app, "Trust");
    case RP_PATIENCE: return rp_tr(scene->app, "Patience");
    case RP_MOODS: break;
    }
    return "";
}

const char *mood_word(const screen_scene *scene, rp_mood_word word)
{
    switch (word) {
    case RP_FURIOUS: return rp_tr(scene->app, "Furious");
    case RP_UPSET: return rp_tr(scene->app, "Upset");
    case RP_ANXIOUS: return rp_tr(scene->app, "Anxious");
    case RP_NEUTRAL: return rp_tr(scene->app, "Neutral");
    case RP_RELIEVED: return rp_tr(scene->app, "Relieved");
    case RP_PLEASED: return rp_tr(scene->app, "Pleased");
    case RP_MOOD_WORDS: break;
    }
    return "";
}

const char *channel_name(const screen_scene *scene, rp_channel channel)
{
    switch (channel) {
    case RP_PHONE: return rp_tr(scene->app, "Phone");
    case RP_COUNTER: return rp_tr(scene->app, "Counter");
    case RP_VISIT: return rp_tr(scene->app, "Visit");
    case RP_CHAT: return rp_tr(scene->app, "Chat");
    case RP_EMAIL: return rp_tr(scene->app, "E-mail");
    case RP_SOCIAL: return rp_tr(scene->app, "Social media");
    case RP_VIDEO: return rp_tr(scene->app, "Video");
    case RP_BROADCAST: return rp_tr(scene->app, "Broadcast");
    case RP_CALLBACK: return rp_tr(scene->app, "Call-back");
    case RP_DESK: return rp_tr(scene->app, "Desk");
    case RP_CHANNELS: break;
    }
    return "";
}

const char *channel_icon(rp_channel channel)
{
    static const char *const icons[RP_CHANNELS] = {
        [RP_PHONE] = "phone",    [RP_COUNTER] = "counter",
        [RP_VISIT] = "home",     [RP_CHAT] = "chat",
        [RP_EMAIL] = "mail",     [RP_SOCIAL] = "globe",
        [RP_VIDEO] = "video",    [RP_BROADCAST] = "complaint",
        [RP_CALLBACK] = "phone", [RP_DESK] = "folder",
    };

    return icons[channel];
}

const char *act_name(const screen_scene *scene, rp_act act)
{
    switch (act) {
    case RP_HOLD: return rp_tr(scene->app, "Hold");
    case RP_TRANSFER: return rp_tr(scene->app, "Transfer");
    case RP_ESCALATE: return rp_tr(scene->app, "Escalate");
    case RP_END: return rp_tr(scene->app, "End call");
    case RP_SAY: return rp_tr(scene->app, "Say");
    case RP_WAIT: return rp_tr(scene->app, "Wait");
    case RP_DO: return rp_tr(scene->app, "Do");
    case RP_ACTS: break;
    }
    return "";
}

const char *difficulty_name(const screen_scene *scene, int difficulty)
{
    if (difficulty <= 1) {
        return rp_tr(scene->app, "Easy");
    }
    return difficulty <= 3 ? rp_tr(scene->app, "Medium")
                           : rp_tr(scene->app, "Hard");
}

const char *record_icon(rp_record_kind kind)
{
    static const char *const icons[RP_RECORD_KINDS] = {
        [RP_ACCOUNT] = "account",     [RP_BILL] = "bill",
        [RP_KNOWLEDGE] = "knowledge", [RP_LOG] = "clock",
        [RP_NOTE] = "note",
    };

    return icons[kind];
}

const char *past_kind_name(const screen_scene *scene, rp_past_kind kind)
{
    switch (kind) {
    case RP_PAST_PRACTICE: return rp_tr(scene->app, "practice run");
    case RP_PAST_RETRY: return rp_tr(scene->app, "tried again");
    case RP_PAST_EXAM: return rp_tr(scene->app, "exam");
    case RP_PAST_UNFINISHED: return rp_tr(scene->app, "unfinished");
    case RP_PAST_ASIDE: return rp_tr(scene->app, "put aside");
    }
    return "";
}

const char *clock_text(const screen_scene *scene, uint32_t ms)
{
    uint32_t seconds = ms / 1000;

    return ui_format(scene->ui, "%02u:%02u", (unsigned)(seconds / 60),
                     (unsigned)(seconds % 60));
}
