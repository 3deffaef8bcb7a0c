#!/usr/bin/env bash
# `rapport watch` on a pack of two scenarios: each way of saving a file is
# noticed, and only what it concerns is checked. `watch.sh PROGRAM`.
set -uo pipefail
program=$(readlink -f "$1")
folder=$(mktemp -d)
pack=$folder/pack
watcher=0
trap '[ $watcher = 0 ] || kill $watcher 2>/dev/null; rm -rf "$folder"' EXIT
unset DISPLAY WAYLAND_DISPLAY RAPPORT_PACKS LANGUAGE
export LC_ALL=C XDG_DATA_HOME=$folder/data
bad=0
mkdir "$pack"
echo 'pack { id = "pack", title = "A pack", edition = "1", source_language = "en", languages = { "en" } }' >"$pack/pack.lua"

scenario() {
    cat <<LUA
scenario "$1" { title = "T", situation = "S.", channel = "phone", customer = { name = "C", face = "wei" }, start = "hello" }
turn "hello" { says = "Hello.", reply "yes" { "Yes.", resolution = $2, to = "done", because = "B." }, reply "no" { "No.", to = "done", because = "B." } }
ending "done" { outcome = "resolved", says = "Bye." }
LUA
}

# Waits until the part of the output after line $seen holds a text.
seen=0
await() {
    for _ in $(seq 200); do
        if tail -n +$((seen + 1)) "$folder/out" | grep -qF "$2"; then
            sleep 0.3
            part=$(tail -n +$((seen + 1)) "$folder/out")
            seen=$(wc -l <"$folder/out")
            return
        fi
        sleep 0.1
    done
    echo "not so: $1" >&2
    tail -n +$((seen + 1)) "$folder/out" >&2
    part=
    bad=1
}

claim() {
    if eval "$2"; then return; fi
    echo "not so: $1" >&2
    bad=1
}

scenario one 1 >"$pack/one.lua"
scenario two 1 >"$pack/two.lua"
"$program" watch "$pack" >"$folder/out" 2>&1 &
watcher=$!
await "it begins with all of them" "Watching 2 scenarios"

scenario one 7 >"$pack/one.lua"
await "a file saved in place is checked again" "0, 0, 7"
claim "only what was saved is checked" '[[ $part != *two.lua* ]]'

scenario two 5 >"$pack/.two.lua.tmp"
mv "$pack/.two.lua.tmp" "$pack/two.lua"
await "a file renamed into place is checked again" "0, 0, 5"

echo "turn (" >>"$pack/two.lua"
await "a broken file is told with its place" "two.lua:5"
scenario two 5 >"$pack/two.lua"
await "and the next save finds it mended" "0, 0, 5"

mkdir "$pack/lib"
echo "return 1" >"$pack/lib/x.lua"
await "a library concerns every scenario" "one.lua"
claim "a library concerns every scenario, all of them" '[[ $part == *two.lua* ]]'

scenario three 3 >"$pack/three.lua"
await "a new scenario joins" "0, 0, 3"

echo x >"$pack/notes.txt"
echo x >"$pack/one.lua~"
scenario one 2 >"$pack/one.lua"
await "files that are no scenario are nobody's concern" "0, 0, 2"
claim "files that are no scenario start no check" '[ $(grep -c "one.lua" <<<"$part") = 1 ]'

kill -INT $watcher
wait $watcher
claim "an interrupt ends it well" '[ $? = 0 ]'
watcher=0

"$program" watch "$pack" >"$folder/out" 2>&1 &
watcher=$!
seen=0
await "it begins again" "Watching 3 scenarios"
rm -r "$pack"
wait $watcher
claim "a folder that is gone ends it as a fault of the machine" '[ $? = 3 ]'
watcher=0
claim "and is told" 'grep -q "is gone" "$folder/out"'
"$program" watch "$folder/none" >/dev/null 2>&1
claim "a pack that is none is wrong use" '[ $? = 2 ]'
exit $bad
