#!/usr/bin/env bash
# Benches beside peers that come from npm. `bench.sh BUILD_FOLDER`.
set -euo pipefail
build=$(realpath "$1")
cd "$(dirname "$0")"
npm install --no-audit --no-fund --silent
node ink.mjs "$build/rapport" "$build/bench/bench_play"
