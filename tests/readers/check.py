"""Builds the site of ten years and lets independent programs read its calendars and feeds.

Three readers of calendars must agree with what the site was made from: PyPI icalendar (zone database), python-dateutil
(the VTIMEZONE in the file) and npm ical.js (the same VTIMEZONE). Feeds are read with lxml and feedparser.
"""

import datetime as dt
import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from io import StringIO
from pathlib import Path

import feedparser
from dateutil.tz import tzical
from icalendar import Calendar
from lxml import etree

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "sites" / "ten-years"))
import make as ten_years  # noqa: E402

ATOM = "{http://www.w3.org/2005/Atom}"
RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")
results = Counter()


def check(name, good, why=""):
    results[bool(good)] += 1
    if not good:
        print(f"FAILED {name}: {why}")


def build(klartext, folder, out, day=ten_years.AS_OF):
    command = [klartext, "build", "--site", folder / "site", "--out", out, "--as-of", str(day)]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"klartext build failed:\n{done.stdout[-3000:]}{done.stderr[-3000:]}")


def utc(value):
    if not isinstance(value, dt.datetime):
        return str(value)
    return value.astimezone(dt.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def read_calendar(path):
    """Events of a file as PyPI icalendar sees them, and their begins with the file's own zone."""
    text = path.read_bytes()
    calendar = Calendar.from_ical(text)
    zone = tzical(StringIO(text.decode().replace("\r\n ", "").replace("\r\n", "\n"))).get()
    events, own_zone = [], []
    for event in calendar.walk("VEVENT"):
        start, end = event["DTSTART"], event.get("DTEND")
        location = event.get("LOCATION")
        events.append({
            "uid": str(event["UID"]),
            "start": utc(start.dt),
            "end": utc(end.dt) if end else None,
            "status": str(event["STATUS"]),
            "sequence": int(event["SEQUENCE"]),
            "location": str(location) if location is not None else None,
        })
        local = start.params.get("TZID") == "Europe/Berlin"
        own_zone.append(utc(start.dt.replace(tzinfo=zone)) if local else utc(start.dt))
    return calendar, events, own_zone


def by_uid(events):
    return sorted(events, key=lambda e: e["uid"])


def check_form(name, path, calendar):
    """What RFC 5545 asks of the file, and what this site promises about it."""
    raw = path.read_bytes()
    lines = raw.split(b"\r\n")
    check(f"{name} ends its lines with CRLF", lines[-1] == b"" and b"\n" not in raw.replace(b"\r\n", b""))
    check(f"{name} folds at 75 octets", max(map(len, lines)) <= 75)
    for line in lines:
        line.decode("utf-8")
    text = raw.decode()
    for bad in ("METHOD", "ATTENDEE", "ORGANIZER", "VALARM", "mailto:"):
        check(f"{name} has no {bad}", bad not in text)
    check(f"{name} has one zone", len(calendar.walk("VTIMEZONE")) == 1)
    for event in calendar.walk("VEVENT"):
        missing = [k for k in ("UID", "DTSTAMP", "DTSTART", "SUMMARY", "STATUS", "URL", "TRANSP") if k not in event]
        check(f"{name} {event['UID']} is whole", not missing and "RRULE" not in event, missing)
        stamp = event["DTSTAMP"].dt
        check(f"{name} {event['UID']} is stamped before the build", stamp.date() <= ten_years.AS_OF, stamp)
    uids = Counter(str(e["UID"]) for e in calendar.walk("VEVENT"))
    check(f"{name} names no event twice", all(n == 1 for n in uids.values()))
    if path.name != "termin.ics":
        want = ["NAME", "X-WR-CALNAME", "REFRESH-INTERVAL", "X-PUBLISHED-TTL", "SOURCE", "URL", "PRODID"]
        missing = [k for k in want if k not in calendar]
        check(f"{name} can be subscribed to", not missing, missing)
        source = str(calendar.get("SOURCE", ""))
        check(f"{name} knows its address", source.endswith(name) and source.startswith(ten_years.BASE), source)


def check_calendars(out, expected):
    found = {str(p.relative_to(out)) for p in out.rglob("*.ics")}
    deadlines = {f"{region}/faellig/fristen.ics" for region in ("nord", "sued")}
    check("all calendars are there", found == set(expected) | deadlines, found ^ (set(expected) | deadlines))
    names = sorted(found)
    node = subprocess.run(["node", HERE / "read.mjs", out, *names], capture_output=True, text=True, check=True)
    ical_js = json.loads(node.stdout)
    for name in names:
        calendar, events, own_zone = read_calendar(out / name)
        check_form(name, out / name, calendar)
        check(f"{name}: icalendar and ical.js agree", events == ical_js[name], f"{events[:1]} {ical_js[name][:1]}")
        check(f"{name}: its own zone gives the same instants", own_zone == [e["start"] for e in events])
        if name in deadlines:
            check(f"{name} holds whole days", events and all(len(e["start"]) == 10 for e in events))
            continue
        wanted = by_uid(expected[name])
        check(f"{name}: count", len(events) == len(wanted), f"{len(events)} of {len(wanted)}")
        for have, want in zip(by_uid(events), wanted):
            check(f"{name} {want['uid']}", have == want, f"{have} is not {want}")


def check_feed(out, path):
    name = str(path.relative_to(out))
    raw = path.read_bytes()
    root = etree.fromstring(raw)
    check(f"{name} is an Atom feed in German", root.tag == f"{ATOM}feed" and root.attrib.get("{http://www.w3.org/XML/1998/namespace}lang") == "de")
    entries = root.findall(f"{ATOM}entry")
    for element in [root, *entries]:
        one = [len(element.findall(ATOM + tag)) for tag in ("id", "title", "updated")]
        check(f"{name} has id, title and updated once", one == [1, 1, 1], one)
        texts = [element.findtext(ATOM + tag, "") for tag in ("id", "title", "updated")]
        check(f"{name} leaves none of them empty", all(t.strip() for t in texts), texts)
        identity = texts[0]
        tag = re.fullmatch(r"tag:[a-z0-9.-]+,2021:[A-Za-z0-9._~/-]+", identity)
        check(f"{name} has a permanent id", tag, identity)
        for day in element.findall(f"{ATOM}updated") + element.findall(f"{ATOM}published"):
            check(f"{name} writes RFC 3339", RFC3339.fullmatch(day.text), day.text)
            moment = dt.datetime.fromisoformat(day.text.replace("Z", "+00:00"))
            check(f"{name} is no younger than the build", moment.date() <= ten_years.AS_OF, day.text)
        links = Counter((link.get("rel"), link.get("type")) for link in element.findall(f"{ATOM}link"))
        check(f"{name} has one page", links["alternate", "text/html"] == 1, links)
    check(f"{name} has an author", root.findtext(f"{ATOM}author/{ATOM}name") == "Verband & Partner")
    own = [link.get("href") for link in root.findall(f"{ATOM}link") if link.get("rel") == "self"]
    check(f"{name} knows its address", own == [ten_years.BASE + name], own)
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    check(f"{name} has no id twice", len(ids) == len(set(ids)))
    days = [entry.findtext(f"{ATOM}updated") for entry in entries]
    check(f"{name} is newest first", days == sorted(days, reverse=True) and len(days) <= 50)
    check(f"{name} is as young as its newest entry", not days or root.findtext(f"{ATOM}updated") == days[0])
    for link in root.iter(f"{ATOM}link"):
        target = link.get("href").removeprefix(ten_years.BASE)
        place = out / target / "index.html" if target.endswith("/") or not target else out / target
        check(f"{name} links to what is there", place.is_file(), link.get("href"))
    read = feedparser.parse(raw)
    check(f"{name} is well-formed for feedparser", not read.bozo, read.get("bozo_exception"))
    check(f"{name} is Atom 1.0 for feedparser", read.version == "atom10", read.version)
    check(f"{name}: both readers count alike", len(read.entries) == len(entries))
    check(f"{name}: both readers read alike", [e.id for e in read.entries] == ids)
    for entry in read.entries:
        check(f"{name} {entry.id} says what it is", "&amp;" not in entry.get("summary", "") and len(entry.get("summary", "")) <= 310)
    return ids


def check_feeds(out):
    names = sorted(out.rglob("*.atom"))
    wanted = {f"{r}/{p}" for r in ("nord", "sued") for p in ("neues.atom", "sitzungen/protokolle.atom", "berichte/berichte.atom", "aenderungen/aenderungen.atom", *(f"gremien/{b}/neues.atom" for b in ten_years.BODIES))}
    found = {str(p.relative_to(out)) for p in names}
    check("all feeds are there", found == wanted, found ^ wanted)
    count = {str(p.relative_to(out)): len(check_feed(out, p)) for p in names}
    check("reports are in their feed", count["nord/berichte/berichte.atom"] == 5, count)
    check("minutes fill their feed", count["nord/sitzungen/protokolle.atom"] == 50, count)
    feed_ids = [etree.parse(p).getroot().findtext(f"{ATOM}id") for p in names]
    check("no two feeds share an id", len(set(feed_ids)) == len(feed_ids))


def same(a, b, pattern, name, leave_out=()):
    for path in sorted(a.rglob(pattern)):
        relative = path.relative_to(a)
        if path.name not in leave_out:
            check(f"{name}: {relative}", path.read_bytes() == (b / relative).read_bytes(), "differs")


def all_events(out):
    return {e["uid"]: e for e in read_calendar(out / "alle-sitzungen.ics")[1]}


def main():
    klartext = Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as name:
        temp = Path(name)
        expected = ten_years.make(temp / "a")
        build(klartext, temp / "a", temp / "out")
        check_calendars(temp / "out", expected)
        check_feeds(temp / "out")

        build(klartext, temp / "a", temp / "again")
        same(temp / "out", temp / "again", "*.ics", "built twice")
        same(temp / "out", temp / "again", "*.atom", "built twice")
        build(klartext, temp / "a", temp / "later", ten_years.AS_OF + dt.timedelta(days=1))
        same(temp / "out", temp / "later", "*.ics", "built a day later", leave_out=("fristen.ics",))
        same(temp / "out", temp / "later", "*.atom", "built a day later")

        before = all_events(temp / "out")
        moved = next(uid for uid, e in before.items() if e["status"] == "TENTATIVE" and e["sequence"] == 0)
        ten_years.make(temp / "b", moved=moved.split("@")[0])
        build(klartext, temp / "b", temp / "moved")
        after = all_events(temp / "moved")
        check("a moved meeting keeps all UIDs", set(before) == set(after))
        raised = {u: after[u]["sequence"] - e["sequence"] for u, e in before.items() if after[u]["sequence"] != e["sequence"]}
        check("a moved meeting raises one SEQUENCE by one", raised == {moved: 1}, raised)
        changed = [u for u, e in before.items() if after[u] != e]
        check("nothing else changes", changed == [moved], changed)
        check("the meeting has moved", before[moved]["start"] < after[moved]["start"])
    print(f"{results[True]} passed, {results[False]} failed")
    sys.exit(1 if results[False] or not results[True] else 0)


main()
