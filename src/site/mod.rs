//! Takes all entries and a day, gives the [`Site`]: what is public, where it stands, and what belongs together. It is
//! immutable afterwards; every view and rule reads it, none looks anything up on disk.

mod anchors;
mod assemble;
mod changes;
mod ledger;
mod links;
mod numbers;
mod open_reports;
mod pictures;
mod reports;
mod twins;
mod urls;
mod usage;
mod videos;

pub use assemble::assemble;
pub use ledger::{Ledger, current_addresses, write_ledger};
pub use links::{Link, LinkProblem, Target, pictogram_name};
pub use numbers::NumberProblem;
pub use reports::{Series, is_published};
pub use twins::{BEGINNING, ReviewState, Section, SectionState, register_of};
pub use urls::{page_url, url_to_path};
pub use videos::SignVideo;

use crate::german::TermIndex;
use crate::kinds::{Agreement, Annex, Body, Data, Entry, Meeting, Report, Settings, Term, Version};
use crate::source::Snapshot;
use crate::tables::{Problem, PublishedTable};
use ahash::AHashMap;
use chrono::NaiveDate;
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// Index of an entry in [`Site::entries`].
pub type EntryIndex = usize;
/// Index of a region in [`Site::regions`].
pub type RegionIndex = usize;

/// Why a file's entry is not on the public site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hidden {
    /// `entwurf: true`.
    Draft,
    /// Public from this day on.
    Until(NaiveDate),
    /// Public up to this day.
    Since(NaiveDate),
    /// The file could not be read; its own findings say why.
    Unreadable,
}

/// A region: the folder of an agreement and all below it. A site without agreements is one region without a name.
#[derive(Debug, Clone, Default)]
pub struct Region {
    /// Folder below the site, empty at the top.
    pub folder: String,
    /// Name of the region.
    pub name: String,
    /// Its agreement.
    pub agreement: Option<EntryIndex>,
    /// Annexes by number.
    pub annexes: Vec<EntryIndex>,
    /// Bodies in the order of the annex.
    pub bodies: Vec<EntryIndex>,
    /// Meetings by date, then begin, then id.
    pub meetings: Vec<EntryIndex>,
    /// Meetings of each body, in the same order; joint meetings stand at each.
    pub meetings_of: HashMap<EntryIndex, Vec<EntryIndex>>,
    /// Reports, newest first.
    pub reports: Vec<EntryIndex>,
    /// Meetings and reports by id, to be searched.
    recorded: Vec<EntryIndex>,
    /// Series of reports by id.
    pub series: Vec<Series>,
    /// Earlier versions of the agreement, by path.
    pub versions: Vec<EntryIndex>,
}

impl Region {
    /// Path of a file in the region's folder.
    pub fn path(&self, file: &str) -> String {
        if self.folder.is_empty() { file.to_owned() } else { format!("{}/{file}", self.folder) }
    }
}

/// What a page is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PageKind {
    /// An entry's own page.
    Entry(EntryIndex),
    /// The bodies of a region.
    Bodies(RegionIndex),
    /// The meetings of a region in one year; `None` for the newest year and all to come.
    Meetings(RegionIndex, Option<i32>),
    /// All meetings of one body.
    BodyMeetings(RegionIndex, EntryIndex),
    /// Decisions and tasks of a region in one year; `None` for the newest.
    Register(RegionIndex, Option<i32>),
    /// All words.
    Glossary,
    /// Promises and verdicts of a region in one year; `None` for the day's year.
    Board(RegionIndex, Option<i32>),
    /// The same by body.
    BoardByBody(RegionIndex),
    /// The same by partner.
    BoardByPartner(RegionIndex),
    /// What falls due next.
    Due(RegionIndex),
    /// A page in another register or language.
    Twin {
        /// The twin.
        entry: EntryIndex,
        /// Place of its register in the settings.
        register: usize,
        /// Place of its source in `Site::pages`; a rule says when there is none.
        source: Option<usize>,
    },
    /// What changed when in a region.
    Changes(RegionIndex),
    /// The reports of a region.
    Reports(RegionIndex),
    /// A series of reports over the years: its place in `Region::series`.
    Series(RegionIndex, usize),
    /// All videos in sign language.
    Videos,
    /// A region's agreement (the entry) with all its annexes, to be printed.
    Print(EntryIndex),
    /// Search, and the list of titles for readers without script.
    Search {
        /// Place of the easy register in the settings, for its own page.
        register: Option<usize>,
        /// Only the titles that begin with it, where there are too many for one page.
        letter: Option<char>,
    },
}

/// A page of the site.
#[derive(Debug, Clone)]
pub struct Page {
    /// Address below the base path, without a leading slash: `gremien/kok/`; empty for the home page.
    pub url: String,
    /// What it shows.
    pub kind: PageKind,
    /// The entry whose title and text it carries.
    pub entry: Option<EntryIndex>,
    /// The region it belongs to; `None` for pages above all regions.
    pub region: Option<RegionIndex>,
}

/// From source paths to places in a list of pages.
pub type PageOfFile = AHashMap<Arc<str>, usize>;

/// The whole site on one day.
#[derive(Debug)]
pub struct Site {
    /// Settings.
    pub settings: Settings,
    /// Path part of the public address, beginning and ending in `/`.
    pub base: String,
    /// The day it is built for.
    pub as_of: NaiveDate,
    /// Whether drafts and future pages are shown, for editors.
    pub preview: bool,
    /// All public entries, by path. In a preview, all.
    pub entries: Vec<Arc<Entry>>,
    /// Why an entry of a preview would not be public.
    pub badges: HashMap<EntryIndex, Hidden>,
    /// Files that are no page of this build.
    pub hidden: BTreeMap<Arc<str>, Hidden>,
    /// Entries that were public until a day that is over, with that day and their region, by path.
    pub expired: Vec<(Arc<Entry>, NaiveDate, Option<RegionIndex>)>,
    /// Regions by folder.
    pub regions: Vec<Region>,
    /// The region of each entry.
    pub region_of: Vec<Option<RegionIndex>>,
    /// All pages by address.
    pub pages: Vec<Page>,
    /// Where in `pages` the lists and boards of each region stand; the pages of its entries are elsewhere.
    pub lists: Vec<Range<usize>>,
    /// Source path of every page, real or generated, to its place in `pages`.
    pub page_of_file: PageOfFile,
    /// Files whose names are not ASCII, by their composed form (NFC); made when a link asks for one.
    composed: OnceLock<HashMap<String, Arc<str>>>,
    /// The page of each entry.
    pub page_of: Vec<Option<usize>>,
    /// From a page and a register to the twin's page.
    pub twin_of: HashMap<(usize, usize), usize>,
    /// Pages of the main menu as readers in a region find them; `None` for pages above all regions.
    pub menu: HashMap<Option<RegionIndex>, Vec<usize>>,
    /// Words of the glossary, ready to be found in texts.
    pub term_index: Option<TermIndex>,
    /// Words of the glossary, in dictionary order.
    pub terms: Vec<EntryIndex>,
    /// For each word of `terms` the pages that use it.
    used_on: Vec<Vec<usize>>,
    /// For each entry whether its text is known to use no word.
    wordless: Vec<bool>,
    /// Links of each entry's text, in order.
    pub links: Vec<Vec<Link>>,
    /// Tables that passed disclosure control, by their report. No other number of a report may be shown.
    pub tables: HashMap<EntryIndex, PublishedTable>,
    /// What is wrong with tables, for findings; those of hidden reports too.
    pub table_problems: Vec<Problem>,
    /// References to numbers that give none.
    pub number_problems: Vec<NumberProblem>,
    /// CSV files that a report names, hidden reports too.
    pub declared_tables: std::collections::BTreeSet<String>,
    /// Pictograms that texts may name (`bild:NAME`), as SVG.
    pub pictograms: BTreeMap<String, Arc<str>>,
    /// Images that texts show and that have smaller copies, by path; filled after assembly, because it takes time.
    pub pictures: BTreeMap<Arc<str>, Arc<crate::pictures::Picture>>,
    /// Files that are copied, by path.
    pub assets: BTreeMap<Arc<str>, Arc<crate::source::SourceFile>>,
    /// The committed list of published addresses.
    pub ledger: Ledger,
    /// Files that could not be read at all, for findings.
    pub snapshot: Snapshot,
}

macro_rules! accessor {
    ($name:ident, $variant:ident, $doc:literal) => {
        #[doc = $doc]
        pub fn $name(&self, index: EntryIndex) -> Option<&$variant> {
            match &self.entries.get(index)?.data {
                Data::$variant(data) => Some(data),
                _ => None,
            }
        }
    };
}

impl Site {
    accessor!(agreement, Agreement, "The entry as an agreement, if it is one.");
    accessor!(annex, Annex, "The entry as an annex, if it is one.");
    accessor!(body, Body, "The entry as a body, if it is one.");
    accessor!(meeting, Meeting, "The entry as a meeting, if it is one.");
    accessor!(term, Term, "The entry as a word, if it is one.");
    accessor!(report, Report, "The entry as a report, if it is one.");
    accessor!(version, Version, "The entry as an earlier version of the agreement, if it is one.");

    /// Address of an entry's page below the base path.
    pub fn entry_url(&self, index: EntryIndex) -> &str {
        self.page_of[index].map_or("", |page| &self.pages[page].url)
    }

    /// An address as it stands in a page: with the base path before it.
    pub fn href(&self, url: &str) -> String {
        let mut out = String::with_capacity(self.base.len() + url.len());
        out.push_str(&self.base);
        out.push_str(url);
        out
    }

    /// The body with that id in a region.
    pub fn find_body(&self, region: RegionIndex, id: &str) -> Option<EntryIndex> {
        self.regions[region].bodies.iter().copied().find(|b| self.entries[*b].common.id == id)
    }

    /// The meeting or report with that id in a region.
    pub fn recorded(&self, region: RegionIndex, id: &str) -> Option<EntryIndex> {
        let known = &self.regions[region].recorded;
        let id_of = |index: EntryIndex| self.entries[index].common.id.as_str();
        // Of two with one id the last counts.
        let last = known.partition_point(|e| id_of(*e) <= id).checked_sub(1)?;
        Some(known[last]).filter(|e| id_of(*e) == id)
    }

    /// Whether any Markdown file could not be read.
    pub fn has_unreadable(&self) -> bool {
        self.hidden.iter().any(|(file, reason)| *reason == Hidden::Unreadable && file.ends_with(".md"))
    }

    /// Whether a Markdown file named after that id could not be read: then nobody can say that the id is unknown.
    pub fn is_unreadable(&self, id: &str) -> bool {
        let name = format!("{id}.md");
        let named = |file: &str| file.rsplit('/').next() == Some(name.as_str());
        self.hidden.iter().any(|(file, reason)| *reason == Hidden::Unreadable && named(file))
    }

    /// The bodies that a meeting belongs to, as far as they exist.
    pub fn bodies_of(&self, meeting: EntryIndex) -> Vec<EntryIndex> {
        let (Some(data), Some(region)) = (self.meeting(meeting), self.region_of[meeting]) else { return Vec::new() };
        data.bodies.iter().filter_map(|id| self.find_body(region, id)).collect()
    }

    /// The page at a folder's address, e.g. `gremien/`: from gremien/index.md or gremien.md.
    pub fn page_at(&self, url: &str) -> Option<usize> {
        let name = |stem: &str, rest: &str| self.page_of_file.get([stem, rest].concat().as_str()).copied();
        name(url, "index.md").or_else(|| name(url.trim_end_matches('/'), ".md"))
    }

    /// The address, as it stands in a page, of the page that a source path stands for; `None` where there is none.
    pub fn href_of(&self, file: &str) -> Option<String> {
        self.page_of_file.get(file).map(|page| self.href(&self.pages[*page].url))
    }

    /// The page that a menu entry leads to for a reader in `region`: in the region's folder, else at the top.
    pub fn menu_page(&self, region: Option<RegionIndex>, target: &str) -> Option<usize> {
        let (path, _) = target.split_once('#').unwrap_or((target, ""));
        let regional = region.and_then(|r| self.page_of_file.get(self.regions[r].path(path).as_str()));
        regional.or_else(|| self.page_of_file.get(path)).copied()
    }
}
