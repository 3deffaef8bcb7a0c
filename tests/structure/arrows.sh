#!/usr/bin/env bash
# The map in engine/README.md, held against the code: every include of a room
# points at a room its row allows, and each outside library is named in the
# one room that may. Prints each arrow that points the wrong way.
set -euo pipefail
cd "${1:-$(dirname "$0")/../..}"

# Rooms each room may include, as in the table of engine/README.md.
declare -A may=(
    [base]=""
    [scenario]="base"
    [script]="base scenario"
    [helper]="base"
    [play]="base scenario"
    [solve]="base scenario play"
    [store]="base scenario"
    [app]="base scenario script play solve store"
    [ui]="base"
    [screens]="app ui base scenario play solve"
    [window]="base ui screens app"
    [cli]="base scenario script play solve store app window screens ui"
)

# Libraries that only the named rooms may include.
declare -A only=(
    [lua]="helper" [sqlite3]="store" [SDL2]="window" [SDL]="window"
    [pango]="window" [fontconfig]="window" [jansson]="scenario script"
    [sodium]="base store"
)

bad=0
for room in "${!may[@]}"; do
    [ -d "engine/$room" ] || continue
    while IFS=: read -r file line text; do
        target=$(sed -E 's/.*#include *[<"]([^>"]+)[>"].*/\1/' <<<"$text")
        case "$target" in
            rapport/declared.h) to=scenario ;;
            rapport/*) to=$(basename "$target" .h) ;;
            */*) to=${target%%/*} ;;
            *) to="" ;;
        esac
        if [ -n "$to" ] && [ -d "engine/$to" ] && [ "$to" != "$room" ] &&
            [[ " ${may[$room]} " != *" $to "* ]]; then
            echo "$file:$line: $room may not include $to"
            bad=1
        fi
        for library in "${!only[@]}"; do
            if [[ "$target" =~ ^${library}[./_-] || "$target" =~ ^${library}\.h$ ||
                "$target" == "$library/"* ]] &&
                [[ " ${only[$library]} " != *" $room "* ]]; then
                echo "$file:$line: only ${only[$library]} may include $library"
                bad=1
            fi
        done
    done < <(grep -nE '^ *# *include' -r "engine/$room" --include='*.[ch]' || true)
done
exit $bad
