#!/usr/bin/env bash
# Editions of a scenario and runs of it: `diff` against files as git knew them
# and against what was played, `bless` into a file, and what `check` says when
# a blessed run reads or scores differently.
set -euo pipefail
program=$(readlink -f "$1")
here=$(cd "$(dirname "$0")" && pwd)
data=$(mktemp -d)
trap 'chmod -R u+w "$data"; rm -rf "$data"' EXIT
unset DISPLAY WAYLAND_DISPLAY RAPPORT_PACKS
export LC_ALL=C TERM=dumb TMPDIR=$data/tmp RAPPORT_PACKS=$data/none
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null
mkdir -p "$data/tmp" "$data/none" "$data/work/pack/lib"
run() { "$program" "$@" --data "$data/r"; }
fail() { echo "editions.sh: $*" >&2; exit 1; }
git() { command git -C "$data/work" -c user.name=x -c user.email=x@y "$@"; }

# status EXPECTED ARGUMENTS...: what it prints goes to $data/out
status() {
    local wanted=$1 status=0
    shift
    run "$@" >"$data/out" 2>&1 || status=$?
    [ $status = "$wanted" ] || { cat "$data/out" >&2; fail "$* exits with $status"; }
}
says() { grep -qF -- "$1" "$data/out" || { cat "$data/out" >&2; fail "not said: $1"; }; }

cat >"$data/work/pack/lib/words.lua" <<'LUA'
return { hello = "Good morning, how can I help?" }
LUA
cat >"$data/work/pack/small.lua" <<'LUA'
local words = include "lib/words"

scenario "small" { title = "T", situation = "S", channel = "phone", customer = { name = "N" }, start = "a" }

turn "a" { says = "Hello?", to = "z",
    reply "greet" { words.hello, listening = 2, empathy = 1, because = "B." },
    reply "shrug" { "What is it this time?", empathy = -1, because = "B." },
}
ending "z" { outcome = "resolved", says = "Good." }
LUA
cp -r "$data/work" "$data/bare"

# ----------------------------------------------------------------- no git
cd "$data/bare"
status 2 diff HEAD pack/small.lua
says "lies in no git repository"
PATH=/nowhere status 3 diff HEAD pack/small.lua
says '`git` is not installed; install git.'
PATH=/nowhere status 3 diff HEAD pack/small.lua --lang zh
says '没有安装`git`；请安装 git。'

# ------------------------------------------------------------------ diff
cd "$data/work"
git init -q
git add -A
git commit -qm one
status 0 diff HEAD pack/small.lua
says "The two are the same document."
sed -i 's/Good morning, how/Good evening, how/' pack/lib/words.lua
status 0 diff HEAD pack/small.lua
says 'Good morning, how can I help?'
says 'Only texts differ'
status 0 diff HEAD:pack/small.lua pack/small.lua --json
says '"what":"reworded","object":"reply","part":"a/greet","key":"text","language":"en"'
says '"attempts_before":null'
sed -i 's/empathy = 1/empathy = 3/' pack/small.lua
cd pack
status 0 diff HEAD:small.lua small.lua
says 'empathy  1 → 3'
says 'Par of set 1  L2 E1 R0 → L2 E3 R0'
says 'The rules differ'
cd ..
git commit -qam two
status 0 diff HEAD~1:pack/small.lua HEAD:pack/small.lua
says 'empathy  1 → 3'
status 2 diff HEAD~7 pack/small.lua
says 'There is no revision `HEAD~7` here'
status 2 diff HEAD:pack/other.lua pack/small.lua
says 'There was no file `pack/other.lua` at the revision `HEAD`.'
status 3 diff HEAD pack/other.lua
says 'There is no file pack/other.lua.'
printf 'turn "a" {' >"$data/broken.lua"
status 1 diff "$data/broken.lua" pack/small.lua
says 'cannot be compared until it is mended'
[ -z "$(ls -A "$data/tmp")" ] || fail "a folder of a revision is left"

# ----------------------------------------------------------------- bless
status 2 bless pack/small.lua 1234
says 'nothing was played yet'
[ ! -e "$data/r" ] || fail "bless made a data folder"
printf '1\n' | run play pack/small.lua --seed 1 >/dev/null || true
printf '1\n' | run play pack/small.lua --seed 2 >/dev/null || true
id=$(run attempts --json | sed -E 's/.*"attempt":"([0-9a-f]+)".*/\1/')
cp pack/small.lua "$data/before.lua"
status 0 bless pack/small.lua "${id:0:8}" --name "a call" --dry-run
cmp -s pack/small.lua "$data/before.lua" || fail "a dry run writes"
chmod 640 pack/small.lua
status 0 bless pack/small.lua "${id:0:8}" --name "a call"
says 'example "a call" {'
[ "$(stat -c %a pack/small.lua)" = 640 ] || fail "the file's permissions changed"
grep -q '^example a call$' pack/blessed/small.txt || fail "its reading is not kept"
status 0 check pack/small.lua --quick
says 'Blessed runs: 1 of 1 read and score as they did'
status 2 bless pack/small.lua "${id:0:8}" --name "a call"
says 'There is an example “a call” already'
status 2 bless pack/small.lua "${id:0:8}" --name "a call" --lang zh
says '已经有叫“a call”的示例'
status 2 bless pack/small.lua --moves shrug --set 4 --name "b"
says 'no fact set 4'
status 0 bless pack/small.lua --moves greet --set 1 --name "b"

status 0 diff HEAD pack/small.lua
says 'Only examples differ'
says '2 stored attempts stand on the old document'

# An attempt that does not go as it went is refused, and nothing is written.
sed -i 's/empathy = -1/empathy = -2/; s/listening = 2/listening = 1/' pack/small.lua
sed -i 's/points = {[^}]*}/points = { }/' pack/small.lua
cp pack/small.lua "$data/before.lua"
status 1 bless pack/small.lua "${id:0:8}" --name "c"
says 'does not go as it went'
says 'move 1'
cmp -s pack/small.lua "$data/before.lua" || fail "a refused run was written"

# What a step scores now is information: it is told and breaks nothing.
status 0 check pack/small.lua --quick
says 'Blessed runs: 0 of 2 read and score as they did'
says 'scores  E-1 → E-2'
says 'scores  L+2 E+3 → L+1 E+3'
status 0 check pack/small.lua --quick --json
says '"what":"points","language":null,"before":"L+2 E+3","after":"L+1 E+3"'
status 0 bless pack/small.lua --again
says '2 examples are blessed'
cp pack/blessed/small.txt "$data/kept.txt"
echo '# looked at' >>pack/blessed/small.txt
status 0 bless pack/small.lua --again --dry-run
says '2 examples would be blessed'
grep -q 'looked at' pack/blessed/small.txt || fail "a dry run writes readings"
status 0 bless pack/small.lua --again --dry-run --json
says '"written":false,"examples":["a call","b"],"lua":null'

# What is kept and not understood is told with its line; proof goes on.
echo 'nonsense here' >>pack/blessed/small.txt
status 0 check pack/small.lua --quick
says "pack/blessed/small.txt:$(wc -l <pack/blessed/small.txt): This line is not understood."
status 1 bless pack/small.lua --moves greet --name "f"
cp "$data/kept.txt" pack/blessed/small.txt
sed -i '/^example "f"/,$d' pack/small.lua
status 0 check pack/small.lua --quick
says 'Blessed runs: 2 of 2 read and score as they did'

# A file that would no longer load is put back.
printf 'do return end' >>pack/small.lua
cp pack/small.lua "$data/before.lua"
status 1 bless pack/small.lua --moves greet --name "d"
says 'the file was put back as it was'
cmp -s pack/small.lua "$data/before.lua" || fail "the file was not put back"

# ------------------------------------------------------------- wrong use
status 2 bless pack/small.lua
says 'Which run?'
status 2 bless pack/small.lua --moves greet
says '--moves needs a name'
status 2 bless pack/small.lua --again "$id"
run model pack/small.lua >"$data/small.json"
status 2 bless "$data/small.json" --moves greet --name x
says 'is a document'

if [ "$(id -u)" -ne 0 ]; then
    chmod a-w pack
    status 3 bless pack/small.lua --moves greet --name "e"
    chmod u+w pack
fi
