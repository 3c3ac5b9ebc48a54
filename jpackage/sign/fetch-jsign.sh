#!/usr/bin/env bash
# Brings the program that windows.sh signs with, once: from Maven Central, and only this very file.
set -euo pipefail

cd "$(dirname "$0")"
version=7.5
sum=602a51c3545a6dc4fb99bd2ea7152b26d1345916d0c93ddfbd5936cb735af91c
if [ ! -f jsign.jar ]; then
  curl -fsSL --retry 5 -o jsign.new "https://repo.maven.apache.org/maven2/net/jsign/jsign/$version/jsign-$version.jar"
  echo "$sum  jsign.new" | { sha256sum -c --quiet - 2>/dev/null || shasum -a 256 -c - >/dev/null; } || {
    echo "jsign $version is not the file it was" >&2
    rm -f jsign.new
    exit 1
  }
  mv jsign.new jsign.jar
fi
