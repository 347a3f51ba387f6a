//! Facts of the operator on a legal page.

use crate::kinds::{Data, LEGAL_FIELDS, LegalPage};
use crate::site::{EntryIndex, Site};
use serde::Serialize;

/// A fact with its label.
#[derive(Debug, Serialize, Hash)]
pub struct LegalFact {
    term: &'static str,
    lines: Vec<String>,
    missing: bool,
}

/// What a page shows of the operator; empty for pages that show nothing of it.
pub fn facts(site: &Site, entry: EntryIndex) -> Vec<LegalFact> {
    let (Data::Page(page), Some(legal)) = (&site.entries[entry].data, &site.settings.legal) else { return Vec::new() };
    let Some(kind) = page.legal else { return Vec::new() };
    let operator = site.settings.operator.as_ref().and_then(|id| site.settings.partner(id));
    let lines: Vec<String> =
        operator.into_iter().flat_map(|p| std::iter::once(&p.name).chain(&p.address)).cloned().collect();
    let term = match kind {
        LegalPage::Imprint => "Betreiber",
        LegalPage::Privacy => "Verantwortlich für die Daten",
        LegalPage::Accessibility => "Betreiber dieser Website",
    };
    let mut out = vec![LegalFact { term, missing: lines.is_empty(), lines }];
    for field in LEGAL_FIELDS.iter().filter(|f| f.page == kind) {
        let lines = legal.get(field.key).map_or(Vec::new(), <[String]>::to_vec);
        if !lines.is_empty() || field.law.is_some() {
            out.push(LegalFact { term: field.label, missing: lines.is_empty(), lines });
        }
    }
    out
}
