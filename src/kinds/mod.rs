//! Takes a Markdown file, gives a typed [`Entry`]: one file here for each kind (art) of page. A kind's field list is
//! its reader, schema and template. Reading never fails: what is wrong becomes a finding, and the rest is still read.

mod agenda;
mod agreement;
mod annex;
mod area;
mod base_url;
mod body;
mod brand;
mod common;
mod diagram;
mod easy;
mod exception;
mod legal;
mod licence;
mod meeting;
mod obligation;
mod open_data;
mod page;
mod read;
mod register;
mod report;
mod rules;
mod settings;
mod table;
mod term;
mod time;
mod twin;
mod version;
mod video;

pub use agenda::AgendaItem;
pub use agreement::{Agreement, ChairTerm, Clause, EditorialNote};
pub use annex::Annex;
pub use area::Area;
pub use base_url::base_url;
pub use body::{Body, Group, Participant};
pub use brand::{Brand, Font, Logo};
pub use common::{Change, Common, Former};
pub use diagram::{DiagramDecl, DiagramForm};
pub use easy::EasySettings;
pub use exception::{EXCEPTION_FIELDS, Exception};
pub use legal::{LEGAL_FIELDS, LEGAL_PAGES, Legal, LegalPage};
pub use licence::{LICENCES, Licence, licence};
pub use meeting::{Decision, Meeting, State, Task};
pub use obligation::Named;
pub use open_data::{OpenData, Withdrawn};
pub use page::{Door, Page};
pub use read::{Parsed, parse};
pub use register::{Register, Words};
pub use report::{Release, Report};
pub use rules::RULES;
pub use settings::{MINUTES_DAYS, MISNAMED, MenuItem, SETTINGS_FIELDS, Settings, read_settings};
pub use table::{DimensionDecl, DominanceDecl, FactDecl, Measure, TableDecl, ValueDecl};
pub use term::Term;
pub use time::{day_begins, instant};
pub use twin::{Review, Stamp, Twin};
pub use version::Version;
pub use video::Video;

use crate::diagnostic::Diagnostic;
use crate::front::{Field, Values};
use crate::markdown::Document;
use std::sync::{Arc, LazyLock};

/// What is special about an entry, by its kind.
#[derive(Debug, Clone)]
pub enum Data {
    /// A plain page.
    Page(Page),
    /// An agreement; its folder is a region.
    Agreement(Box<Agreement>),
    /// An annex of the agreement.
    Annex(Annex),
    /// A body.
    Body(Body),
    /// A meeting with its minutes.
    Meeting(Meeting),
    /// A word of the glossary.
    Term(Term),
    /// A published report.
    Report(Box<Report>),
    /// An earlier version of the agreement.
    Version(Version),
    /// A page in another register or language.
    Twin(Box<Twin>),
}

/// A page of content: one Markdown file.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Path of its file below the site folder.
    pub file: Arc<str>,
    /// What all kinds have.
    pub common: Common,
    /// What only its kind has.
    pub data: Data,
    /// Its text; shared, so that a preview can keep it from run to run.
    pub document: Arc<Document>,
}

impl Entry {
    /// Where the text begins, after the front matter, in bytes of the file.
    pub fn body_start(&self) -> usize {
        self.document.nodes[0].span.start as usize
    }
}

/// What a kind's reader works on.
pub struct Context<'a> {
    /// Path of the file.
    pub file: &'a Arc<str>,
    /// Checked front matter.
    pub values: Values<'a>,
    /// The text; a kind may give nodes anchors.
    pub document: &'a mut Document,
    /// Where findings go.
    pub findings: &'a mut Vec<Diagnostic>,
}

/// The definition of a kind.
pub struct KindDef {
    /// Value of `art`.
    pub name: &'static str,
    /// What it is, one German sentence.
    pub title: &'static str,
    /// Folder that new files go to.
    pub folder: &'static str,
    /// Common fields and its own.
    pub fields: Vec<Field>,
    /// Body of the template.
    pub body: &'static str,
    /// Reads what is special about it.
    pub read: fn(&mut Context<'_>) -> Data,
}

/// All kinds. A new one is a file here and a line in this list.
pub static KINDS: LazyLock<Vec<KindDef>> = LazyLock::new(|| {
    vec![
        page::def(),
        agreement::def(),
        annex::def(),
        body::def(),
        meeting::def(),
        term::def(),
        report::def(),
        version::def(),
        twin::def(),
    ]
});

/// The kind with that name.
pub fn kind(name: &str) -> Option<&'static KindDef> {
    KINDS.iter().find(|k| k.name == name)
}

impl Data {
    /// The value of `art`.
    pub fn art(&self) -> &'static str {
        match self {
            Data::Page(_) => "seite",
            Data::Agreement(_) => "vereinbarung",
            Data::Annex(_) => "anlage",
            Data::Body(_) => "gremium",
            Data::Meeting(_) => "sitzung",
            Data::Term(_) => "wort",
            Data::Report(_) => "bericht",
            Data::Version(_) => "altfassung",
            Data::Twin(_) => "fassung",
        }
    }
}
