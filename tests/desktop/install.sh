#!/usr/bin/env bash
# What `cmake --install` puts into a DESTDIR is whole, and the program works
# from there, moved to any prefix, with nothing in its environment.
#   install.sh BUILD_FOLDER SOURCE_FOLDER
set -euo pipefail
build=$1
source=$2
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
unset RAPPORT_PACKS RAPPORT_ASSETS LANGUAGE XDG_DATA_HOME
bad=0
fail() { echo "install.sh: $*" >&2; bad=1; }

DESTDIR=$stage/dest cmake --install "$build" --prefix /usr/local >/dev/null
# Where it ends up is not where it was built for.
mkdir -p "$stage/other place"
mv "$stage/dest/usr/local" "$stage/other place/prefix"
prefix="$stage/other place/prefix"

# ------------------------------------------------------------ what is there
while read -r file; do
    [ -s "$prefix/$file" ] || fail "$file is missing"
done <<'FILES'
bin/rapport
libexec/rapport/rapport-helper
share/rapport/packs/telecom/pack.lua
share/locale/zh/LC_MESSAGES/rapport.mo
share/applications/rapport.desktop
share/metainfo/rapport.metainfo.xml
share/mime/packages/rapport.xml
share/icons/hicolor/48x48/apps/rapport.png
share/icons/hicolor/128x128/apps/rapport.png
share/icons/hicolor/256x256/apps/rapport.png
share/icons/hicolor/scalable/apps/rapport.svg
share/icons/hicolor/symbolic/apps/rapport-symbolic.svg
share/man/man1/rapport.1.gz
share/man/zh_CN/man1/rapport.1.gz
share/bash-completion/completions/rapport
share/zsh/vendor-completions/_rapport
share/fish/vendor_completions.d/rapport.fish
share/doc/rapport/copyright
share/doc/rapport/scenarios/README.md
FILES
for pack in "$source"/scenarios/*/pack.lua; do
    folder=$(dirname "$pack")
    diff -rq --exclude='.*' "$folder" \
        "$prefix/share/rapport/packs/$(basename "$folder")" >&2 || fail "a pack differs"
done
for folder in icons portraits shadows; do
    diff -rq "$source/assets/$folder" "$prefix/share/rapport/assets/$folder" >&2 ||
        fail "assets/$folder differs"
done
for side in 48 128 256; do
    file "$prefix/share/icons/hicolor/${side}x$side/apps/rapport.png" |
        grep -q "$side x $side" || fail "the icon of $side is none"
done
if find "$prefix" -perm /022 ! -type l | grep .; then
    fail "others may write these"
fi
if find "$prefix" -xtype l | grep .; then
    fail "these links lead nowhere"
fi

# ------------------------------------------------------------- what desktops say
if command -v desktop-file-validate >/dev/null; then
    [ -z "$(desktop-file-validate "$prefix/share/applications/rapport.desktop" 2>&1)" ] ||
        fail "the desktop entry has faults"
fi
if command -v appstreamcli >/dev/null; then
    appstreamcli validate --no-net "$prefix/share/metainfo/rapport.metainfo.xml" >"$stage/said" ||
        { cat "$stage/said" >&2; fail "the metainfo has faults"; }
fi
if command -v update-mime-database >/dev/null; then
    cp -r "$prefix/share/mime" "$stage/mime"
    update-mime-database "$stage/mime" >"$stage/said" 2>&1 && ! grep -i warning "$stage/said" >&2 ||
        fail "the MIME type has faults"
    grep -q 'rapport.json' "$stage/mime/globs2" || fail "the MIME type has no ending"
fi
# Every action of the desktop entry is a command the program knows.
while read -r _ arguments; do
    [ "$arguments" != 'open %f' ] || arguments=open
    # shellcheck disable=SC2086 # words on purpose
    env -i "$prefix/bin/rapport" $arguments --help >/dev/null || fail "rapport $arguments"
done < <(sed -n 's/^Exec=//p' "$prefix/share/applications/rapport.desktop")
# Each language of the interface is one of the entry.
for mo in "$prefix"/share/locale/*; do
    grep -q "^Comment\[$(basename "$mo")\]=" "$prefix/share/applications/rapport.desktop" ||
        fail "the desktop entry lacks $(basename "$mo")"
done

# ------------------------------------------------------------ what it does
# rapport ARGUMENT…: with nothing in the environment, from an empty folder.
rapport() {
    (cd "$stage/empty" && env -i PATH=/usr/bin:/bin "$prefix/bin/rapport" "$@" --data "$stage/data")
}
mkdir "$stage/empty"
rapport doctor | tr -s ' \n' '  ' >"$stage/said" || fail "doctor: $(cat "$stage/said")"
for part in libexec/rapport/rapport-helper share/rapport/packs share/locale; do
    grep -qF "$prefix/$part" "$stage/said" || fail "doctor does not find $part: $(cat "$stage/said")"
done
for part in Helper Translations Packs Interface Data Database; do
    grep -q "✓ $part" "$stage/said" || fail "doctor misses: $part: $(cat "$stage/said")"
done
rapport check angry-caller --quick >"$stage/said" || fail "check: $(cat "$stage/said")"
rapport play angry-caller --set 1 --moves open:tickets --json >"$stage/said" || true
grep -q '"set":1' "$stage/said" || fail "play: $(cat "$stage/said")"
rapport play angry-caller --lang zh </dev/null >"$stage/said" || true
grep -q '电话' "$stage/said" || fail "play speaks no Chinese: $(head -c 200 "$stage/said")"
rapport schema >"$stage/said" && grep -q '"\$schema"' "$stage/said" || fail "no schema"
rapport lua-defs >"$stage/said" && grep -q scenario "$stage/said" || fail "no definitions for editors"
(cd "$stage/empty" && mkdir mine && cd mine && rapport new "$stage/empty/mine/first" >/dev/null) ||
    fail "no templates"
rapport check "$stage/empty/mine" --quick >/dev/null || fail "the template does not check"
# The pictures are looked for at once, the display only then.
timeout 60 env -i DISPLAY=:none SDL_VIDEODRIVER=x11 "$prefix/bin/rapport" \
    --data "$stage/data" >"$stage/said" 2>&1 && fail "a window without a display"
! grep -q 'pictures are missing' "$stage/said" || fail "the window does not find its pictures"
# No path of the machine it was built on is in it: a stranger could make it.
if [ -z "$(find "$build" -maxdepth 1 -name CMakeCache.txt -exec grep -l 'RP_SANITIZE:BOOL=ON' {} +)" ] &&
    grep -aqF "$source" "$prefix/bin/rapport"; then
    fail "the program names the folder it was built from"
fi
exit $bad
