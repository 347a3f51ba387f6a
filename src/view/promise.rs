//! A promise with its verdict, as pages show it: the sentence first, then a drawing, never colour alone.

use super::base::Crumb;
use super::body::clause_name;
use crate::german::{kept_together, soft_hyphens};
use crate::model::{Obligation, Promise};
use crate::obligations::{Records, Verdict, Word, judge, of_region};
use crate::site::{RegionIndex, Site};
use serde::Serialize;

/// A promise in a year.
#[derive(Debug, Clone, Serialize, Hash)]
pub struct PromiseItem {
    /// Anchor on the board.
    pub id: String,
    /// What is promised.
    pub title: String,
    /// Word of the verdict.
    pub word: &'static str,
    /// The same for classes: `erfuellt`.
    pub key: &'static str,
    /// A sign beside the word.
    pub sign: &'static str,
    /// Why.
    pub sentence: String,
    /// Calendar year.
    pub year: i32,
    /// One mark for each agreed meeting.
    pub marks: Vec<Mark>,
    /// Clauses.
    pub clauses: Vec<Crumb>,
    /// Short names of those who promised.
    pub debtors: Vec<String>,
    /// Meetings and reports it rests on.
    pub records: Vec<Crumb>,
    /// The body it is about.
    pub body: Option<Crumb>,
    /// A word of the editors.
    pub note: Option<String>,
    /// What of it may be public.
    pub public: Option<String>,
    /// Address of its place on the board.
    pub url: String,
    /// Whether it is about a number of meetings.
    pub counts: bool,
}

/// A mark of the drawing.
#[derive(Debug, Clone, Serialize, Hash)]
pub struct Mark {
    /// `held`, `plan`, `miss`.
    pub class: &'static str,
    /// For the eye.
    pub sign: &'static str,
    /// For everybody.
    pub text: &'static str,
}

/// A region's promises with all that judging and linking needs, gathered once a page.
pub struct Promises<'a> {
    site: &'a Site,
    /// Of which region.
    pub region: RegionIndex,
    /// What is promised.
    pub obligations: &'a [Obligation],
    /// What is known.
    pub records: Records<'a>,
}

impl<'a> Promises<'a> {
    /// `None` for a region without an agreement or without counted promises.
    pub fn of(site: &'a Site, region: RegionIndex) -> Option<Promises<'a>> {
        let (obligations, records) = of_region(site, region).filter(|(o, _)| !o.is_empty())?;
        Some(Promises { site, region, obligations, records })
    }

    /// The verdict on a promise in a year.
    pub fn judge(&self, obligation: &Obligation, year: i32) -> Verdict {
        judge(obligation, &self.records, year, self.site.as_of)
    }

    /// A promise in a year as pages show it.
    pub fn item(&self, obligation: &Obligation, year: i32) -> PromiseItem {
        let verdict = self.judge(obligation, year);
        let debtor = |id: &String| self.site.settings.partner(id).map_or(id.clone(), |p| p.short.clone());
        let body = obligation.promise.body().and_then(|id| self.site.find_body(self.region, id));
        PromiseItem {
            id: obligation.id.clone(),
            title: soft_hyphens(&obligation.title),
            word: verdict.word.german(),
            key: verdict.word.key(),
            sign: sign(verdict.word),
            marks: marks(obligation, &verdict),
            clauses: self.clauses(obligation),
            debtors: obligation.debtors.iter().map(debtor).collect(),
            records: verdict.records.iter().filter_map(|id| self.record(id)).collect(),
            body: body.map(|b| Crumb {
                text: soft_hyphens(&self.site.entries[b].common.title),
                url: self.site.href(self.site.entry_url(b)),
            }),
            note: obligation.note.as_deref().map(|note| kept_together(note).into_owned()),
            public: obligation.public.clone(),
            url: format!("{}#{}", self.board_url(), obligation.id),
            counts: matches!(obligation.promise, Promise::Meetings { .. }),
            sentence: kept_together(&verdict.sentence).into_owned(),
            year,
        }
    }

    /// Address of the region's board.
    pub fn board_url(&self) -> String {
        let file = self.site.regions[self.region].path("versprochen/index.md");
        self.site.href_of(&file).unwrap_or_default()
    }

    /// A meeting or report by its id.
    pub fn record(&self, id: &str) -> Option<Crumb> {
        let entry = self.site.recorded(self.region, id)?;
        let text = kept_together(&self.site.entries[entry].common.title).into_owned();
        Some(Crumb { text, url: self.site.href(self.site.entry_url(entry)) })
    }

    /// The clauses of a promise with their addresses.
    pub fn clauses(&self, obligation: &Obligation) -> Vec<Crumb> {
        let Some(agreement) = self.site.regions[self.region].agreement else { return Vec::new() };
        let url = self.site.href(self.site.entry_url(agreement));
        obligation.clauses.iter().map(|c| Crumb { text: clause_name(c), url: format!("{url}#{c}") }).collect()
    }
}

fn sign(word: Word) -> &'static str {
    match word {
        Word::Fulfilled | Word::InRange => "✓",
        Word::OnTrack => "○",
        Word::AtRisk | Word::BelowRange => "!",
        Word::NotFulfilled => "✕",
        Word::Incomplete => "?",
        Word::NotApplicable => "–",
    }
}

/// Held, then planned, then what is missing up to the agreed number.
fn marks(obligation: &Obligation, verdict: &Verdict) -> Vec<Mark> {
    let (Promise::Meetings { .. }, Some(agreed)) = (&obligation.promise, verdict.agreed) else { return Vec::new() };
    let held = Mark { class: "held", sign: "✓", text: "gehalten" };
    let planned = Mark { class: "plan", sign: "○", text: "geplant" };
    let missing = Mark { class: "miss", sign: "?", text: "keine Angabe" };
    let judged = verdict.word != Word::NotApplicable;
    let rest = if judged { agreed.saturating_sub(verdict.held + verdict.planned) } else { 0 };
    let repeat = |mark: Mark, count: u32| std::iter::repeat_n(mark, count as usize);
    repeat(held, verdict.held).chain(repeat(planned, verdict.planned)).chain(repeat(missing, rest)).collect()
}
