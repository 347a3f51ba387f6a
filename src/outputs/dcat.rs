//! `katalog.ttl`: all listed reports of the site as a catalogue after DCAT-AP.de 3.0, for open-data portals to harvest.
//!
//! Vocabularies: DCAT 3, DCAT-AP 3.0.0 (SEMICeu), DCAT-AP.de 3.0 (GovData), SKOS for names of areas. Says who publishes only where `site.yaml`
//! names an operator: without a publisher the standard allows no catalogue, and none is made up.

use super::Made;
use super::address::whole;
use super::turtle::{german, iri, node, quoted, subject, typed};
use crate::model::{Artifact, Partner};
use crate::site::{EntryIndex, Site};
use crate::tables::{Dialect, write};
use crate::theme::Theme;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Where it stands, once a site.
pub const PATH: &str = "katalog.ttl";

const PREFIXES: &[(&str, &str)] = &[
    ("dcat", "http://www.w3.org/ns/dcat#"),
    ("dcatde", "http://dcat-ap.de/def/dcatde/"),
    ("dct", "http://purl.org/dc/terms/"),
    ("foaf", "http://xmlns.com/foaf/0.1/"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"),
    ("vcard", "http://www.w3.org/2006/vcard/ns#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];

/// Values of the vocabularies of the EU that hold for every report.
const CSV: &str = "http://publications.europa.eu/resource/authority/file-type/CSV";
const TEXT_CSV: &str = "https://www.iana.org/assignments/media-types/text/csv";
const SOCIETY: &str = "http://publications.europa.eu/resource/authority/data-theme/SOCI";
const GERMAN: &str = "http://publications.europa.eu/resource/authority/language/DEU";
const PUBLIC: &str = "http://publications.europa.eu/resource/authority/access-right/PUBLIC";

/// One file for the whole site.
pub fn make(site: &Site, _: &Theme) -> Made {
    let file = text(site).map(|text| (PATH.to_owned(), Artifact::text(text, &"".into())));
    Made { files: file.into_iter().collect(), findings: Vec::new() }
}

/// Its content; `None` without reports to list or without an operator.
pub fn text(site: &Site) -> Option<String> {
    let operator = site.operator()?;
    let reports: Vec<EntryIndex> = (0..site.regions.len()).flat_map(|r| site.open_reports(r)).collect();
    let newest = reports.iter().map(|r| site.known_since(*r)).max()?;
    let mut out: String = PREFIXES.iter().map(|(name, address)| format!("@prefix {name}: <{address}> .\n")).collect();
    let mut add = |subject: String| out.extend(["\n", subject.as_str()]);
    let sets: Vec<String> = reports.iter().map(|r| iri(&set(site, *r))).collect();
    let publisher = whole(site, "katalog.ttl#herausgeber");
    add(subject(
        &iri(&whole(site, "katalog.ttl#katalog")),
        &[
            ("a", "dcat:Catalog".to_owned()),
            ("dct:title", german(&site.settings.title)),
            ("dct:description", german(&format!("Berichte mit Zahlen. {}", site.settings.provider))),
            ("dct:publisher", iri(&publisher)),
            ("dct:language", iri(GERMAN)),
            ("dct:modified", date(newest)),
            ("foaf:homepage", iri(&whole(site, ""))),
            ("dcat:dataset", sets.join(" , ")),
        ],
    ));
    add(subject(
        &iri(&publisher),
        &[("a", "foaf:Organization , foaf:Agent".to_owned()), ("foaf:name", german(&operator.name))],
    ));
    for report in &reports {
        data_set(site, *report, operator, &publisher).into_iter().for_each(&mut add);
    }
    let keys: BTreeMap<&str, &str> =
        reports.iter().flat_map(|r| areas(site, *r)).filter_map(|area| area.key.map(|key| (key, area.name))).collect();
    for (key, name) in keys {
        add(subject(&iri(key), &location(name)));
    }
    Some(out)
}

/// Address of a data set: its page shows it.
fn set(site: &Site, report: EntryIndex) -> String {
    whole(site, &format!("{}#datensatz", site.entry_url(report)))
}

/// An area of a report.
struct Place<'a> {
    name: &'a str,
    /// Its address in an official list.
    key: Option<&'a str>,
}

/// The areas of a report, partners among them.
fn areas(site: &Site, report: EntryIndex) -> Vec<Place<'_>> {
    let settings = &site.settings;
    let key = |id: &String| settings.areas.iter().find(|a| a.id == *id).and_then(|a| a.key.as_deref());
    let ids = site.report(report).map(|r| r.areas.as_slice()).unwrap_or_default();
    ids.iter().filter_map(|id| Some(Place { name: settings.area(id)?, key: key(id) })).collect()
}

/// What the catalogue says of an area: portals show the label.
fn location(name: &str) -> [(&'static str, String); 2] {
    [("a", "dct:Location".to_owned()), ("skos:prefLabel", german(name))]
}

fn date(day: NaiveDate) -> String {
    typed(day, "xsd:date")
}

/// The official mailbox of the imprint, where it is an address and nothing else.
fn mailbox(site: &Site) -> Option<&str> {
    let [line] = site.settings.legal.as_ref()?.get("e_mail")? else { return None };
    let plain = |p: &str| !p.is_empty() && p.bytes().all(|b| b.is_ascii_alphanumeric() || b"._+-".contains(&b));
    line.split_once('@').filter(|(name, host)| plain(name) && plain(host))?;
    Some(line)
}

/// The data set and its file.
fn data_set(site: &Site, report: EntryIndex, operator: &Partner, publisher: &str) -> Vec<String> {
    let (Some(data), Some(table)) = (site.report(report), site.tables.get(&report)) else { return Vec::new() };
    let common = &site.entries[report].common;
    let (id, page) = (set(site, report), whole(site, site.entry_url(report)));
    let file = whole(site, &site.table_url(report, Dialect::Comma));
    let distribution = format!("{page}#csv");
    let mut contact = vec![
        ("a", "vcard:Organization , vcard:Kind".to_owned()),
        ("vcard:fn", quoted(&operator.name)),
        ("vcard:hasURL", iri(&whole(site, ""))),
    ];
    contact.extend(mailbox(site).map(|address| ("vcard:hasEmail", iri(&format!("mailto:{address}")))));
    let mut set = vec![
        ("a", "dcat:Dataset".to_owned()),
        ("dct:identifier", quoted(&id)),
        ("dct:title", german(&common.title)),
        ("dct:description", german(&site.report_summary(report))),
        ("dct:publisher", iri(publisher)),
        ("dcat:contactPoint", node(&contact)),
        ("dct:modified", date(site.known_since(report))),
        ("dcat:theme", iri(SOCIETY)),
        ("dcat:keyword", german(&table.measure)),
        ("dct:language", iri(GERMAN)),
        ("dct:accessRights", iri(PUBLIC)),
        ("dcat:landingPage", iri(&page)),
        ("dcat:distribution", iri(&distribution)),
    ];
    set.extend(data.published.map(|day| ("dct:issued", date(day))));
    set.extend(site.report_days(report).map(|(from, until)| {
        let days =
            [("a", "dct:PeriodOfTime".to_owned()), ("dcat:startDate", date(from)), ("dcat:endDate", date(until))];
        ("dct:temporal", node(&days))
    }));
    let place = |area: Place<'_>| area.key.map_or_else(|| node(&location(area.name)), iri);
    set.extend(areas(site, report).into_iter().map(|area| ("dct:spatial", place(area))));
    set.extend(site.report_creator(report).map(|by| {
        ("dct:creator", node(&[("a", "foaf:Organization , foaf:Agent".to_owned()), ("foaf:name", german(&by.name))]))
    }));
    set.extend(site.settings.open_data.contributor.as_deref().map(|c| ("dcatde:contributorID", iri(c))));
    let mut of_file = vec![
        ("a", "dcat:Distribution".to_owned()),
        ("dct:title", german(&format!("{} (CSV)", common.title))),
        ("dcat:accessURL", iri(&file)),
        ("dcat:downloadURL", iri(&file)),
        ("dct:format", iri(CSV)),
        ("dcat:mediaType", iri(TEXT_CSV)),
        ("dcat:byteSize", typed(write(table, Dialect::Comma).len(), "xsd:nonNegativeInteger")),
        ("dct:license", iri(data.licence.uri)),
    ];
    of_file.extend(data.published.map(|day| ("dct:issued", date(day))));
    // Licences that want a name ("by"): whose name it is.
    let by = site.report_creator(report).filter(|_| data.licence.id.contains("by"));
    of_file.extend(by.map(|by| ("dcatde:licenseAttributionByText", german(&by.name))));
    vec![subject(&iri(&id), &set), subject(&iri(&distribution), &of_file)]
}
