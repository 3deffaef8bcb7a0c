#!/usr/bin/env bash
# The map in engine/README.md, held against the code: every include of a room
# points at a room its row allows, and each outside library is named only in
# the rooms that may. Prints each arrow that points the wrong way.
set -euo pipefail
cd "${1:-$(dirname "$0")/../..}"

grep -rnE '^ *# *include' engine --include='*.[ch]' | awk '
BEGIN {
    # Rooms each room may include, as in the table of engine/README.md.
    may["base"] = ""
    may["scenario"] = "base"
    may["script"] = "base scenario"
    may["helper"] = "base"
    may["play"] = "base scenario"
    may["solve"] = "base scenario play"
    may["store"] = "base scenario"
    may["author"] = "base scenario play solve"
    may["app"] = "base scenario script play solve store author"
    may["ui"] = "base"
    may["screens"] = "base scenario play solve author app ui"
    may["window"] = "base scenario play solve author app ui screens"
    may["cli"] = "base scenario script play solve store author app ui screens window"
    # Libraries, and the rooms that may include them.
    only["lua"] = only["lauxlib"] = only["lualib"] = "helper"
    only["sqlite3"] = "store"
    only["SDL2"] = only["SDL"] = only["SDL_ttf"] = only["SDL_image"] = "window"
    only["pango"] = only["fontconfig"] = "window"
    only["jansson"] = "scenario script"
    only["sodium"] = "base store"
}
function allows(list, room) { return index(" " list " ", " " room " ") > 0 }
{
    split($0, place, ":")
    split(place[1], path, "/")
    room = path[2]
    match($0, /[<"][^>"]+[>"]/)
    target = substr($0, RSTART + 1, RLENGTH - 2)
    to = ""
    if (target == "rapport/declared.h") to = "scenario"
    else if (target ~ /^rapport\/(file|list_words|process)\.h$/) to = "base"
    else if (target == "rapport/launch.h") to = "app"
    else if (target ~ /^rapport\//) { to = target; gsub(/^rapport\/|\.h$/, "", to) }
    else if (target ~ /\//) { to = target; sub(/\/.*/, "", to) }
    if (to in may && to != room && !allows(may[room], to)) {
        print place[1] ":" place[2] ": " room " may not include " to; bad = 1
    }
    library = target
    sub(/[\/.].*/, "", library)
    if (library in only && !allows(only[library], room)) {
        print place[1] ":" place[2] ": only " only[library] " may include " library; bad = 1
    }
}
END { exit bad }'
