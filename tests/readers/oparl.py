"""Builds sites and reads their OParl files as a client does: from the System along all lists.

Checks every object against the JSON Schemas of OParl 1.1 where a folder shared/oparl-schema/ stands beside the
repository (or OPARL_SCHEMA names it); they are not committed here, and without them this check is left out and says so.
All other checks always run: ids, paging, embedded objects, references, days, empty values, tombstones.
"""

import datetime as dt
import json
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from jsonschema import Draft4Validator, FormatChecker

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(HERE.parent / "sites" / "ten-years"))
import make as ten_years  # noqa: E402

TYPE = "https://schema.oparl.org/1.1/"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d")
# Properties of a Body that hold the address of a list; `legislativeTerm` is the one list that may be empty in place.
EMPTY = {("Body", "legislativeTerm")}
LISTS = {
    "organization": "Organization", "person": "Person", "meeting": "Meeting", "paper": "Paper", "agendaItem": "AgendaItem",
    "consultation": "Consultation", "file": "File", "locationList": "Location",
    "legislativeTermList": "LegislativeTerm", "membership": "Membership",
}
BACK = {"AgendaItem": {"meeting"}, "File": {"meeting", "agendaItem", "paper"}, "Location": {"meetings", "organizations"}}
results = Counter()

formats = FormatChecker(formats=())
formats.checks("url")(lambda v: not isinstance(v, str) or re.fullmatch(r"https?://[!-~]+", v) is not None)
formats.checks("date-time")(lambda v: MOMENT.fullmatch(v) is not None and bool(dt.datetime.fromisoformat(v)))
formats.checks("date", raises=ValueError)(lambda v: len(v) == 10 and bool(dt.date.fromisoformat(v)))


def check(name, good, why=""):
    results[bool(good)] += 1
    if not good:
        print(f"FAILED {name}: {str(why)[:300]}")


def schemas():
    folder = Path(os.environ.get("OPARL_SCHEMA", ROOT.parent / "shared" / "oparl-schema"))
    found = {f.stem: json.loads(f.read_text(encoding="utf-8")) for f in folder.glob("*.json")}
    for schema in found.values():
        # `references` and `schema` are OParl's own words; embedded objects are looked at one by one.
        Draft4Validator.check_schema({"properties": {k: {"type": v["type"]} for k, v in schema["properties"].items() if "type" in v}})
    print(f"OParl: {len(found)} schemas" if found else f"OParl: NOT checked against the schemas, none in {folder}")
    return found


def build(klartext, site, out, *more):
    command = [klartext, "build", "--site", site, "--out", out, "--as-of", str(ten_years.AS_OF), *more]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"klartext build failed:\n{done.stdout[-3000:]}{done.stderr[-3000:]}")


def kind(value):
    return value.get("type", "").removeprefix(TYPE)


def is_object(value):
    return isinstance(value, dict) and str(value.get("type", "")).startswith(TYPE)


def embedded(value):
    """All OParl objects within a value."""
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        if is_object(inner):
            yield inner
        yield from embedded(inner)


def check_site(name, out, base, known_schemas):
    """All checks of one built site; gives its objects by id."""
    texts = {base + str(f.relative_to(out)): f.read_bytes() for f in out.rglob("*.json") if "oparl" in f.parts}
    files = {url: json.loads(text.decode("utf-8")) for url, text in texts.items()}
    alone = {url: v for url, v in files.items() if is_object(v)}
    pages = {url: v for url, v in files.items() if not is_object(v)}
    check(f"{name}: no byte order mark", not any(t.startswith(b"\xef\xbb\xbf") for t in texts.values()))
    for url, value in alone.items():
        check_object(name, url, value, alone, pages, known_schemas)
        for inner in embedded(value):
            own = alone.get(inner["id"], {})
            back = {k: v for k, v in own.items() if k in BACK.get(kind(inner), ())}
            check(f"{name}: {inner['id']} in {url} is the same as alone", {**inner, **back} == own, inner)
        if "accessUrl" in value:
            path = value["accessUrl"].removeprefix(base)
            path += "index.html" if path == "" or path.endswith("/") else ""
            check(f"{name}: {url} leads to a file", (out / path).is_file(), path)
            if "size" in value:
                check(f"{name}: size of {url}", (out / path).stat().st_size == value["size"], value["size"])

    # As a client: from the entrance to all lists.
    seen = set()
    system = alone[base + "oparl/system.json"]
    check(f"{name}: version", system["oparlVersion"] == TYPE)
    bodies = read_list(name, system["body"], pages, alone, seen)
    reached = {system["id"], *(b["id"] for b in bodies)}
    for body in bodies:
        for key, wanted in LISTS.items():
            objects = read_list(name, body[key], pages, alone, seen)
            check(f"{name}: {body[key]} holds {wanted}", all(kind(o) == wanted for o in objects))
            reached |= {o["id"] for o in objects}
            if wanted == "Organization":
                for gremium in (o for o in objects if "meeting" in o):
                    own = read_list(name, gremium["meeting"], pages, alone, seen)
                    check(f"{name}: meetings of {gremium['id']}", all(gremium["id"] in m["organization"] for m in own))
    living = {url for url, v in alone.items() if not v.get("deleted")}
    check(f"{name}: lists hold all objects and no deleted one", reached == living, reached ^ living)
    check(f"{name}: no list that nothing leads to", seen == set(pages), seen ^ set(pages))
    return alone


def check_object(name, url, value, alone, pages, known_schemas):
    check(f"{name}: id of {url}", value["id"] == url, value["id"])
    for one in [value, *embedded(value)]:
        at = f"{name}: {one.get('id')}"
        moments = [one.get("created", ""), one.get("modified", "")]
        check(f"{at} created, modified", all(MOMENT.fullmatch(m) for m in moments) and moments == sorted(moments), moments)
        hollow = [k for k, v in one.items() if v in (None, "", [], {}) and (kind(one), k) not in EMPTY]
        check(f"{at} nothing empty", not hollow, hollow)
        if one.get("deleted"):
            check(f"{at} says only that it is deleted", set(one) == {"id", "type", "created", "modified", "deleted"}, one)
            continue
        schema = known_schemas.get(kind(one))
        if known_schemas:
            check(f"{at} has a schema", schema is not None, one["type"])
        if not schema:
            continue
        errors = [e.message for e in Draft4Validator(schema, format_checker=formats).iter_errors(one)]
        check(f"{at} fits its schema", not errors, errors)
        foreign = [k for k in one if k not in schema["properties"] and not k.startswith("kok:")]
        check(f"{at} has no foreign property", not foreign, foreign)
        for key, rule in schema["properties"].items():
            wanted = rule.get("references", rule.get("items", {}).get("references"))
            for to in one.get(key, []) if isinstance(one.get(key), list) else [one[key]] if key in one else []:
                if wanted == "externalList":
                    check(f"{at} {key} is a list", to in pages, to)
                elif wanted:
                    check(f"{at} {key} leads to {wanted}", kind(alone.get(to, {})) == wanted, to)


def read_list(name, url, pages, alone, seen):
    """All objects of a list, along `next`."""
    first, out, number = url, [], 0
    while url:
        seen.add(url)
        page = pages.get(url)
        if page is None:
            check(f"{name}: list {url}", False, "is missing")
            return out
        number += 1
        pagination, links = page["pagination"], page["links"]
        check(f"{name}: {url} has three parts", set(page) == {"data", "pagination", "links"})
        check(f"{name}: {url} names itself", links["self"] == url and links["first"] == first)
        check(f"{name}: {url} page number", pagination["currentPage"] == number, pagination)
        check(f"{name}: {url} size", len(page["data"]) <= pagination["elementsPerPage"] <= 100)
        check(f"{name}: {url} is as alone", all(o == alone.get(o["id"]) for o in page["data"]))
        out += page["data"]
        check(f"{name}: {url} has next unless last", ("next" in links) == (url != links["last"]))
        url = links.get("next")
    check(f"{name}: {first} counts", pagination["totalElements"] == len(out) and pagination["totalPages"] == number)
    check(f"{name}: {first} names nothing twice", len({o["id"] for o in out}) == len(out))
    return out


def withdraw(site):
    """Takes one meeting out by date, one by deleting its file. Gives the ids' ends of what must stay as deleted."""
    expired, deleted = sorted((site / "nord" / "sitzungen").glob("kok-2022-*.md"))[:2]
    text = expired.read_text(encoding="utf-8")
    expired.write_text(text.replace("\nart: sitzung\n", "\nart: sitzung\nsichtbar_bis: 2026-10-01\n", 1), encoding="utf-8")
    deleted.unlink()
    settings = site / "site.yaml"
    settings.write_text(settings.read_text(encoding="utf-8").replace(
        "  oparl: true\n", f"  oparl: true\n  geloescht:\n    - adresse: /nord/oparl/meeting/{deleted.stem}.json\n"
        "      angelegt: 2022-01-10\n      geloescht: 2026-11-02\n"), encoding="utf-8")
    return [f"meeting/{expired.stem}.json", f"agenda-item/{expired.stem}/top-1.json", f"meeting/{deleted.stem}.json"]


def main():
    klartext = Path(sys.argv[1]).resolve()
    known_schemas = schemas()
    with tempfile.TemporaryDirectory() as name:
        temp = Path(name)
        build(klartext, ROOT / "content", temp / "content", "--base-url", "https://example.org/")
        check_site("content", temp / "content", "https://example.org/", known_schemas)

        ten_years.make(temp)
        build(klartext, temp / "site", temp / "out")
        before = check_site("ten years", temp / "out", ten_years.BASE, known_schemas)
        check("a list of several pages", (temp / "out/nord/oparl/list/meeting-2.json").is_file())
        build(klartext, temp / "site", temp / "again")
        # What the program notes for itself (.klartext/) says how its files looked, so it may differ.
        files = [f.relative_to(temp / "out") for f in (temp / "out").rglob("*.json")]
        other = [f for f in files if f.parts[0] != ".klartext" and (temp / "out" / f).read_bytes() != (temp / "again" / f).read_bytes()]
        check("built twice", not other, other)

        gone = withdraw(temp / "site")
        build(klartext, temp / "site", temp / "less")
        after = check_site("withdrawn", temp / "less", ten_years.BASE, known_schemas)
        for end in gone:
            url = f"{ten_years.BASE}nord/oparl/{end}"
            check(f"{end} was there", not before[url].get("deleted"))
            check(f"{end} stays as deleted", after.get(url, {}).get("deleted") is True)
    print(f"OParl: {results[True]} passed, {results[False]} failed")
    sys.exit(1 if results[False] or not results[True] else 0)


main()
