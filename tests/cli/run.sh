#!/usr/bin/env bash
# Runs the program as people do and holds what it prints against the pictures
# in tests/golden/cli. A case is a file NAME.case:
#
#     line 1    the arguments, as the shell reads them
#     line 2 on what is typed
#
# and NAME.out is what came out on both channels, its last line the exit
# status. `run.sh PROGRAM --update` writes the pictures anew.
set -uo pipefail
program=$(readlink -f "$1")
update=${2:-}
tests=$(cd "$(dirname "$0")/.." && pwd)
golden=$tests/golden/cli
fixtures=$tests/fixtures/app/packs
data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT
bad=0

unset DISPLAY WAYLAND_DISPLAY RAPPORT_PACKS LANGUAGE
export LC_ALL=C TZ=UTC TERM=dumb XDG_DATA_HOME=$data RAPPORT_PACKS=$fixtures

for case in "$golden"/*.case; do
    name=$(basename "$case" .case)
    rm -rf "$data/rapport"
    cd "$fixtures/small" || exit 3
    eval "set -- $(head -n 1 "$case")"
    actual=$(tail -n +2 "$case" | "$program" "$@" 2>&1
        echo "exit ${PIPESTATUS[1]}")
    # How many states were walked is nobody's promise.
    actual=$(sed -E 's/^(  (Walked|走遍) +)[0-9]+/\1N/' <<<"${actual//$tests/TESTS}")
    if [ "$update" = --update ]; then
        printf '%s\n' "$actual" >"$golden/$name.out"
    elif ! diff -u "$golden/$name.out" <(printf '%s\n' "$actual"); then
        echo "cli/$name differs" >&2
        bad=1
    fi
done
exit $bad
