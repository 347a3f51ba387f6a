#!/usr/bin/env python3
"""Writes a site with ten years of invented meetings, and what every calendar reader must find in it.

Two invented regions with three bodies each. The meetings cover every state, days without a time, begins without an end,
joint meetings, the two odd hours of the year and text that needs escapes and folding. Nothing is drawn by chance.

    make.py FOLDER [--moved ID]      writes FOLDER/site/ and FOLDER/expected.json
"""

import argparse
import datetime as dt
import json
from pathlib import Path
from zoneinfo import ZoneInfo

AS_OF = dt.date(2026, 11, 23)
BERLIN = ZoneInfo("Europe/Berlin")
HOST = "termine.example.org"
BASE = f"https://{HOST}/pfad/"
BODIES = ["kok", "verbund", "beirat"]
STATUS = {
    "geplant": "TENTATIVE",
    "eingeladen": "CONFIRMED",
    "verschoben": "CONFIRMED",
    "stattgefunden": "CONFIRMED",
    "abgesagt": "CANCELLED",
}


def meetings(region):
    """The meetings of a region, as dictionaries of front matter."""
    number = 0
    day = dt.date(2021, 6, 3)
    while day < dt.date(2031, 6, 1):
        number += 1
        over = day < AS_OF
        state = "stattgefunden" if over else ["geplant", "eingeladen"][number % 2]
        bodies = [BODIES[number % 3]] if number % 10 else BODIES[:2]
        it = {"id": f"{bodies[0]}-{day.year}-{number}", "gremium": bodies, "datum": day, "stand": state}
        if number % 7:
            it["beginn"] = dt.time(8 + number % 9, [0, 30][number % 2])
        if number % 7 and number % 5:
            it["ende"] = dt.time(18, 15)
        if number % 11 == 0:
            it["stand"] = "abgesagt"
        elif number % 13 == 0 and not over:
            it["stand"], it["verschoben_von"] = "verschoben", [day - dt.timedelta(days=7)]
        if number % 9 == 0:
            it["aenderungen"] = [(min(day, AS_OF) - dt.timedelta(days=3), "Neuer Raum.")]
        if number % 4 == 0:
            it["ort"] = "Bürger-Haus; Saal „Größe“, 1. Stock, " + "Übergang zum Hinter-Gebäude, " * 4 + "rechts"
        yield it
        day += dt.timedelta(days=12)
    # The hour that exists twice, and the times around both odd hours.
    odd = [("2026-10-25", "02:30", None), ("2027-10-31", "02:10", "02:50"), ("2026-10-25", "03:00", "04:00")]
    odd += [("2026-03-29", "01:59", "03:00"), ("2026-10-25", "01:30", "04:30"), ("2027-03-28", "03:00", None)]
    for number, (date, begin, end) in enumerate(odd, 1):
        day = dt.date.fromisoformat(date)
        state = "stattgefunden" if day < AS_OF else "geplant"
        it = {"id": f"nacht-{number}", "gremium": ["kok"], "datum": day, "stand": state}
        it["beginn"] = dt.time.fromisoformat(begin)
        if end:
            it["ende"] = dt.time.fromisoformat(end)
        yield it


def move(it):
    """Moves a meeting by a week, as an editor is told to."""
    it["verschoben_von"] = it.get("verschoben_von", []) + [it["datum"]]
    it["datum"] += dt.timedelta(days=7)
    it["stand"] = "verschoben"


def text_of(it):
    lines = ["---", "art: sitzung", f"id: {it['id']}", "beispiel: true", f"titel: Sitzung {it['id']}"]
    lines += [f"gremium: [{', '.join(it['gremium'])}]", f"datum: {it['datum']}", f"stand: {it['stand']}"]
    for key in ("beginn", "ende"):
        if key in it:
            lines.append(f'{key}: "{it[key]:%H:%M}"')
    if "ort" in it:
        lines.append(f"ort: {json.dumps(it['ort'], ensure_ascii=False)}")
    if "verschoben_von" in it:
        lines.append(f"verschoben_von: [{', '.join(map(str, it['verschoben_von']))}]")
    if it["stand"] == "stattgefunden":
        lines.append(f"protokoll_vom: {min(it['datum'] + dt.timedelta(days=14), AS_OF)}")
    if "aenderungen" in it:
        lines.append("aenderungen:")
        for day, text in it["aenderungen"]:
            lines += [f"  - am: {day}", f"    text: {text}"]
    lines += ["---", "", "## TOP 1: Begrüßung", "", "Alle sind da; A & B < C."]
    return "\n".join(lines) + "\n"


def instant(day, time):
    """UTC, the first of two equal times."""
    return dt.datetime.combine(day, time, BERLIN).astimezone(dt.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def expected(region, it):
    start = instant(it["datum"], it["beginn"]) if "beginn" in it else str(it["datum"])
    end = instant(it["datum"], it["ende"]) if "ende" in it else None
    sequence = 2 * len(it.get("aenderungen", [])) + len(it.get("verschoben_von", [])) + (it["stand"] == "abgesagt")
    return {
        "uid": f"{region}.{it['id']}@{HOST}",
        "start": start,
        "end": end,
        "status": STATUS[it["stand"]],
        "sequence": sequence,
        "location": it.get("ort"),
    }


def make(folder, moved=None):
    """Writes the site; with `moved`, that meeting is moved. Gives the expected events by calendar file."""
    site = folder / "site"

    def write(path, text):
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(text, encoding="utf-8")

    write("site.yaml", f"titel: Zehn Jahre\nanbieter: Ein Angebot zur Probe\nbasis_url: {BASE}\nbetreiber: lwv\n"
          "partner:\n  - id: lwv\n    name: Verband & Partner\n    anschrift: [Musterweg 1, 12345 Musterstadt]\n"
          "offene_daten:\n  oparl: true\n")
    links = "".join(f"[{r}]({r}/vereinbarung.md)\n" for r in ("nord", "sued"))
    write("index.md", f"---\nart: seite\nid: start\ntitel: Start\n---\n{links}")
    files = {"alle-sitzungen.ics": []}
    for region in ("nord", "sued"):
        name = {"nord": "Nord", "sued": "Süd"}[region]
        write(f"{region}/vereinbarung.md", "---\nart: vereinbarung\nid: vereinbarung\nbeispiel: true\n"
              f"titel: Vereinbarung {name}\nregion: {name}\npartner: [lwv]\nin_kraft: 2021-06-01\npflichten:\n"
              "  - id: kuendigung\n    titel: Frist zum Kündigen.\n    stelle: nr-1\n    regel: kuendigung\n    monate: 6\n"
              "---\n## 1. Eins\n\nText.\n")
        write(f"{region}/index.md", f"---\nart: seite\nid: {region}-start\ntitel: {name}\n---\nText.\n")
        for body in BODIES:
            write(f"{region}/gremien/{body}.md", f"---\nart: gremium\nid: {body}\nbeispiel: true\n"
                  f"titel: \"Gremium {body}: Größe, Maß; mehr\"\ngruppe: zielgruppenuebergreifend\n"
                  "turnus: 6x jährlich\n---\nDas Gremium berät.\n")
            files[f"{region}/gremien/{body}/sitzungen.ics"] = []
        files[f"{region}/sitzungen/sitzungen.ics"] = []
        for year in range(2021, 2026):
            write(f"{region}/berichte/{year}.md", f"---\nart: bericht\nid: bericht-{year}\nbeispiel: true\n"
                  f"titel: Bericht {year}\njahr: {year}\nveroeffentlicht_am: {year + 1}-04-02\n"
                  f"freigabe: {{von: [lwv], am: {year + 1}-04-01}}\n---\nText.\n")
        for it in meetings(region):
            if f"{region}.{it['id']}" == moved:
                move(it)
            write(f"{region}/sitzungen/{it['id']}.md", text_of(it))
            event = expected(region, it)
            files["alle-sitzungen.ics"].append(event)
            files[f"{region}/sitzungen/sitzungen.ics"].append(event)
            files[f"{region}/sitzungen/{it['id']}/termin.ics"] = [event]
            for body in it["gremium"]:
                files[f"{region}/gremien/{body}/sitzungen.ics"].append(event)
    (folder / "expected.json").write_text(json.dumps(files, ensure_ascii=False, indent=1), encoding="utf-8")
    return files


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Writes a site with ten years of invented meetings.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--moved")
    arguments = parser.parse_args()
    make(arguments.folder, arguments.moved)
