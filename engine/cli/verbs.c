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

static const cli_option no_options[] = {{NULL, NULL, NULL}};

static const cli_option check_options[] = {
    {"--json", NULL, RP_WORD("Print JSON for other programs.")},
    {"--budget", "N",
     RP_WORD("Walk at most N states of a fact set. What is then not proven "
             "is given as bounds.")},
    {"--quick", NULL,
     RP_WORD("Leave out the odds of guessing and the gate to the exam.")},
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

static const cli_option model_options[] = {
    {"--digest", NULL,
     RP_WORD("Print the two digests: of the document, and of its rules.")},
    {NULL, NULL, NULL}};

static const cli_option attempts_options[] = {
    {"--json", NULL, RP_WORD("Print JSON for other programs.")},
    {"--limit", "N", RP_WORD("Print at most N, the newest first.")},
    {NULL, NULL, NULL}};

static const cli_option verify_options[] = {
    {"--json", NULL, RP_WORD("Print JSON for other programs.")},
    {NULL, NULL, NULL}};

const cli_verb cli_verbs[] = {
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
    {"model", "SCENARIO", 1, 1,
     RP_WORD("Print the document a scenario becomes."), NULL, model_options,
     verb_model},
    {"schema", "", 0, 0, RP_WORD("Print the JSON Schema of documents."), NULL,
     no_options, verb_schema},
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
    {"help", "[VERB]", 0, 1, RP_WORD("Explain a verb."), NULL, no_options,
     verb_help},
    {NULL, NULL, 0, 0, NULL, NULL, NULL, NULL}};
