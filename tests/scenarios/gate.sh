#!/usr/bin/env bash
# Every bundled scenario has no fault and no warning, all its examples come out
# as promised, its walk is exact and its gate is open.
#   gate.sh RAPPORT PACKS
set -euo pipefail
for scenario in "$2"/*/*.lua; do
    [ "$(basename "$scenario")" = pack.lua ] && continue
    report=$("$1" check "$scenario" --json) ||
        { echo "$scenario does not check"; "$1" check "$scenario"; exit 1; }
    for claim in '"faults":[]' '"exact":true' '"gate":{"open":true,"missing":[]}'; do
        grep -qF "$claim" <<<"$report" ||
            { echo "$scenario: not so: $claim"; exit 1; }
    done
done
