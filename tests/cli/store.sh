#!/usr/bin/env bash
# What the program keeps: a call that is cut off goes on, attempts are listed,
# verify holds, and what was changed behind its back is found.
set -euo pipefail
program=$(readlink -f "$1")
here=$(cd "$(dirname "$0")" && pwd)
data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT
unset DISPLAY WAYLAND_DISPLAY
export LC_ALL=C TERM=dumb RAPPORT_PACKS=$here/../fixtures/app/packs
run() { "$program" "$@" --data "$data/r"; }
fail() { echo "store.sh: $*" >&2; exit 1; }

printf 'o 1\nask\n' | run play short-call --seed 7 >/dev/null
[ "$(run attempts --json | grep -c '"finished":false')" = 1 ] || fail "the cut-off call is not kept"
status=0
printf 'blame\nblame\nq\n' | run play --resume >"$data/out" || status=$?
[ $status = 1 ] || fail "a lost call exits with $status"
grep -q 'What do you see on the box' "$data/out" || fail "the transcript is not told again"
run attempts --json | grep -q '"moves":4,.*"outcome":"lost"' || fail "the resumed call is another"
status=0
run play --resume >/dev/null 2>&1 </dev/null || status=$?
[ $status = 2 ] || fail "nothing to resume exits with $status"
run verify >/dev/null || fail "verify finds fault with an honest record"
run verify --json | grep -q '"findings":\[\],"attempts":1,"moves":4' || fail "verify counts wrong"
[ "$(stat -c %a "$data/r")" = 700 ] || fail "the data folder is open to others"

run doctor >"$data/out" || fail "the doctor finds this installation unwell"
grep -q 'in order, 1 attempt' "$data/out" || fail "the doctor counts wrong"

sqlite3 "$data/r/rapport.db" "UPDATE moves SET move = 'own' WHERE seq = 1"
status=0
run verify >"$data/out" || status=$?
[ $status = 1 ] || fail "a changed move exits with $status"
grep -qi 'expected\|changed\|not offered\|another' "$data/out" || fail "a changed move is not told"

printf 'x' >"$data/file"
status=0
"$program" attempts --data "$data/file" >/dev/null 2>&1 || status=$?
[ $status = 3 ] || fail "a file in place of the data folder exits with $status"
