#!/bin/sh
# Puts in place what the browser tests need: Chromium and a headless Java runtime (Debian), and the locked npm packages.
# Can be run again at any time; does nothing when all is there. Uses sudo only when not root.
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)

need=
command -v chromium >/dev/null 2>&1 || need="$need chromium"
command -v java >/dev/null 2>&1 || need="$need default-jre-headless"
if [ -n "$need" ]; then
  sudo=
  [ "$(id -u)" -eq 0 ] || sudo=sudo
  $sudo apt-get update -q
  # Word splitting of $need is wanted: it is a list of package names.
  # shellcheck disable=SC2086
  DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -q --no-install-recommends $need
fi

command -v npm >/dev/null 2>&1 || { echo "npm is missing: install Node.js 20 or newer" >&2; exit 1; }
cd "$here"
lock=$(sha256sum package-lock.json | cut -d' ' -f1)
stamp=node_modules/.lock-hash
if [ ! -f "$stamp" ] || [ "$(cat "$stamp")" != "$lock" ]; then
  # No install script of a package is run: the browser comes from Debian.
  npm ci --ignore-scripts --no-audit --no-fund
  printf '%s' "$lock" >"$stamp"
fi
echo "browser tests: ready"
