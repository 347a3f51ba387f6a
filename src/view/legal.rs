//! Facts of the operator on a legal page.

use super::base::Link;
use crate::kinds::{Data, Font, LEGAL_FIELDS, LegalPage};
use crate::model::file_suffix;
use crate::site::{EntryIndex, Site};
use serde::Serialize;

/// A fact with its label.
#[derive(Debug, Serialize, Hash)]
pub struct LegalFact {
    term: &'static str,
    lines: Vec<String>,
    missing: bool,
    link: Option<Link>,
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
    let mut out = vec![LegalFact { term, missing: lines.is_empty(), lines, link: None }];
    for field in LEGAL_FIELDS.iter().filter(|f| f.page == kind) {
        let lines = legal.get(field.key).map_or(Vec::new(), <[String]>::to_vec);
        if !lines.is_empty() || field.law.is_some() {
            out.push(LegalFact { term: field.label, missing: lines.is_empty(), lines, link: None });
        }
    }
    if let (LegalPage::Imprint, Some(font)) = (kind, site.settings.brand.as_ref().and_then(|b| b.font)) {
        let words = "SIL Open Font License 1.1";
        let text = format!("Lizenz: {words}{}", file_suffix(words, "OFL.txt", Font::LICENCE.len()));
        let url = site.href(&format!("assets/{}OFL.txt", Font::FOLDER));
        let link = Some(Link { text, url, current: false });
        out.push(LegalFact { term: "Schrift", lines: vec![font.name().to_owned()], missing: false, link });
    }
    out
}
