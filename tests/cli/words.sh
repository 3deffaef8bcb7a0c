#!/usr/bin/env bash
# Every interface text of the code has a translation in every PO file, and
# none is only guessed.
set -euo pipefail
root=$1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
"$root/assets/locale/extract" "$root" "$scratch/rapport.pot"
for po in "$root"/assets/locale/*.po; do
    msgcmp "$po" "$scratch/rapport.pot" || {
        echo "$(basename "$po") lacks texts: build the target rapport-pot, translate, and remove what is marked fuzzy" >&2
        exit 1
    }
    if msgattrib --only-fuzzy "$po" | grep -q '^msgid "..*"'; then
        echo "$(basename "$po") has texts marked fuzzy" >&2
        exit 1
    fi
done
