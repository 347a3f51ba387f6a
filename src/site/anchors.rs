//! Which anchors an entry's page has: those of its text, and those that its template adds.

use super::{EntryIndex, RegionIndex, Site};
use crate::kinds::Data;
use crate::markdown::Kind;

/// All anchors of an entry's page.
pub(super) fn anchors(site: &Site, index: EntryIndex) -> Vec<String> {
    let entry = &site.entries[index];
    let mut out: Vec<String> = entry
        .document
        .nodes
        .iter()
        .filter_map(|n| match &n.kind {
            Kind::Heading { id, .. } => Some(id.to_string()),
            _ => None,
        })
        .collect();
    out.extend(entry.document.anchors.values().map(|a| a.to_string()));
    out.extend(entry.common.former.iter().filter_map(|f| f.from.split_once('#').map(|(_, a)| a.to_owned())));
    out.push("inhalt".to_owned());
    match &entry.data {
        Data::Agreement(_) => {
            let region = site.region_of[index].map(|r| &site.regions[r]);
            let annexes = region.map(|r| r.annexes.as_slice()).unwrap_or_default();
            out.extend(annexes.iter().filter_map(|a| site.annex(*a)).map(|a| format!("anlage-{}", a.number)));
            out.extend(["partner", "unterschriften", "geschaeftsfuehrung"].map(str::to_owned));
        }
        Data::Body(_) => {
            out.extend(["vereinbart", "sitzungen", "teilnehmende", "beschluesse"].map(str::to_owned));
        }
        Data::Meeting(meeting) => {
            out.extend(meeting.decisions.iter().map(|d| format!("beschluss-{}", d.number)));
            out.extend(meeting.tasks.iter().map(|t| format!("auftrag-{}", t.number)));
            out.extend(["tagesordnung", "protokoll"].map(str::to_owned));
        }
        _ => {}
    }
    out
}

impl Site {
    /// All anchors that a link to an entry's page may name.
    pub fn anchors(&self, index: EntryIndex) -> Vec<String> {
        anchors(self, index)
    }

    /// All anchors of a region's agreement: clauses, lettered paragraphs, annexes.
    pub fn clauses(&self, region: RegionIndex) -> Vec<String> {
        let region = &self.regions[region];
        let annexes = region.annexes.iter().filter_map(|a| self.annex(*a)).map(|a| format!("anlage-{}", a.number));
        let Some(agreement) = region.agreement else { return annexes.collect() };
        let own = self.agreement(agreement).into_iter().flat_map(|a| &a.clauses).map(|c| c.id.clone());
        let letters = self.entries[agreement].document.anchors.values().map(|a| a.to_string());
        own.chain(letters).chain(annexes).collect()
    }
}
