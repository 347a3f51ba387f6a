"""Reads the JSON-LD of built pages with an HTML parser of its own and asks for what search engines want of each type."""

import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

from lxml import html

ROOT = Path(__file__).resolve().parent.parent.parent
DAY = "2026-11-23"
# What must be there, and what may.
TYPES = {
    "BreadcrumbList": ({"itemListElement"}, set()),
    "GovernmentOrganization": ({"name"}, {"alternateName", "address"}),
    "Event": ({"name", "startDate", "eventStatus", "url", "inLanguage"},
              {"endDate", "description", "previousStartDate", "location", "organizer"}),
    "Dataset": ({"@id", "name", "description", "url", "license", "distribution", "temporalCoverage", "creator", "isAccessibleForFree",
                 "inLanguage", "datePublished"}, {"spatialCoverage"}),
}
STATES = {"EventScheduled", "EventRescheduled", "EventCancelled"}
TIME = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d[+-]\d\d:\d\d)?")
results, types, states = Counter(), Counter(), Counter()


def check(name, good, why=""):
    results[bool(good)] += 1
    if not good:
        print(f"FAILED {name}: {str(why)[:300]}")


def read(element):
    """The text as it is read: without the marks where a long word may part."""
    return " ".join(element.text_content().translate({0xAD: None, 0x200B: None}).split())


def check_block(name, block, tree):
    kind = block["@type"]
    types[kind] += 1
    check(f"{name} context", block["@context"] == "https://schema.org")
    must, may = TYPES[kind]
    check(f"{name} {kind}", must <= set(block) - {"@context", "@type"} <= must | may, set(block))
    if kind == "BreadcrumbList":
        items = block["itemListElement"]
        check(f"{name} positions", [i["position"] for i in items] == list(range(1, len(items) + 1)))
        shown = [read(a) for a in tree.xpath("//nav[@class='crumb']//li")]
        check(f"{name} shows the same way", [i["name"] for i in items] == shown, shown)
        check(f"{name} whole addresses", all(i["item"].startswith("https://") for i in items[:-1]) and "item" not in items[-1])
    if kind == "Event":
        state = block["eventStatus"].removeprefix("https://schema.org/")
        states[state] += 1
        check(f"{name} state", state in STATES and (state == "EventRescheduled") == ("previousStartDate" in block), block)
        check(f"{name} times", all(TIME.fullmatch(block[k]) for k in ("startDate", "endDate") if k in block), block)
        check(f"{name} is its own page", block["url"] == tree.xpath("string(//link[@rel='canonical']/@href)"))
    if kind == "Dataset":
        check(f"{name} description of 50 to 5000 characters", 50 <= len(block["description"]) <= 5000, block["description"])
        links = set(tree.xpath("//a[@download]/@href"))
        files = {urlsplit(d["contentUrl"]).path for d in block["distribution"]}
        check(f"{name} files are those of the page", files == links and len(files) == 2, files ^ links)
        check(f"{name} licence is on the page", block["license"] in tree.xpath("//a/@href"))
        check(f"{name} days", re.fullmatch(r"\d{4}-\d\d-\d\d(/\d{4}-\d\d-\d\d)?", block["temporalCoverage"]))


def change(meeting, state):
    text = meeting.read_text(encoding="utf-8")
    meeting.write_text(re.sub(r"^stand: .*$", state, text, flags=re.MULTILINE), encoding="utf-8")


def main():
    klartext = Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as name:
        # The sample meetings and reports as if they were real: pages of invented ones carry no data for search engines.
        site, out = Path(name) / "site", Path(name) / "out"
        for source in (ROOT / "content").rglob("*"):
            if source.is_file():
                target = site / source.relative_to(ROOT / "content")
                target.parent.mkdir(parents=True, exist_ok=True)
                data = source.read_bytes()
                target.write_bytes(data.replace(b"\nbeispiel: true\n", b"\n") if source.parent.name in ("sitzungen", "berichte") else data)
        change(site / "sitzungen/2026-12-09-kok.md", "stand: abgesagt")
        change(site / "sitzungen/2027-02-04-gpv-steuerung.md", "stand: verschoben\nverschoben_von: 2027-01-28")
        command = [klartext, "build", "--site", site, "--out", out, "--as-of", DAY]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(f"klartext build failed:\n{done.stdout[-3000:]}{done.stderr[-3000:]}")
        weight = pages = 0
        for page in sorted(out.rglob("*.html")):
            tree = html.fromstring(page.read_bytes())
            blocks = tree.xpath("//script[@type='application/ld+json']")
            is_hidden = bool(tree.xpath("//meta[@name='robots'][contains(@content, 'noindex')]"))
            check(f"{page.relative_to(out)}: nothing for search engines where they shall not look", not (is_hidden and blocks))
            for block in blocks:
                check_block(str(page.relative_to(out)), json.loads(block.text), tree)
                weight += len(block.text.encode())
            pages += 1
        check("all types", set(types) == set(TYPES), types)
        check("all states", set(states) == STATES, states)
        print(f"JSON-LD: {dict(types)}, {weight // pages} bytes a page on {pages} pages")
    print(f"JSON-LD: {results[True]} passed, {results[False]} failed")
    sys.exit(1 if results[False] or not results[True] else 0)


main()
