#!/usr/bin/env bash
# The whole call in the authors' guide is what it says: it checks without a
# fault and its examples come out as promised.
#   guide_example.sh RAPPORT GUIDE
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
awk '/^```lua$/ { inside = 1; next } /^```$/ { if (inside) exit } inside' "$2" \
    >"$work/lost-parcel.lua"
"$1" check "$work/lost-parcel.lua" | tee "$work/report"
grep -q '2 of 2 come out as promised' "$work/report"
