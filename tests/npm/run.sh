#!/usr/bin/env bash
# Checks by tools we did not write: the JSON Schema of the document is a valid
# schema, accepts every bundled scenario's document, and refuses broken ones.
set -euo pipefail
rapport=$(realpath "$1")
cd "$(dirname "$0")"
npm install --no-audit --no-fund --silent
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$rapport" schema >"$work/schema.json"
for scenario in ../../scenarios/*/*.lua; do
    name=$(basename "$scenario" .lua)
    [ "$name" = pack ] || "$rapport" model "$scenario" >"$work/$name.document.json"
done
node validate.mjs "$work"
