//! The ledger of published addresses (`adressen.txt`): what was once public stays reachable. One address a line, sorted,
//! so that two editors' changes merge without thought.

use super::{PageKind, Site};
use crate::source::SourceFile;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The ledger as committed.
#[derive(Debug, Clone, Default)]
pub struct Ledger {
    /// Its file, if there is one.
    pub file: Option<Arc<str>>,
    /// Each address, e.g. `/gremien/kok/` or `/vereinbarung/#nr-5`, with its line from 1.
    pub addresses: BTreeMap<String, u32>,
    /// Lines that are no address, from 1.
    pub bad_lines: Vec<u32>,
}

impl Ledger {
    /// Reads the file. Empty lines and lines that begin with `# ` are comments.
    pub(super) fn parse(file: &SourceFile) -> Ledger {
        let mut ledger = Ledger { file: Some(Arc::clone(&file.path)), ..Ledger::default() };
        for (number, line) in (1..).zip(file.text.lines()) {
            let line = line.trim();
            if line.starts_with('/') && !line.contains(char::is_whitespace) {
                ledger.addresses.insert(line.to_owned(), number);
            } else if !line.is_empty() && line != "#" && !line.starts_with("# ") {
                ledger.bad_lines.push(number);
            }
        }
        ledger
    }
}

/// All addresses that this build publishes for good: pages that are no samples, and the clauses of agreements.
pub fn current_addresses(site: &Site) -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    for page in &site.pages {
        let sample = page.entry.is_some_and(|e| site.entries[e].common.sample || site.badges.contains_key(&e));
        // Lists by year exist only while there are meetings in that year, and samples may go.
        let lasting = matches!(
            page.kind,
            PageKind::Entry(_)
                | PageKind::Board(..)
                | PageKind::BoardByBody(_)
                | PageKind::BoardByPartner(_)
                | PageKind::Due(_)
                | PageKind::Twin { .. }
                | PageKind::Changes(_)
                | PageKind::Print(_)
                | PageKind::Videos
                | PageKind::Bodies(_)
                | PageKind::Glossary
                | PageKind::Meetings(_, None)
                | PageKind::Register(_, None)
                | PageKind::Reports(_)
                | PageKind::Series(..)
                | PageKind::Search { letter: None, .. }
        );
        if sample || !lasting || matches!(page.kind, PageKind::Series(..)) && site.only_samples(page) {
            continue;
        }
        out.insert(format!("/{}", page.url));
        if let PageKind::Entry(entry) = page.kind
            && let Some(agreement) = site.agreement(entry)
        {
            out.extend(agreement.clauses.iter().map(|c| format!("/{}#{}", page.url, c.id)));
            out.extend(site.entries[entry].document.anchors.values().map(|a| format!("/{}#{a}", page.url)));
            let annexes = page.region.map(|r| site.regions[r].annexes.as_slice()).unwrap_or_default();
            out.extend(
                annexes.iter().filter_map(|a| site.annex(*a)).map(|a| format!("/{}#anlage-{}", page.url, a.number)),
            );
        }
    }
    out
}

/// The ledger with all current addresses added; none is ever taken out.
pub fn write_ledger(site: &Site) -> String {
    let mut all = current_addresses(site);
    all.extend(site.ledger.addresses.keys().cloned());
    let mut out = String::from(
        "# Alle Adressen, die einmal veröffentlicht waren. Klartext schreibt diese Datei: klartext urls accept\n\
         # Nehmen Sie keine Zeile weg. Ist eine Seite umgezogen, nennt die neue Seite die alte Adresse unter „frueher“.\n",
    );
    for address in all {
        out.push_str(&address);
        out.push('\n');
    }
    out
}
