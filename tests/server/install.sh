#!/bin/sh
# Puts in place two web servers to try the generated rules with: nginx, unpacked in a folder of its own, and Apache's program
# without its service (Debian). Neither is started by the system. Can be run again at any time; uses sudo only when not root.
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
sudo=
[ "$(id -u)" -eq 0 ] || sudo=sudo

PATH=$PATH:/usr/sbin
if ! command -v apache2 >/dev/null 2>&1; then
  $sudo apt-get update -q
  # The package of the program alone: no service, nothing listens.
  DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -q --no-install-recommends apache2-bin media-types
fi
if ! command -v nginx >/dev/null 2>&1 && [ ! -x "$here/.nginx/usr/sbin/nginx" ]; then
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  # Installing it would start a server on port 80; unpacking it does not.
  [ -n "$(find /var/lib/apt/lists -name '*_Packages*' 2>/dev/null | head -n 1)" ] || $sudo apt-get update -q
  (cd "$work" && apt-get download -q nginx nginx-common)
  for package in "$work"/*.deb; do
    dpkg-deb --extract "$package" "$here/.nginx"
  done
fi
echo "server tests: ready"
