#!/usr/bin/env bash
# A picture of every screen: shots.sh BUILD_DIR FOLDER. Data, seed and clock
# are fixed, so that two runs of the same code give the same pictures.
set -euo pipefail
build=$1
folder=$2
mkdir -p "$folder"
cmake --build "$build" --target window_shots >&2
"$build/tests/window_shots" "$folder"
