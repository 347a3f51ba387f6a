#!/bin/sh
# Nu HTML checker over all HTML files of a folder, errors only. Exit code 1 on any error.
#   ./vnu.sh <site folder>
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
site=${1:?usage: vnu.sh <site folder>}
jar=$here/node_modules/vnu-jar/build/dist/vnu.jar
[ -f "$jar" ] || { echo "vnu.jar is missing: run $here/install.sh" >&2; exit 2; }
count=$(find "$site" -type f -name '*.html' | wc -l)
[ "$count" -gt 0 ] || { echo "no HTML file in $site" >&2; exit 2; }
# The checker writes to stderr and takes a folder; files of other types are skipped.
if java -Xss4m -jar "$jar" --errors-only --skip-non-html --format gnu "$site" 2>&1; then
  echo "Nu HTML checker: $count files, no error"
else
  echo "Nu HTML checker: $count files looked at, errors above"
  exit 1
fi
