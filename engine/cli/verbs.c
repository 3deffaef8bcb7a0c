/*
 * The table of verbs, and what every one of them takes.
 */
#include "cli.h"

const cli_option cli_everywhere[] = {
    {"--lang", "LANG", RP_WORD("The language: en or zh.")},
    {"--data", "DIR", RP_WORD("Where attempts and settings are kept.")},
    {"--packs", "DIR", RP_WORD("The folder of installed packs.")},
    {"--help", NULL, RP_WORD("Explain the verb.")},
    {"--version", NULL, RP_WORD("Print the version.")},
    {NULL, NULL, NULL}};

const cli_option cli_alone[] = {
    {"--seed", "N",
     RP_WORD("The seed: it picks the fact set and the order of replies.")},
    {NULL, NULL, NULL}};

const cli_option cli_statuses[] = {
    {"0", NULL, RP_WORD("All is well.")},
    {"1", NULL, RP_WORD("A scenario has faults, an example or a run failed.")},
    {"2", NULL, RP_WORD("Wrong use.")},
    {"3", NULL, RP_WORD("The machine’s fault: file, database, display.")},
    {NULL, NULL, NULL}};

static const cli_option no_options[] = {{NULL, NULL, NULL}};

static const cli_option check_options[] = {
    {"--json", NULL, RP_WORD("Print JSON for other programs.")},
    {"--budget", "N",
     RP_WORD("Walk at most N states of a fact set. What is then not proven "
             "is given as bounds.")},
    {"--quick", NULL,
     RP_WORD("Leave out the odds of guessing and the gate to the exam.")},
    {"--mutate", NULL,
     RP_WORD("Change one rule at a time and list the changes that nobody "
             "notices.")},
    {NULL, NULL, NULL}};

static const cli_option reach_options[] = {
    {"--json", NULL, RP_WORD("Print JSON for other programs.")},
    {NULL, NULL, NULL}};

static const cli_option watch_options[] = {
    {"--full", NULL,
     RP_WORD("Prove the odds of guessing and the gate each time, too.")},
    {NULL, NULL, NULL}};

static const cli_option open_options[] = {
    {"--at", "PLACE",
     RP_WORD("Where the window opens: home, library, record, guide, studio or "
             "settings.")},
    {"--seed", "N",
     RP_WORD("The seed: it picks the fact set and the order of replies.")},
    {NULL, NULL, NULL}};

static const cli_option play_options[] = {
    {"--seed", "N",
     RP_WORD("The seed: it picks the fact set and the order of replies.")},
    {"--set", "K", RP_WORD("The fact set, counting from 1.")},
    {"--moves", "A,B,…",
     RP_WORD("Play these moves without a person and print the result.")},
    {"--json", NULL, RP_WORD("With --moves: print JSON.")},
    {"--resume", NULL, RP_WORD("Go on with the call that was cut off.")},
    {NULL, NULL, NULL}};

static const cli_option explain_options[] = {
    {"--json", NULL, RP_WORD("Print JSON for other programs.")},
    {"--markdown", NULL, RP_WORD("Print the page about all codes.")},
    {NULL, NULL, NULL}};

static const cli_option model_options[] = {
    {"--digest", NULL,
     RP_WORD("Print the two digests: of the document, and of its rules.")},
    {NULL, NULL, NULL}};

static const cli_option graph_options[] = {
    {"--svg", NULL, RP_WORD("Draw the picture: SVG, made by Graphviz.")},
    {"--output", "FILE", RP_WORD("Write to FILE.")},
    {"-o", "FILE", RP_WORD("The same.")},
    {"--set", "K", RP_WORD("The fact set, counting from 1.")},
    {NULL, NULL, NULL}};

static const cli_option coverage_options[] = {
    {"--all", NULL, RP_WORD("Every behaviour with every scenario.")},
    {"--json", NULL, RP_WORD("Print JSON for other programs.")},
    {"--csv", NULL, RP_WORD("Print a table for spreadsheets.")},
    {NULL, NULL, NULL}};

static const cli_option diff_options[] = {
    {"--json", NULL, RP_WORD("Print JSON for other programs.")},
    {"--quick", NULL,
     RP_WORD("Leave out the odds of guessing and the gate to the exam.")},
    {NULL, NULL, NULL}};

static const cli_option bless_options[] = {
    {"--moves", "A,B,…", RP_WORD("Bless this run instead of an attempt.")},
    {"--set", "K", RP_WORD("With --moves: the fact set, counting from 1.")},
    {"--name", "NAME", RP_WORD("The example's name.")},
    {"--dry-run", NULL, RP_WORD("Print what would be written, no more.")},
    {"--again", NULL,
     RP_WORD("Take over how all examples read and score now.")},
    {"--json", NULL, RP_WORD("Print JSON for other programs.")},
    {NULL, NULL, NULL}};

static const cli_option attempts_options[] = {
    {"--json", NULL, RP_WORD("Print JSON for other programs.")},
    {"--limit", "N", RP_WORD("Print at most N, the newest first.")},
    {NULL, NULL, NULL}};

static const cli_option gallery_options[] = {
    {"--page", "PAGE",
     RP_WORD("What to begin with: controls, displays, charts, over or "
             "colors.")},
    {"--theme", "THEME", RP_WORD("light, dark or contrast.")},
    {"--text", "N", RP_WORD("The size of text in per cent, 100 to 200.")},
    {"--shot", "FILE", RP_WORD("Write a picture of the page, open nothing.")},
    {NULL, NULL, NULL}};

static const cli_option verify_options[] = {
    {"--json", NULL, RP_WORD("Print JSON for other programs.")},
    {NULL, NULL, NULL}};

const cli_verb cli_verbs[] = {
    {"open", "[SCENARIO|FILE|PACK]", 0, 1,
     RP_WORD("Open the window right at a scenario."),
     RP_WORD("Shows the briefing of a scenario, what is wrong with a broken "
             "one, or a pack's scenarios in the library. There is one window "
             "for each data folder: where it is open already, it comes to the "
             "front, and a call that is running there comes first."),
     open_options, verb_open},
    {"play", "[SCENARIO]", 0, 1, RP_WORD("Hold a conversation."),
     RP_WORD("SCENARIO is the id of an installed scenario, a Lua file or a "
             "document. Every move is kept at once: a call that is cut off "
             "can be gone on with. With --moves the run is played from "
             "written moves: ids of replies, open:RECORD, silence, and "
             "FORM:ASK=ANSWER+ANSWER;ASK=ANSWER, separated by commas."),
     play_options, verb_play},
    {"check", "FILE|PACK…", 1, UINT32_MAX,
     RP_WORD("Check scenarios: what is wrong, and what is proven."),
     RP_WORD("Prints every fault with file, line and column, plays the "
             "examples, and walks every state the call can reach: the best "
             "run, what can never happen, and how likely a guesser is to "
             "pass."),
     check_options, verb_check},
    {"explain", "[CODE]", 0, 1,
     RP_WORD("Say what a code of `check` means and how to mend it."),
     RP_WORD("CODE stands in brackets behind each fault, as in [unknown-key]. "
             "Without one all codes are listed."),
     explain_options, verb_explain},
    {"new", "PACK/ID", 1, 1, RP_WORD("Begin a scenario from the template."),
     RP_WORD("PACK is a folder or the id of an installed pack; a pack that is "
             "not there yet is made. The scenario is one to play and to "
             "change, with comments, and passes `check` as it is. Nothing is "
             "written over."),
     no_options, verb_new},
    {"lua-defs", "[PACK]", 0, 1,
     RP_WORD("Write what editors need to complete and explain the language."),
     RP_WORD("Writes .luals/rapport.lua and .luarc.json for "
             "lua-language-server into the pack's folder, with its behaviours "
             "and critical faults. Without PACK the definitions are printed."),
     no_options, verb_lua_defs},
    {"model", "SCENARIO", 1, 1,
     RP_WORD("Print the document a scenario becomes."), NULL, model_options,
     verb_model},
    {"diff", "OLD NEW", 2, 2,
     RP_WORD("Say what two editions of a scenario differ in."),
     RP_WORD("OLD and NEW are files, documents or ids, or files as git knew "
             "them: HEAD~3:scenarios/telecom/angry-caller.lua; a revision "
             "alone means the other's file. Says what was added, reworded, "
             "moved and changed, what that does to par, odds, traps and "
             "gate, and which stored attempts stand on the old one."),
     diff_options, verb_diff},
    {"bless", "SCENARIO [ATTEMPT…]", 1, UINT32_MAX,
     RP_WORD("Make examples of recorded runs."),
     RP_WORD("Writes each attempt (its id, or how it begins, from `rapport "
             "attempts`), or the run given with --moves, as an example to "
             "the end of the scenario's file, and keeps in blessed/ what "
             "every step read and scored; `rapport check` then tells what "
             "has become different. --again keeps all examples as they read "
             "and score now."),
     bless_options, verb_bless},
    {"schema", "", 0, 0, RP_WORD("Print the JSON Schema of documents."), NULL,
     no_options, verb_schema},
    {"reach", "SCENARIO [NAME]", 1, 2,
     RP_WORD("Say how a call comes to a place, or why it never does."),
     RP_WORD("NAME is a turn, form or ending, TURN/REPLY, FORM/ASK/ANSWER or "
             "interrupt:ID. Without it every name is listed."),
     reach_options, verb_reach},
    {"watch", "PACK", 1, 1,
     RP_WORD("Check scenarios again whenever a file of the pack is saved."),
     NULL, watch_options, verb_watch},
    {"translate", "PACK LANG", 2, 2,
     RP_WORD("Bring a pack's translation files up to date."),
     RP_WORD("Writes locale/LANG.po and locale/SCENARIO.LANG.po: new texts "
             "are added empty, reworded ones keep their old translation "
             "marked fuzzy with the old text beside it, gone ones move to "
             "the end. Then slots are held against the originals."),
     no_options, verb_translate},
    {"graph", "SCENARIO", 1, 1, RP_WORD("Draw where a call can go."),
     RP_WORD("Prints turns, forms, endings and replies as a graph in the "
             "language of Graphviz, with how many blind guessers get where, "
             "the best run, the moves that close the door and what can never "
             "be reached. Without --set all fact sets are taken together."),
     graph_options, verb_graph},
    {"coverage", "PACK", 1, 1,
     RP_WORD("Say what a pack's scenarios exercise and what none does."),
     RP_WORD("Counts what some call can reach. A behaviour is shown strong "
             "where a reply that lists it can be a best one, somewhere in "
             "some fact set."),
     coverage_options, verb_coverage},
    {"attempts", "", 0, 0, RP_WORD("List what was played."), NULL,
     attempts_options, verb_attempts},
    {"verify", "", 0, 0,
     RP_WORD("Play every stored attempt again and hold it against the "
             "record."),
     RP_WORD("Documents are held against their digests, moves against their "
             "states, points against scores, and the records against the "
             "chain that joins them."),
     verify_options, verb_verify},
    {"doctor", "", 0, 0,
     RP_WORD("Say how this installation fares and what is missing."), NULL,
     no_options, verb_doctor},
    {"gallery", "", 0, 0,
     RP_WORD("Show every widget of the window in all its states."),
     RP_WORD("For those who work on the window: what there is to build "
             "screens of, in each language, theme and size of text."),
     gallery_options, verb_gallery},
    {"manual", "", 0, 0, RP_WORD("Print the manual page."),
     RP_WORD("For `man -l -`, in the language of --lang."), no_options,
     verb_manual},
    {"completion", "SHELL", 1, 1, RP_WORD("Print the completion for a shell."),
     RP_WORD("SHELL is bash, zsh or fish. Instead of one, the name of a list "
             "that the completion asks for: scenarios, packs, attempts, "
             "codes, verbs, languages, places or shells."),
     no_options, verb_completion},
    {"help", "[VERB]", 0, 1, RP_WORD("Explain a verb."), NULL, no_options,
     verb_help},
    {NULL, NULL, 0, 0, NULL, NULL, NULL, NULL}};
