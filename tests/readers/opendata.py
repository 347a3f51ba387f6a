"""Reads datapackage.json with frictionless and katalog.ttl with rdflib, and checks the catalogue against the SHACL shapes of
DCAT-AP.de 3.0 where a folder shared/dcat-shapes/ stands beside the repository (or DCAT_SHAPES names it); they are not committed
here, and without them this check is left out and says so. Each reader must also find fault with a spoilt copy.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

import frictionless
from pyshacl import validate
from rdflib import DCAT, DCTERMS, RDF, SKOS, Graph, Namespace, URIRef

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SITE = ROOT / "tests" / "sites" / "offene-daten"
BASE = "https://www.example.org/probe/"
DAY = "2026-11-23"
DCATDE = Namespace("http://dcat-ap.de/def/dcatde/")
# The licences of the official list (version 2020-07-15) that a report can have.
LICENCES = {f"http://dcat-ap.de/def/licenses/{name}"
            for name in ["dl-by-de/2.0", "dl-zero-de/2.0", "cc-by/4.0", "cc-by-sa/4.0", "cc-zero"]}
# What one of the shapes must miss when it is taken away.
SPOILT = [(DCAT.Dataset, DCTERMS.title), (DCAT.Dataset, DCTERMS.publisher), (DCAT.Dataset, DCTERMS.description),
          (DCAT.Distribution, DCTERMS.license), (DCAT.Distribution, DCAT.accessURL)]
# The shapes that load vocabularies from the network are left out.
LEFT_OUT = {"dcat-ap-de-imports.ttl", "dcat-ap-de-controlledvocabularies.ttl"}
results = Counter()


def check(name, good, why=""):
    results[bool(good)] += 1
    if not good:
        print(f"FAILED {name}: {str(why)[:1500]}")


def package(folder):
    path = folder / "datapackage.json"
    report = frictionless.validate(str(path))
    check("frictionless: package and tables", report.valid, report.flatten(["title", "fieldName", "message"]))
    described = json.loads(path.read_text(encoding="utf-8"))
    rows = {r["name"]: frictionless.Package(str(path)).get_resource(r["name"]).read_rows() for r in described["resources"]}
    check("numbers are numbers, withheld ones none", [r["wert"] for r in rows["geheim-2024"]] == [100, 40, None, None], rows)
    check("no sample", set(rows) == {"geheim-2024", "gerundet-2025"}, set(rows))
    csv = folder / "geheim-2024.csv"
    good = csv.read_text(encoding="utf-8")
    for kind, bad in [("constraint-error", good.replace("nord", "mond")), ("type-error", good.replace("40", "4o")),
                      ("incorrect-label", good.replace("ort,", "Ort,", 1)), ("primary-key", good.replace("west", "nord"))]:
        csv.write_text(bad, encoding="utf-8")
        kinds = {e[0] for e in frictionless.validate(str(path)).flatten(["type"])}
        check(f"frictionless finds a spoilt table: {kind}", kind in kinds, kinds)
    csv.write_text(good, encoding="utf-8")


def shapes():
    folder = Path(os.environ.get("DCAT_SHAPES", ROOT.parent / "shared" / "dcat-shapes"))
    files = [f for f in sorted(folder.glob("*.ttl")) if f.name not in LEFT_OUT]
    if not files:
        print(f"open data: NOT checked against the shapes of DCAT-AP.de, none in {folder}")
        return None
    graph = Graph()
    for file in files:
        graph.parse(file)
    print(f"open data: {len(graph)} triples of shapes from {len(files)} files")
    return graph


def violations(graph, of):
    _, report, text = validate(graph, shacl_graph=of, inference="none", do_owl_imports=False, allow_warnings=True)
    sh = Namespace("http://www.w3.org/ns/shacl#")
    return sum(1 for _ in report.subjects(sh.resultSeverity, sh.Violation)), text


def catalogue(out):
    graph = Graph().parse(out / "katalog.ttl")
    sets = set(graph.subjects(RDF.type, DCAT.Dataset))
    listed = set(graph.objects(URIRef(BASE + "katalog.ttl#katalog"), DCAT.dataset))
    check("the catalogue lists its data sets", len(sets) == 2 and sets == listed, sets ^ listed)
    for file in graph.subjects(RDF.type, DCAT.Distribution):
        address = str(graph.value(file, DCAT.downloadURL))
        here = out / address.removeprefix(BASE)
        check(f"{address} is there", address.startswith(BASE) and here.is_file())
        check(f"{address} has its size", int(graph.value(file, DCAT.byteSize)) == here.stat().st_size)
    check("texts arrive as written", any('"Fälle"' in str(t) for t in graph.objects(None, DCTERMS.title)))
    check("a name with quote and backslash", 'Erfundener Kreis „Süd\\Ost"' in map(str, graph.objects(None, DCATDE.licenseAttributionByText)))
    # Conventions of GovData that the shapes do not hold: K01, K12, K31, K32.
    vcard = Namespace("http://www.w3.org/2006/vcard/ns#")
    named = {str(graph.value(place, SKOS.prefLabel)) for place in graph.objects(None, DCTERMS.spatial)}
    check("areas have names", named == {"Landkreis Nirgendwo (erfunden)", "Insel Irgendwo (erfunden)"}, named)
    for node in sets:
        contact = graph.value(node, DCAT.contactPoint)
        check("K01: a way to ask", graph.value(contact, vcard.hasEmail) or graph.value(contact, vcard.hasURL))
        check("K12: one contributor", len(list(graph.objects(node, DCATDE.contributorID))) == 1)
    for file in graph.subjects(RDF.type, DCAT.Distribution):
        check("K31: licence", str(graph.value(file, DCTERMS.license)) in LICENCES)
        check("K32: format", str(graph.value(file, DCTERMS.format)).startswith("http://publications.europa.eu/resource/authority/file-type/"))
    of = shapes()
    if of is None:
        return
    found, text = violations(graph, of)
    check("DCAT-AP.de 3.0: no violation", found == 0, text)
    print(f"open data: DCAT-AP.de 3.0 finds {found} violations, {text.count('Severity: sh:Warning')} warnings, {text.count('Severity: sh:Info')} notes")
    for kind, missing in SPOILT:
        spoilt = Graph()
        subjects = set(graph.subjects(RDF.type, kind))
        spoilt += (t for t in graph if not (t[0] in subjects and t[1] == missing))
        check(f"shapes miss {missing}", len(spoilt) < len(graph) and violations(spoilt, of)[0] > 0)


def main():
    klartext = Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as name:
        site, out = Path(name) / "site", Path(name) / "out"
        shutil.copytree(SITE, site)
        command = [klartext, "build", "--site", site, "--out", out, "--as-of", DAY]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(f"klartext build failed:\n{done.stdout[-3000:]}{done.stderr[-3000:]}")
        package(out / "berichte")
        catalogue(out)
    print(f"open data: {results[True]} passed, {results[False]} failed")
    sys.exit(1 if results[False] or not results[True] else 0)


main()
