//! Titles of pages: takes a page, gives the title that its entry has, or that of a page which Klartext makes itself. Never marks
//! up: it is plain text.

use crate::site::{PageKind, Site};

/// Title of any page, also of a generated one without an entry.
pub fn page_title(site: &Site, index: usize) -> String {
    let page = &site.pages[index];
    let generated = match page.kind {
        PageKind::Bodies(_) => "Gremien".to_owned(),
        PageKind::Meetings(_, None) => "Sitzungen".to_owned(),
        PageKind::Meetings(_, Some(year)) => format!("Sitzungen {year}"),
        PageKind::BodyMeetings(_, body) => format!("Alle Sitzungen: {}", site.entries[body].common.title),
        PageKind::Register(_, None) => "Beschlüsse und Aufträge".to_owned(),
        PageKind::Register(_, Some(year)) => format!("Beschlüsse und Aufträge {year}"),
        PageKind::Glossary => "Wörter".to_owned(),
        PageKind::Board(_, None) => "Versprochen und gehalten".to_owned(),
        PageKind::Board(_, Some(year)) => format!("Versprochen und gehalten {year}"),
        PageKind::BoardByBody(_) => "Versprochen und gehalten: nach Gremium".to_owned(),
        PageKind::BoardByPartner(_) => "Versprochen und gehalten: nach Partner".to_owned(),
        PageKind::Due(_) => "Was ist als Nächstes fällig?".to_owned(),
        PageKind::Changes(_) => "Änderungen".to_owned(),
        PageKind::Reports(_) => "Berichte".to_owned(),
        PageKind::Series(region, series) => super::reports::series_title(site, region, series),
        PageKind::Videos => super::video::TITLE.to_owned(),
        PageKind::Print(_) => super::print::TITLE.to_owned(),
        PageKind::Search { letter: Some(letter), .. } => {
            format!("Alle Titel mit {}", super::glossary::letter(&letter.to_string()))
        }
        PageKind::Search { .. } => "Suche".to_owned(),
        PageKind::Entry(entry) | PageKind::Twin { entry, .. } => site.entries[entry].common.title.clone(),
    };
    page.entry.map_or(generated, |e| site.entries[e].common.title.clone())
}
