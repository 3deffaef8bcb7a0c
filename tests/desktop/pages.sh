#!/usr/bin/env bash
# Manual and completion name every verb and option, are clean, and complete.
#   pages.sh RAPPORT SOURCE_FOLDER
set -euo pipefail
program=$(readlink -f "$1")
source=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
unset RAPPORT_PACKS LANGUAGE
export LC_ALL=C.UTF-8 XDG_DATA_HOME=$work/data HOME=$work TERM=dumb
PATH=$(dirname "$program"):$PATH
bad=0
fail() { echo "pages.sh: $*" >&2; bad=1; }
skips() { echo "pages.sh: $1 is not installed, so its part is left out" >&2; }

# -------------------------------------------------------------- the manual
for language in en zh; do
    rapport manual --lang $language >$language.1
    man --warnings -E UTF-8 -l -Tutf8 -Z $language.1 >/dev/null 2>said || fail "man: $(cat said)"
    [ ! -s said ] || fail "the manual ($language): $(cat said)"
    MANWIDTH=100 man -E UTF-8 -l $language.1 2>/dev/null | sed 's/.\x08//g' >$language.txt
done
verbs=$(rapport completion verbs)
for shell in bash zsh fish; do rapport completion $shell >all.$shell; done
for verb in $verbs; do
    for option in $(rapport help "$verb" --lang en | grep -oE '^  --?[a-z-]+' | sort -u); do
        for page in en.txt zh.txt; do
            grep -qF -e "$option" $page || fail "$page does not name $option of $verb"
        done
        for shell in bash zsh; do
            grep -qF -e "$option" all.$shell || fail "$shell does not know $option"
        done
        grep -qE -e "-s ${option#-} |-l ${option#--} " all.fish ||
            fail "fish does not know $option"
    done
    grep -qE "^ +$verb( |$)" en.txt || fail "the manual does not explain $verb"
done
grep -q '环境变量' zh.txt || fail "the Chinese manual is not Chinese"
# What is asked of the environment is in the manual.
for name in $(grep -rhoE '(secure_getenv|SDL_getenv)\("[A-Z_0-9]+"' "$source/engine" | grep -oE '[A-Z_0-9]{3,}"' | tr -d '"' | sort -u); do
    grep -qw "$name" en.txt || fail "the manual does not name $name of the environment"
done

# ------------------------------------------------------------------ bash
rapport completion bash >rapport.bash
cat >ask.bash <<'ASK'
source ./rapport.bash
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
_rapport 2>/dev/null
printf '%s\n' "${COMPREPLY[@]}"
ASK
# offers WORD… -> EXPECTED: after these words bash offers this.
offers() {
    local wanted=${!#}
    local offered
    offered=$(bash ask.bash rapport "${@:1:$#-1}")
    grep -qxF -e "$wanted" <<<"$offered" ||
        fail "bash offers no $wanted after: ${*:1:$#-1}: $(head -n 5 <<<"$offered")"
}
touch call.lua
mkdir folder
offers '' play
offers pl play
offers play '' angry-caller
offers play ang angry-caller
offers play call call.lua
offers play --s --seed
offers play --seed 3 --set 1 ang angry-caller
offers check '' telecom
offers check one two fol folder
offers --lang z zh
offers play --lang '' en
offers --data fol folder
offers explain unknown-k unknown-key
offers open --at st studio
offers translate telecom '' zh
offers graph angry-caller -o call call.lua
offers help wat watch
offers completion f fish
! bash ask.bash rapport play --seed '' | grep -q . || fail "bash offers something for a number"

# ------------------------------------------------------------- fish and zsh
rapport completion fish >rapport.fish
rapport completion zsh >_rapport
if command -v fish >/dev/null; then
    fish --no-execute rapport.fish || fail "fish cannot read its file"
    # fish_offers LINE EXPECTED
    fish_offers() {
        fish -N -c "source rapport.fish; complete -C '$1'" 2>said | cut -f 1 | grep -qxF -e "$2" ||
            fail "fish offers no $2 after: $1 $(cat said)"
    }
    fish_offers 'rapport pl' play
    fish_offers 'rapport play ang' angry-caller
    fish_offers 'rapport play --se' --seed
    fish_offers 'rapport open --at st' studio
    fish_offers 'rapport explain unknown-k' unknown-key
    fish_offers 'rapport --lang ' zh
else
    skips fish
fi
if command -v zsh >/dev/null; then
    zsh -n _rapport || fail "zsh cannot read its file"
    cat >ask.zsh <<'ASK'
zmodload zsh/zpty
zpty shell zsh -f -i
ask() { zpty -w shell "$1" }
ask 'PS1=; fpath=($PWD $fpath); autoload -Uz _rapport compinit; compinit -u -D; zstyle ":completion:*" list-separator "--"; compdef _rapport rapport; bindkey "^I" complete-word; LISTMAX=1000'
ask 'print RE''ADY'
zpty -r shell got '*READY*'
zpty -w -n shell "$1"$'\t'
sleep 1.5
zpty -w -n shell $'\x15\n'
ask 'print DO''NE'
zpty -r shell got '*DONE*'
print -r -- "$got"
ASK
    # zsh_offers LINE EXPECTED: the line is completed, or the choice listed.
    zsh_offers() {
        timeout 30 zsh -f ask.zsh "$1" >said 2>&1 || true
        grep -qF -e "$2" said || fail "zsh offers no $2 after: $1: $(tail -n 5 said | cat -v)"
    }
    zsh_offers 'rapport pla' 'rapport play'
    zsh_offers 'rapport play ang' angry-caller
    zsh_offers 'rapport open --at stu' studio
else
    skips zsh
fi
exit $bad
