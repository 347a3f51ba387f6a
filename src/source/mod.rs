//! Takes a folder, gives an immutable [`Snapshot`] of it: every file read once, with its hash.
//! The only room that reads content from disk. It never interprets a file and never fails for a single bad file:
//! what cannot be used becomes a [`Problem`] with its path.

mod control;
mod discover;
mod history;
mod lines;
mod path;
mod refusal;
mod table;

pub use control::{control_character, control_name};
pub use discover::{MAX_TEXT_BYTES, discover};
pub use history::{Change, History, HistoryNote};
pub use lines::LineIndex;
pub use path::{clean_join, collision_key, composed, parent, percent_decode};
pub use refusal::refusal;
pub use table::{is_named_like_table, looks_like_table};

use std::path::PathBuf;
use std::sync::Arc;

/// Byte range in a source file, end exclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Hash)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// A span from two byte offsets. Files are limited to [`MAX_TEXT_BYTES`], so `u32` is enough; larger values saturate.
    pub fn new(start: usize, end: usize) -> Self {
        let clamp = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Span { start: clamp(start), end: clamp(end) }
    }

    /// The span as a range for slicing.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// What a source file is, by its name alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileType {
    /// `*.md`: an entry of the site.
    Markdown,
    /// `site.yaml` and `erlaubt.yaml`: the settings and the list of exceptions.
    Settings,
    /// `adressen.txt`: the ledger of published addresses.
    Ledger,
    /// `themes/NAME/…`: overrides of the theme.
    Theme,
    /// `*.csv`: numbers of a report; never copied as it is.
    Table,
    /// Anything else: copied as it is.
    Asset,
}

/// One file of the snapshot.
#[derive(Debug, Clone)]
pub struct SourceFile {
    /// Path below the site folder, with `/`, as it is on disk.
    pub path: Arc<str>,
    /// What the name says it is.
    pub file_type: FileType,
    /// The text of Markdown, settings, ledger, tables and templates, without a byte order mark; empty for assets.
    pub text: Arc<str>,
    /// Whether the text began with a byte order mark.
    pub marked: bool,
    /// The bytes of assets; empty for text.
    pub bytes: Arc<[u8]>,
    /// BLAKE3 of the bytes on disk.
    pub hash: [u8; 32],
}

/// Why a file of the folder is not part of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProblemKind {
    /// Text that is not UTF-8; the offset of the first bad byte, and the line it stands in (from 1).
    NotUtf8 {
        /// Line of the first bad byte, from 1.
        line: u32,
        /// Column of the first bad byte, from 1.
        column: u32,
    },
    /// A text file over [`MAX_TEXT_BYTES`]; its size in bytes.
    TooLarge(u64),
    /// A folder with the name of a page, `x.md`.
    FolderNamedLikePage,
    /// A symbolic link to somewhere outside the site folder, or to a folder.
    LinkLeavesSite,
    /// A symbolic link that leads nowhere.
    BrokenLink,
    /// The operating system refused; why, a sentence.
    Unreadable(String),
    /// A file name that is not UTF-8.
    NameNotUtf8,
    /// A hidden file, or one in a hidden folder, that is named like a table.
    HiddenTable,
}

/// A file that could not be taken in.
#[derive(Debug, Clone)]
pub struct Problem {
    /// Path below the site folder.
    pub path: Arc<str>,
    /// What is wrong with it.
    pub kind: ProblemKind,
}

/// All files of a site folder at one moment, in order of their paths.
#[derive(Debug, Clone, Default)]
pub struct Snapshot {
    /// The site folder as given.
    pub root: PathBuf,
    /// Usable files, sorted by path.
    pub files: Vec<Arc<SourceFile>>,
    /// Files left out, sorted by path.
    pub problems: Vec<Problem>,
    /// What its Git repository knows of the past.
    pub history: History,
}

impl Snapshot {
    /// The file with that path, if it is part of the snapshot.
    pub fn file(&self, path: &str) -> Option<&Arc<SourceFile>> {
        self.files.binary_search_by(|f| (*f.path).cmp(path)).ok().map(|i| &self.files[i])
    }
}
