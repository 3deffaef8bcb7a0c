#!/usr/bin/env bash
# A Chinese trainer is spoken to in Chinese: in what is said of every faulty
# fixture no English word stands outside quotes, but for names the files use.
set -euo pipefail
program=$(readlink -f "$1")
fixtures=$(cd "$(dirname "$0")/../fixtures" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export LC_ALL=C TERM=dumb
bad=0

# Files with one slip each that Lua itself finds.
slip() { printf '%s\n' "$2" >"$scratch/$1.lua"; }
slip comma 'scenario "comma" { title = "x" situation = "y" }'
slip brace 'scenario "brace" { title = "x", situation = "y"'
slip word 'scenario "word" { title = "x" }
tunr "x" { says = "h" }'
slip quote 'scenario "quote" { title = "x, situation = "y" }'
slip wide 'scenario "wide" { title = “x” }'
slip date 'scenario "date" { title = "x" }
facts { { at = datetime "2025-13-10 10:30" } }'
slip include 'local x = include "lib/nope"'
slip nameless 'scenario "nameless" { title = "x" }
turn { says = "h" }'
slip table 'scenario "table" { title = "x" }
turn "a" "b"'
slip nothing 'scenario "nothing" { title = nosuch.thing }'

for file in "$fixtures"/faults/*.lua "$fixtures"/faults/translated/*untr*.lua \
    "$fixtures"/faults/translated/slots*.lua "$fixtures"/findings/*.lua \
    "$scratch"/*.lua; do
    "$program" check "$file" --lang zh >"$scratch/said" 2>&1 || true
    # The sentences: what is indented by four behind a place, put on one line.
    left=$(awk '/\[[a-z-]+\]$/ || /进入考试题库/ { on = 1; next } /^    [^ ]/ && on { printf "%s", substr($0, 5); next } on { print ""; on = 0 }' \
        "$scratch/said" |
        sed -E 's/`[^`]*`//g; s/“[^”]*”//g; s/\{[^}]*\}//g' |
        grep -oE '[A-Za-z]{2,}' |
        grep -vxE 'en|zh|pack|lua|Lua|UTF|KiB|MiB|set|add|true|false|range|phone|counter|visit|chat|email|social|video|broadcast|callback|desk|moves|passed' || true)
    if [ -n "$left" ]; then
        echo "$(basename "$file"): English is left: $left" >&2
        bad=1
    fi
done
exit $bad
