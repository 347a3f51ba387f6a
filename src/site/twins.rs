//! Twins: which page has one in which register, and whether it still says what its source says.

use super::{EntryIndex, Page, PageKind, Site};
use crate::front::Listed;
use crate::kinds::{Data, Entry, Register, Review, Stamp, Twin};
use crate::markdown::{heading_id, plain_text, sections};

/// What the recorded review of a text is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReviewState {
    /// Exactly this text was reviewed.
    Valid,
    /// The text has changed since.
    Outdated,
    /// It is recorded for a day to come, so it has not happened, whatever the text.
    Ahead,
}

/// State of a section of a twin against its source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SectionState {
    /// Written from the source as it is today.
    Fresh,
    /// The source has changed since.
    Stale,
    /// Nobody recorded from which state it was written.
    Unrecorded,
}

/// A section of a page: its anchor, its heading, and a digest of its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Anchor; `anfang` for what stands before the first heading.
    pub id: String,
    /// Heading; empty for the first.
    pub title: String,
    /// 16 hexadecimal digits of BLAKE3.
    pub digest: String,
}

/// Name of what stands before the first heading.
pub const BEGINNING: &str = "anfang";

/// The register that a file name asks for, and the file of its source: `kok.leicht.md` → (leicht, `kok.md`).
pub fn register_of<'a>(registers: &'a [Register], file: &str) -> Option<(usize, &'a Register, String)> {
    registers.iter().enumerate().find_map(|(n, register)| {
        let stem = file.strip_suffix(".md")?.strip_suffix(register.key.as_str())?.strip_suffix('.')?;
        Some((n, register, format!("{stem}.md")))
    })
}

impl Site {
    /// The entry as a twin, if it is one.
    pub fn twin(&self, index: EntryIndex) -> Option<&Twin> {
        match &self.entries.get(index)?.data {
            Data::Twin(twin) => Some(twin),
            _ => None,
        }
    }

    /// The page of the twin of a page in a register.
    pub fn twin_of(&self, page: usize, register: usize) -> Option<usize> {
        self.twin_of.get(&(page, register)).copied()
    }

    /// The twins in order of their files: entry, register, page of the source if there is one.
    pub fn twins(&self) -> impl Iterator<Item = (EntryIndex, usize, Option<usize>)> + '_ {
        self.entries.iter().enumerate().filter(|(_, e)| matches!(e.data, Data::Twin(_))).filter_map(|(index, entry)| {
            let (register, _, source) = register_of(&self.settings.registers, &entry.file)?;
            Some((index, register, self.page_of_file.get(source.as_str()).copied()))
        })
    }

    /// The sections of a page as a twin can be written from them: of its text, and of annexes that stand on it.
    pub fn sections_of(&self, page: usize) -> Vec<Section> {
        let Some(index) = self.pages[page].entry else { return Vec::new() };
        let entry = &self.entries[index];
        let mut out = sections_of(entry);
        if let (Data::Agreement(_), Some(region)) = (&entry.data, self.pages[page].region) {
            for annex in &self.regions[region].annexes {
                let Some(data) = self.annex(*annex) else { continue };
                let own = &self.entries[*annex];
                out.push(Section {
                    id: format!("anlage-{}", data.number),
                    title: own.common.title.clone(),
                    digest: digest(&plain_text(&own.document, 0)),
                });
            }
        }
        out
    }

    /// The state of each section of a twin that has a counterpart in its source.
    pub fn section_states(&self, twin: EntryIndex, source: usize) -> Vec<(Section, SectionState)> {
        let Some(data) = self.twin(twin) else { return Vec::new() };
        let of_source = self.sections_of(source);
        let written = sections_of(&self.entries[twin]);
        written
            .iter()
            .filter_map(|own| of_source.iter().find(|s| s.id == own.id))
            .map(|section| {
                let state = match data.stamps.iter().find(|s| s.section == section.id) {
                    None => SectionState::Unrecorded,
                    Some(stamp) if stamp.digest == section.digest => SectionState::Fresh,
                    Some(_) => SectionState::Stale,
                };
                (section.clone(), state)
            })
            .collect()
    }

    /// Records of sections that the source does not have any more.
    pub fn lost_sections(&self, twin: EntryIndex, source: usize) -> Vec<&Listed<Stamp>> {
        let of_source = self.sections_of(source);
        let stamps = self.twin(twin).map(|data| data.stamps.as_slice()).unwrap_or_default();
        stamps.iter().filter(|stamp| !of_source.iter().any(|section| section.id == stamp.section)).collect()
    }

    /// The recorded review of a twin, and what it is worth on the day of the site.
    pub fn review(&self, twin: EntryIndex) -> Option<(&Review, ReviewState)> {
        let review = self.twin(twin)?.review.as_ref()?;
        let state = if review.date.is_some_and(|day| day > self.as_of) {
            ReviewState::Ahead
        } else if review.digest != self.text_digest(twin) {
            ReviewState::Outdated
        } else {
            ReviewState::Valid
        };
        Some((review, state))
    }

    /// Digest of a twin's own text, for the record of a review.
    pub fn text_digest(&self, entry: EntryIndex) -> String {
        digest(&plain_text(&self.entries[entry].document, 0))
    }
}

/// The sections of an entry's own text. What a body agrees in its front matter belongs to its beginning.
fn sections_of(entry: &Entry) -> Vec<Section> {
    let document = &entry.document;
    let mut out = Vec::new();
    for (heading, body) in sections(document, 2) {
        let mut words = String::new();
        let mut at = body.start;
        while at < body.end {
            words.push_str(&plain_text(document, at));
            words.push('\n');
            at = document.node(at).end;
        }
        match heading {
            None => {
                if let Data::Body(body) = &entry.data {
                    words.push_str(&format!("{:?}{:?}{:?}", body.wording, body.validity, body.participants));
                }
                if !words.is_empty() {
                    out.push(Section { id: BEGINNING.to_owned(), title: String::new(), digest: digest(&words) });
                }
            }
            Some(heading) => {
                let title = plain_text(document, heading);
                let id = heading_id(document, heading).to_owned();
                out.push(Section { digest: digest(&format!("{title}\n{words}")), id, title });
            }
        }
    }
    out
}

fn digest(words: &str) -> String {
    blake3::hash(words.as_bytes()).to_hex()[..16].to_owned()
}

/// The pages that twins stand for.
pub(super) fn link(pages: &[Page]) -> std::collections::HashMap<(usize, usize), usize> {
    let search = pages.iter().position(|p| p.kind == PageKind::Search { register: None, letter: None });
    let twins = pages.iter().enumerate().filter_map(|(n, page)| match page.kind {
        PageKind::Twin { register, source: Some(source), .. } => Some(((source, register), n)),
        PageKind::Search { register: Some(register), .. } => search.map(|source| ((source, register), n)),
        _ => None,
    });
    twins.collect()
}
