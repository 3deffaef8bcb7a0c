#!/usr/bin/env bash
# What becomes of a command whose channels are closed, full or watched: it
# ends with the machine's fault, spoils no file, and steers no terminal.
# `channels.sh PROGRAM`.
set -uo pipefail
program=$(readlink -f "$1")
here=$(cd "$(dirname "$0")" && pwd)
data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT
unset DISPLAY WAYLAND_DISPLAY RAPPORT_PACKS LANGUAGE
export LC_ALL=C TERM=dumb XDG_DATA_HOME=$data/data
bad=0
scenario=$here/../fixtures/app/packs/small/short-call.json

claim() {
    if eval "$2"; then return; fi
    echo "not so: $1" >&2
    bad=1
}

"$program" --version >&- 2>/dev/null
claim "a closed standard output is the machine's fault" "[ $? = 3 ]"
"$program" model "$scenario" >/dev/full 2>"$data/said"
claim "a full one, too" "[ $? = 3 ]"
claim "and that is said" 'grep -q "Not all could be printed" "$data/said"'

"$program" graph "$scenario" -o "$data/whole.dot"
"$program" graph "$scenario" -o "$data/closed.dot" >&- 2>&-
claim "a file we write does not become a channel" 'cmp -s "$data/whole.dot" "$data/closed.dot"'

"$program" schema 2>"$data/said" | head -c 1 >/dev/null
ended=${PIPESTATUS[0]}
claim "whoever reads no further ends us without a word" '[ $ended = 0 -o $ended = 141 ] && [ ! -s "$data/said" ]'

mkdir "$data/"$'odd\x7f\xc2\x9b'
cp "$scenario" "$data/"$'odd\x7f\xc2\x9b'/
"$program" check --quick --json "$data/"$'odd\x7f\xc2\x9b/short-call.json' >"$data/json"
claim "no letter in JSON can steer a terminal" '! grep -qP "\x7f|\xc2\x9b" "$data/json" && grep -qF "odd\\u007f\\u009b" "$data/json"'
exit $bad
