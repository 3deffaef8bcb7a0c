#!/usr/bin/env bash
# Pages that are made from the tables are what the tables say.
#   generated.sh RAPPORT ROOT [--update]
set -euo pipefail
program=$1
root=$2
update=${3:-}
bad=0

# generated FILE ARGUMENT…
generated() {
    local file=$root/$1
    shift
    if [ "$update" = --update ]; then
        "$program" "$@" --lang en >"$file"
    elif ! diff -u "$file" <("$program" "$@" --lang en); then
        echo "$file is not what \`rapport $*\` prints; run $0 $program $root --update" >&2
        bad=1
    fi
}

generated scenarios/FAULTS.md explain --markdown
generated assets/lua/rapport.lua lua-defs
exit $bad
