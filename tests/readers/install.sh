#!/bin/sh
# Puts in place the independent readers of calendars, feeds and open data: Python packages in a folder of their own, and the locked
# npm packages of tests/browser (ical.js is one of them). Can be run again at any time; does nothing when all is there.
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
cd "$here"
# Debian keeps the parts that make a folder of packages apart from Python itself.
if ! python3 -c 'import ensurepip, venv' >/dev/null 2>&1; then
  sudo=
  [ "$(id -u)" -eq 0 ] || sudo=sudo
  $sudo apt-get update -q
  DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -q --no-install-recommends python3 python3-venv
fi
command -v npm >/dev/null 2>&1 || { echo "npm is missing: install Node.js 20 or newer" >&2; exit 1; }

stamp=.venv/.requirements-hash
wanted=$(sha256sum requirements.txt | cut -d' ' -f1)
if [ ! -f "$stamp" ] || [ "$(cat "$stamp")" != "$wanted" ]; then
  rm -rf .venv
  python3 -m venv .venv
  .venv/bin/pip install --quiet --disable-pip-version-check --no-deps -r requirements.txt
  .venv/bin/pip check --disable-pip-version-check >/dev/null
  printf '%s' "$wanted" >"$stamp"
fi

if [ ! -d ../browser/node_modules/ical.js ]; then
  # The same stamp as tests/browser/install.sh, so that neither undoes the other.
  cd ../browser
  npm ci --ignore-scripts --no-audit --no-fund
  sha256sum package-lock.json | cut -d' ' -f1 | tr -d '\n' >node_modules/.lock-hash
fi
echo "readers: ready"
