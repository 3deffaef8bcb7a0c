#!/usr/bin/env bash
# `rapport translate` on a pack of two small scenarios: what each change of a
# text does to the translation files. `translate.sh PROGRAM`.
set -uo pipefail
program=$(readlink -f "$1")
folder=$(mktemp -d)
trap 'chmod -R u+w "$folder"; rm -rf "$folder"' EXIT
unset DISPLAY WAYLAND_DISPLAY RAPPORT_PACKS LANGUAGE
export LC_ALL=C XDG_DATA_HOME=$folder/data
bad=0
pack=$folder/pack
mkdir "$pack"

cat >"$pack/pack.lua" <<'LUA'
pack { id = "pack", title = "A pack", edition = "1", source_language = "en", languages = { "en", "zh" } }
section "1.1" { title = "First", says = "the guide states something" }
LUA

# scenario NAME GREETING
scenario() {
    cat >"$pack/$1.lua" <<LUA
scenario "$1" { title = "Title of $1", situation = "Situation of $1.", channel = "phone",
    customer = { name = "{who}", face = "wei" }, start = "hello" }
facts { { who = name { "Sun", family = "Sun", title = "Ms" }, n = "7" }, { who = name { "Ma", family = "Ma", title = "Ms" }, n = "8" } }
turn "hello" { says = "$2",
    reply "yes" { "Shared words.", resolution = 1, to = "done", because = "Because of $1." },
    reply "no" { "No to $1.", to = "done", because = "Because of $1." } }
ending "done" { outcome = "resolved", says = "Bye from $1." }
LUA
}

claim() {
    if eval "$2"; then return; fi
    echo "not so: $1" >&2
    bad=1
}

translate() { said=$("$program" translate "$pack" "${1:-zh}" 2>&1); status=$?; }
# entry FILE MSGID: what is translated under it.
entry() { awk -v RS= -v said="msgid \"$2\"" 'index($0, said) && !/^#~/' "$pack/locale/$1"; }
# say FILE MSGID WORDS: as a translator would.
say() { sed -i "/^msgid \"$2\"\$/{n;s/.*/msgstr \"$3\"/}" "$pack/locale/$1"; }

scenario one "It is {n} of them."
scenario two "Hello."
translate
claim "a first run makes a file for the pack and one for each scenario" '[ $status = 0 ] && [ -f "$pack/locale/zh.po" ] && [ -f "$pack/locale/one.zh.po" ] && [ -f "$pack/locale/two.zh.po" ]'
claim "what two scenarios say has one entry, in the file of the pack, without a place" 'entry zh.po "Shared words." | grep -q msgctxt; [ $? = 1 ] && ! grep -q "Shared words" "$pack/locale/one.zh.po"'
claim "what one scenario says twice has one entry in its own file, without a place" '[ $(grep -c "Because of one" "$pack/locale/one.zh.po") = 1 ] && ! entry one.zh.po "Because of one." | grep -q msgctxt'
claim "a single text keeps its place" 'entry one.zh.po "No to one." | grep -q "msgctxt \"one/hello/no\""'
cp -r "$pack/locale" "$folder/before"
translate
claim "a second run changes nothing" 'diff -r "$folder/before" "$pack/locale"'

say zh.po "Shared words\." "共用的话。"
say one.zh.po "It is {n} of them\." "一共{n}个。"
say one.zh.po "No to one\." "不行。"
msgfmt -o /dev/null "$pack/locale/one.zh.po"
claim "an entry without a place is said wherever its text is" '[ $("$program" model "$pack/one.lua" 2>/dev/null | grep -c "共用的话") = 1 ] && "$program" model "$pack/two.lua" | grep -q "共用的话"'

scenario one "There are {n}."
translate
claim "a reworded text keeps the old translation, marked, with the old text beside it" 'entry one.zh.po "There are {n}." | grep -q "^#, fuzzy" && grep -q "^#| msgid \"It is {n} of them.\"" "$pack/locale/one.zh.po" && entry one.zh.po "There are {n}." | grep -q "一共{n}个。"'
claim "a stale entry is told and is not used" '[[ $said == *"1 to look at again"* ]] && ! "$program" model "$pack/one.lua" | grep -q "一共"'
cp -r "$pack/locale" "$folder/stale"
translate
claim "a stale entry stays stale" 'diff -r "$folder/stale" "$pack/locale"'

scenario one "It is {n} of them."
translate
claim "a text that comes back has its translation again" '"$program" model "$pack/one.lua" | grep -q "一共{n}个。"'

say one.zh.po "It is {n} of them\." "一共几个。"
translate
claim "a translation without its slot is an error with file and line" '[ $status = 1 ] && [[ $said == *"one.lua:4"*"error [slots-differ]"* ]]'
say one.zh.po "It is {n} of them\." "一共{n}个。"

cp -r "$pack/locale" "$folder/whole"
echo 'turn "' >>"$pack/two.lua"
translate
claim "a scenario that cannot be read leaves every file as it was" '[ $status = 1 ] && diff -r "$folder/whole" "$pack/locale"'
scenario two "Hello."

echo 'msgid "cut' >>"$pack/locale/two.zh.po"
translate
claim "a file that is no PO file is named" '[ $status != 0 ] && [[ $said == *"locale/two.zh.po"* ]]'
cp "$folder/whole/two.zh.po" "$pack/locale/two.zh.po"

translate fr
claim "a language the pack does not list gets its files, and a word about that" '[ $status = 0 ] && [ -f "$pack/locale/one.fr.po" ] && [[ $said == *"languages"* ]]'
rm -f "$pack"/locale/*fr.po

translate chinese
claim "a language that is none is wrong use" '[ $status = 2 ]'

if [ "$(id -u)" != 0 ]; then
    scenario two "Hello again."
    chmod a-w "$pack/locale"
    translate
    claim "a folder that cannot be written is a fault of the machine" '[ $status = 3 ] && diff -r "$folder/whole" "$pack/locale"'
fi
exit $bad
