//! Notes across a page: takes an entry, gives what a reader must know before reading. Never hides anything: that is decided
//! where the site is put together.

use crate::german::date_in_words;
use crate::site::{EntryIndex, Hidden, Site};
use serde::Serialize;

/// A note across the page.
#[derive(Debug, Clone, Serialize, Hash)]
pub struct Banner {
    /// `sample`, `draft`, `future`, `expired`.
    pub kind: &'static str,
    /// German sentence.
    pub text: String,
}

/// What a reader must know before reading: invented, or not public yet.
pub fn banners(site: &Site, entry: EntryIndex) -> Vec<Banner> {
    let mut out = Vec::new();
    if site.entries[entry].common.sample {
        let text = "Der Inhalt dieser Seite ist erfunden. Er zeigt, wie die Seite später aussieht.".to_owned();
        out.push(Banner { kind: "sample", text });
    }
    match site.badges.get(&entry) {
        Some(Hidden::Draft) => {
            out.push(Banner { kind: "draft", text: "Diese Seite wird noch nicht veröffentlicht.".to_owned() });
        }
        Some(Hidden::Until(day)) => {
            let text = format!("Diese Seite ist ab dem {} zu sehen.", date_in_words(*day));
            out.push(Banner { kind: "future", text });
        }
        Some(Hidden::Since(day)) => {
            let text = format!("Diese Seite war bis zum {} zu sehen.", date_in_words(*day));
            out.push(Banner { kind: "expired", text });
        }
        Some(Hidden::Unreadable) | None => {}
    }
    out
}
