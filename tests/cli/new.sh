#!/usr/bin/env bash
# What `rapport new` makes is sound as it is: in a pack of one language and of
# two, and in the pack of the product. Its examples can be played in each.
set -euo pipefail
program=$(readlink -f "$1")
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
unset RAPPORT_PACKS LANGUAGE
export LC_ALL=C TERM=dumb XDG_DATA_HOME=$work/data
cd "$work"
fail() { echo "new.sh: $*" >&2; exit 1; }

# expect STATUS ARGUMENT…: runs the program and keeps what it says.
expect() {
    local wanted=$1 status=0
    shift
    "$program" "$@" >said 2>&1 || status=$?
    [ $status = "$wanted" ] || fail "rapport $* exits with $status: $(cat said)"
}

# sound FILE LANGUAGE…: no fault, no warning, every example holds and plays.
sound() {
    local file=$1 language
    shift
    expect 0 check "$file" --quick --json
    grep -q '"faults":\[\]' said || fail "$file has faults: $(cat said)"
    expect 0 check "$file" --quick --lang en
    grep -q '4 of 4 come out as promised' said || fail "$file: examples"
    for language in "$@"; do
        expect 0 play "$file" --lang "$language" --set 1 --json \
            --moves "open:refunds,own-it,both-heard,back-to-card,date-and-news,wrapup:way=card;owed=news"
        grep -q '"passed":true' said || fail "$file: the best run fails in $language"
        expect 1 play "$file" --lang "$language" --set 1 --json \
            --moves "customer-number,happens,of-course,back-to-account-wrong"
        grep -q '"ending":"gone"' said || fail "$file: nobody hangs up in $language"
    done
}

expect 0 new one/first --lang en
sound one/first.lua en
[ ! -e one/locale ] || fail "an English pack has translations"
expect 0 coverage one --lang en
! grep -Eq 'nothing (exercises|offers)|no chapter said' said || fail "a fresh pack has gaps: $(cat said)"
expect 0 new one/second --lang zh
sound one/second.lua en
[ ! -e one/locale ] || fail "the language of the person became one of the pack"

expect 0 new ./two/first --lang zh
sound two/first.lua en zh
expect 0 new two/second --lang en
sound two/second.lua en zh

cp -r "$root/scenarios/telecom" telecom
rm -f telecom/*.lua
cp "$root/scenarios/telecom/pack.lua" telecom/
expect 0 new telecom/third --lang en
sound telecom/third.lua en zh

mkdir bare empty
touch bare/notes.txt
expect 0 new bare/alone --lang en
sound bare/alone.lua en
[ ! -e bare/pack.lua ] || fail "a folder of other things became a pack"
expect 0 new empty/first --lang en
[ -e empty/pack.lua ] || fail "an empty folder did not become a pack"

before=$(md5sum one/first.lua)
expect 2 new one/first
grep -q 'is there already' said || fail "overwriting is refused without a reason"
[ "$(md5sum one/first.lua)" = "$before" ] || fail "a file was written over"
for name in one "one/First" "one/a b" "one/pack" "nowhere/here/x" "telecm/x" \
    "one/$(printf 'a%.0s' {1..65})"; do
    expect 2 new "$name"
    [ "$(wc -l <said)" = 1 ] || fail "new $name says more than a sentence"
done
[ ! -e telecm ] || fail "a slip of the pen became a pack"

if [ "$(id -u)" != 0 ]; then
    mkdir shut
    chmod 555 shut
    expect 3 new shut/pack/x
    chmod 555 one
    expect 3 new one/third
    [ ! -e one/third.lua ] || fail "half a scenario was left"
fi

expect 0 lua-defs two
[ -s two/.luals/rapport.lua ] || fail "no definitions"
grep -q '"owns-it" #' two/.luals/rapport.lua || fail "the pack's behaviours are not in the definitions"
