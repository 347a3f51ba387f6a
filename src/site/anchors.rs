//! Which anchors an entry's page has: those of its text, and those that its template adds to what the entry holds.

use super::{EntryIndex, RegionIndex, Site};
use crate::kinds::Data;
use crate::markdown::Kind;
use crate::model::Promise;

/// All anchors of an entry's page.
pub(super) fn anchors(site: &Site, index: EntryIndex) -> Vec<String> {
    let entry = &site.entries[index];
    let mut out: Vec<String> = entry
        .document
        .nodes
        .iter()
        .filter_map(|n| match &n.kind {
            Kind::Heading { id, .. } => Some(entry.document.str(id).to_owned()),
            _ => None,
        })
        .collect();
    out.extend(entry.document.anchors.values().map(|a| a.to_string()));
    out.extend(entry.common.former.iter().filter_map(|f| f.from.split_once('#').map(|(_, a)| a.to_owned())));
    out.push("inhalt".to_owned());
    let mut own: Vec<&str> = Vec::new();
    let mut add = |anchor, is_there| own.extend(Some(anchor).filter(|_| is_there));
    match &entry.data {
        Data::Agreement(agreement) => {
            let region = site.region_of[index].map(|r| &site.regions[r]);
            let annexes = region.map(|r| r.annexes.as_slice()).unwrap_or_default();
            out.extend(annexes.iter().filter_map(|a| site.annex(*a)).map(|a| format!("anlage-{}", a.number)));
            add("partner", !agreement.partners.is_empty());
            // Where the text itself ends with the names, there is no list of them.
            let text = &entry.document.source[entry.body_start()..];
            add("unterschriften", agreement.signatures.iter().any(|s| !text.contains(&s.name)));
            add("geschaeftsfuehrung", !agreement.chair.is_empty());
        }
        Data::Body(body) => {
            let region = site.region_of[index].map(|r| &site.regions[r]);
            let promised = region.and_then(|r| site.agreement(r.agreement?)).map(|a| a.obligations.as_slice());
            let of_it = |p: &Promise| p.body() == Some(&entry.common.id);
            let decided = region.and_then(|r| r.meetings_of.get(&index)).is_some_and(|list| {
                list.iter().any(|m| site.meeting(*m).is_some_and(|data| !data.decisions.is_empty()))
            });
            let mut promises = promised.unwrap_or_default().iter().map(|o| &o.promise).filter(|p| of_it(p));
            add("vereinbart", promises.clone().next().is_some());
            add("sitzungen", true);
            add("jahre", promises.any(|p| matches!(p, Promise::Meetings { .. })));
            add("beschluesse", decided);
            add("teilnehmende", !body.participants.is_empty());
            add("wortlaut", body.wording.is_some());
        }
        Data::Meeting(meeting) => {
            add("tagesordnung", meeting.agenda.len() > 1);
            out.extend(meeting.decisions.iter().map(|d| format!("beschluss-{}", d.number)));
            out.extend(meeting.tasks.iter().map(|t| format!("auftrag-{}", t.number)));
        }
        _ => {}
    }
    out.extend(own.into_iter().map(str::to_owned));
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
