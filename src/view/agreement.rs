//! The agreement and its annexes.

use super::base::{Crumb, PageBase, base};
use super::html::Html;
use super::promise::{PromiseItem, Promises};
use super::text::{Lead, Part, easy_sections, part, terms, toc, whole};
use crate::german::{date_in_words, kept_together, soft_hyphens};
use crate::kinds::{Agreement, Annex, Clause};
use crate::model::{Partner, Promise};
use crate::site::{EntryIndex, PageKind, Site};
use chrono::Datelike;
use serde::Serialize;

/// The agreement.
#[derive(Debug, Serialize, Hash)]
pub struct AgreementView {
    pub(super) page: PageBase,
    facts: Vec<Fact>,
    clauses: Vec<ClauseView>,
    partners: Vec<PartnerView>,
    signatures: Vec<SignatureView>,
    signed: Option<String>,
    chair: Vec<ChairView>,
    /// Earlier versions, newest first.
    versions: Vec<Crumb>,
    /// The same with all annexes, to be printed.
    print_url: Option<String>,
}

/// A term and its value.
#[derive(Debug, Serialize, Hash)]
pub struct Fact {
    /// What it is.
    pub term: &'static str,
    /// Its value.
    pub value: String,
}

/// A clause or an annex.
#[derive(Debug, Serialize, Hash)]
pub struct ClauseView {
    pub(super) id: String,
    pub(super) title: String,
    title_html: Html,
    level: u8,
    body: Html,
    aliases: Vec<String>,
    notes: Vec<String>,
    annex_url: Option<String>,
    /// The same passage in Leichte Sprache.
    easy_url: Option<String>,
    /// What is promised here, in the day's year.
    promises: Vec<PromiseItem>,
}

#[derive(Debug, Serialize, Hash)]
struct PartnerView {
    name: String,
    short: String,
    represented_by: Option<String>,
    address: Vec<String>,
    units: Vec<String>,
    since: Option<String>,
    until: Option<String>,
}

/// Who signed for whom.
#[derive(Debug, Serialize, Hash)]
pub struct SignatureView {
    name: String,
    role: String,
    partner: String,
}

#[derive(Debug, Serialize, Hash)]
struct ChairView {
    partner: String,
    from: Option<String>,
    until: Option<String>,
    clause_url: Option<String>,
    note: Option<String>,
}

/// An annex.
#[derive(Debug, Serialize, Hash)]
pub struct AnnexView {
    pub(super) page: PageBase,
    number: u32,
    agreement_url: String,
    agreement_title: String,
}

/// The agreement's page.
pub fn view(site: &Site, index: usize, entry: EntryIndex, data: &Agreement) -> AgreementView {
    let mut page = base(site, index, "");
    if !page.noindex {
        page.data.extend(super::jsonld::partners(site, data));
    }
    let own = &site.entries[entry];
    let terms = terms(site);
    let terms = terms.as_ref();
    page.body = part(site, entry, data.opening.clone(), Part { terms, ..Part::default() });
    let mut clauses: Vec<ClauseView> =
        data.clauses.iter().map(|c| clause(site, entry, data, c, Part { terms, ..Part::default() })).collect();
    clauses.extend(annexes(site, index, entry, data, None));
    page.toc = clauses.iter().map(|c| Crumb { text: soft_hyphens(&c.title), url: format!("#{}", c.id) }).collect();
    if let Some(promises) = site.pages[index].region.and_then(|r| Promises::of(site, r)) {
        for clause in &mut clauses {
            let here = promises.obligations.iter().filter(|o| o.clauses.iter().any(|c| belongs(c, &clause.id)));
            let counted = here.filter(|o| !matches!(o.promise, Promise::Uncounted));
            clause.promises = counted.map(|o| promises.item(o, site.as_of.year())).collect();
        }
    }
    for (clause, url) in easy_sections(site, index) {
        clauses.iter_mut().filter(|c| c.id == clause).for_each(|c| c.easy_url = Some(url.clone()));
    }
    // A former anchor without an heir among the clauses leads to the top of the page.
    if let Some(first) = clauses.first_mut() {
        let orphans = own.common.former.iter().filter(|f| f.to.is_none()).filter_map(|f| f.from.split_once('#'));
        first.aliases.extend(orphans.map(|(_, anchor)| anchor.to_owned()));
    }
    let partners = data.partners.iter().filter_map(|id| site.settings.partner(id)).map(partner);
    let short = |id: &str| site.settings.partner(id).map_or(id.to_owned(), |p| p.short.clone());
    let chair = data.chair.iter().map(|c| ChairView {
        partner: short(&c.partner),
        from: c.from.map(date_in_words),
        until: c.until.map(date_in_words),
        clause_url: c.ground.as_ref().map(|g| format!("#{g}")),
        note: c.note.clone(),
    });
    AgreementView {
        facts: facts(data),
        clauses,
        partners: partners.collect(),
        signatures: signatures(site, entry, data),
        signed: signed(data),
        chair: chair.collect(),
        versions: versions(site, index),
        print_url: print_page(site, index).map(|p| site.href(&site.pages[p].url)),
        page,
    }
}

/// The page on which the agreement is printed.
fn print_page(site: &Site, index: usize) -> Option<usize> {
    let (entry, region) = (site.pages[index].entry?, site.pages[index].region?);
    site.lists[region].clone().find(|page| site.pages[*page].kind == PageKind::Print(entry))
}

/// Day and place of the signatures.
pub(super) fn signed(data: &Agreement) -> Option<String> {
    data.signed.map(date_in_words).map(|date| match &data.signed_in {
        Some(place) => format!("{place}, {date}"),
        None => date,
    })
}

/// Who signed. Where the text itself ends with the names, a list of them would say it twice.
pub(super) fn signatures(site: &Site, entry: EntryIndex, data: &Agreement) -> Vec<SignatureView> {
    let own = &site.entries[entry];
    let unnamed = |name: &str| !own.document.source[own.body_start()..].contains(name);
    let short = |id: &str| site.settings.partner(id).map_or(id.to_owned(), |p| p.short.clone());
    let signature = |s: &crate::model::Signature| SignatureView {
        name: s.name.clone(),
        role: s.role.clone(),
        partner: short(&s.partner),
    };
    data.signatures.iter().filter(|s| unnamed(&s.name)).map(|s| signature(s)).collect()
}

/// The annexes of an agreement as parts of its page.
pub(super) fn annexes(
    site: &Site,
    index: usize,
    entry: EntryIndex,
    data: &Agreement,
    lead: Option<&Lead<'_>>,
) -> Vec<ClauseView> {
    let annexes = site.pages[index].region.map(|r| site.regions[r].annexes.as_slice()).unwrap_or_default();
    annexes.iter().filter_map(|a| Some(annex_clause(site, entry, data, *a, site.annex(*a)?, lead))).collect()
}

/// Earlier versions of the agreement, newest first.
fn versions(site: &Site, index: usize) -> Vec<Crumb> {
    let here = site.pages[index].region.map(|r| site.regions[r].versions.as_slice()).unwrap_or_default();
    let mut found: Vec<_> = here.iter().filter_map(|e| Some((site.version(*e)?.validity.from, *e))).collect();
    found.sort();
    let crumb = |(_, e): (_, EntryIndex)| Crumb {
        text: site.entries[e].common.title.clone(),
        url: site.href(site.entry_url(e)),
    };
    found.into_iter().rev().map(crumb).collect()
}

/// What there is to know at a glance.
pub(super) fn facts(data: &Agreement) -> Vec<Fact> {
    let mut out = Vec::new();
    let mut add = |term, value: Option<String>| {
        out.extend(value.map(|value| Fact { term, value: kept_together(&value).into_owned() }))
    };
    add("In Kraft seit", data.in_force.map(date_in_words));
    add("Unterschrieben", signed(data));
    add("Rechtsgrundlage", data.legal_basis.clone());
    add("Region", Some(data.region.clone()).filter(|r| !r.is_empty()));
    out
}

/// A clause, its text written as `how` says.
pub(super) fn clause(site: &Site, entry: EntryIndex, data: &Agreement, clause: &Clause, how: Part<'_>) -> ClauseView {
    let notes = format!("{}-", clause.id);
    let own = &site.entries[entry];
    ClauseView {
        title_html: Html::title(&clause.title),
        title: clause.title.clone(),
        level: 2,
        body: part(site, entry, clause.body.clone(), Part { notes: &notes, ..how }),
        aliases: aliases(own, &clause.id),
        notes: data
            .notes
            .iter()
            .filter(|n| belongs(&n.clause, &clause.id))
            .map(|n| kept_together(&note_text(&n.clause, &clause.id, &n.text)).into_owned())
            .collect(),
        annex_url: None,
        easy_url: None,
        promises: Vec::new(),
        id: clause.id.clone(),
    }
}

/// Whether an anchor is a clause or a letter of it: what is on `nr-8-b` stands under the whole clause, because the text
/// itself stays untouched.
fn belongs(anchor: &str, clause: &str) -> bool {
    anchor == clause || anchor.strip_prefix(clause).is_some_and(|rest| rest.starts_with('-') && is_letter(rest))
}

fn is_letter(rest: &str) -> bool {
    rest.len() == 2 && rest.as_bytes()[1].is_ascii_lowercase()
}

/// "zu Buchstabe b: …" where the note is on a letter of the clause.
fn note_text(anchor: &str, clause: &str, text: &str) -> String {
    match anchor.strip_prefix(clause).and_then(|r| r.strip_prefix('-')) {
        Some(letter) => format!("Zu Buchstabe {letter}: {text}"),
        None => text.to_owned(),
    }
}

fn aliases(entry: &crate::kinds::Entry, anchor: &str) -> Vec<String> {
    let here = entry.common.former.iter().filter(|f| f.to.as_deref().is_some_and(|to| belongs(to, anchor)));
    here.filter_map(|f| f.from.split_once('#')).map(|(_, old)| old.to_owned()).collect()
}

fn annex_clause(
    site: &Site,
    agreement: EntryIndex,
    data: &Agreement,
    index: EntryIndex,
    annex: &Annex,
    lead: Option<&Lead<'_>>,
) -> ClauseView {
    let entry = &site.entries[index];
    let id = format!("anlage-{}", annex.number);
    let prefix = format!("{id}-");
    let range = 1..entry.document.nodes[0].end;
    ClauseView {
        title: entry.common.title.clone(),
        title_html: Html::title(&entry.common.title),
        level: 2,
        body: part(site, index, range, Part { shift: 1, prefix: &prefix, lead, ..Part::default() }),
        aliases: aliases(&site.entries[agreement], &id),
        notes: data.notes.iter().filter(|n| n.clause == id).map(|n| n.text.clone()).collect(),
        annex_url: Some(site.href(site.entry_url(index))),
        easy_url: None,
        promises: Vec::new(),
        id,
    }
}

fn partner(partner: &Partner) -> PartnerView {
    PartnerView {
        name: soft_hyphens(&partner.name),
        short: partner.short.clone(),
        represented_by: partner.represented_by.clone(),
        address: partner.address.clone(),
        units: partner.units.iter().map(|u| u.name.clone()).collect(),
        since: partner.validity.from.map(date_in_words),
        until: partner.validity.until.map(date_in_words),
    }
}

/// An annex's page.
pub fn annex(site: &Site, index: usize, entry: EntryIndex, data: &Annex) -> AnnexView {
    let mut page = base(site, index, "");
    page.body = whole(site, entry);
    page.toc = toc(site, entry);
    let agreement = site.pages[index].region.and_then(|r| site.regions[r].agreement);
    AnnexView {
        page,
        number: data.number,
        agreement_url: agreement.map_or(site.href(""), |a| site.href(site.entry_url(a))),
        agreement_title: agreement.map_or(site.settings.title.clone(), |a| site.entries[a].common.title.clone()),
    }
}
