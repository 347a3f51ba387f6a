//! The whole agreement with its annexes in one document, to be printed: title sheet, contents, clauses, annexes, notes.
//! Links to what stands in the document lead there; all others carry the whole address, so that paper can show it.

use super::agreement::{ClauseView, Fact, SignatureView, annexes, clause, facts, signatures, signed};
use super::banners::banners;
use super::base::{Crumb, PageBase, base};
use super::html::Html;
use super::text::{Part, part};
use crate::german::{date_kept_together, soft_hyphens};
use crate::kinds::Agreement;
use crate::site::{EntryIndex, Site};
use serde::Serialize;
use std::collections::HashSet;

/// Title of the page.
pub const TITLE: &str = "Ganze Vereinbarung mit Anlagen drucken";

/// The printed agreement.
#[derive(Debug, Serialize, Hash)]
pub struct PrintView {
    pub(super) page: PageBase,
    /// Title of the agreement.
    heading: Html,
    facts: Vec<Fact>,
    partners: Vec<PartyView>,
    clauses: Vec<ClauseView>,
    signatures: Vec<SignatureView>,
    signed: Option<String>,
    agreement_url: String,
    /// Whole address of the agreement.
    address: String,
}

#[derive(Debug, Serialize, Hash)]
struct PartyView {
    name: String,
    represented_by: Option<String>,
}

/// The document of an agreement.
pub fn view(site: &Site, index: usize, entry: EntryIndex, data: &Agreement) -> PrintView {
    let own = &site.entries[entry];
    let url = site.entry_url(entry);
    let address = format!("{}{url}", site.settings.base_url);
    let inside = Inside::new(site, index, entry, data);
    let lead = |page: usize, anchor: Option<&str>| inside.lead(site, page, anchor);
    let how = Part { lead: Some(&lead), ..Part::default() };
    let mut page = base(site, index, TITLE);
    page.canonical = page.canonical.filter(|_| !own.common.sample).map(|_| address.clone());
    page.noindex = true;
    page.data.clear();
    page.banners = banners(site, entry);
    let changed = site.last_change(entry).map(|(day, _)| day);
    page.updated = changed.map(date_kept_together);
    page.updated_iso = changed.map(|day| day.to_string());
    page.print_title.clone_from(&own.common.title);
    page.body = part(site, entry, data.opening.clone(), how);
    let mut clauses: Vec<ClauseView> = data.clauses.iter().map(|c| clause(site, entry, data, c, how)).collect();
    clauses.extend(annexes(site, index, entry, data, how.lead));
    page.toc = clauses.iter().map(|c| Crumb { text: soft_hyphens(&c.title), url: format!("#{}", c.id) }).collect();
    let partners = data.partners.iter().filter_map(|id| site.settings.partner(id));
    PrintView {
        heading: Html::title(&own.common.title),
        facts: facts(data),
        partners: partners
            .map(|p| PartyView { name: p.name.clone(), represented_by: p.represented_by.clone() })
            .collect(),
        clauses,
        signatures: signatures(site, entry, data),
        signed: signed(data),
        agreement_url: site.href(url),
        address,
        page,
    }
}

/// What stands in the document.
struct Inside {
    agreement: Option<usize>,
    /// Anchors of the agreement's text.
    anchors: HashSet<String>,
    /// Page of each annex, its anchor here, and the anchors of its text.
    annexes: Vec<(usize, String, HashSet<String>)>,
}

impl Inside {
    fn new(site: &Site, index: usize, entry: EntryIndex, data: &Agreement) -> Inside {
        let annexes = site.pages[index].region.map(|r| site.regions[r].annexes.as_slice()).unwrap_or_default();
        let annex = |index: &EntryIndex| {
            let page = site.page_of[*index]?;
            Some((page, format!("anlage-{}", site.annex(*index)?.number), anchors_of_text(site, *index)))
        };
        let mut anchors = anchors_of_text(site, entry);
        anchors.extend(data.clauses.iter().map(|c| c.id.clone()));
        let annexes: Vec<_> = annexes.iter().filter_map(annex).collect();
        anchors.extend(annexes.iter().map(|(_, id, _)| id.clone()));
        Inside { agreement: site.page_of[entry], anchors, annexes }
    }

    /// The place in the document, else the whole address.
    fn lead(&self, site: &Site, page: usize, anchor: Option<&str>) -> String {
        if Some(page) == self.agreement {
            match anchor {
                None => return "#inhalt".to_owned(),
                Some(anchor) if self.anchors.contains(anchor) => return format!("#{anchor}"),
                Some(_) => {}
            }
        }
        if let Some((_, id, anchors)) = self.annexes.iter().find(|(annex, ..)| *annex == page) {
            return match anchor.filter(|a| anchors.contains(*a)) {
                Some(anchor) => format!("#{id}-{anchor}"),
                None => format!("#{id}"),
            };
        }
        let anchor = anchor.map_or(String::new(), |a| format!("#{a}"));
        format!("{}{}{anchor}", site.settings.base_url, site.pages[page].url)
    }
}

/// Anchors that stand in the text itself. The clauses' own headings are no part of their text.
fn anchors_of_text(site: &Site, entry: EntryIndex) -> HashSet<String> {
    let document = &site.entries[entry].document;
    let headings = crate::markdown::headings(document).into_iter().map(|h| h.id.to_string());
    headings.chain(document.anchors.values().map(|a| a.to_string())).collect()
}
