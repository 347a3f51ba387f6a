//! Takes the site and a page, gives one serialisable view: all that its template may know, in final form. A view never
//! holds the site, and no template looks anything up. The fields are documented for theme authors in
//! `themes/standard/README.md`.

mod agreement;
mod banners;
mod base;
mod board;
mod bodies;
mod body;
mod changes;
mod easy;
mod easy_texts;
mod facets;
mod frame;
mod glance;
mod glossary;
mod html;
mod items;
mod jsonld;
mod legal;
mod meeting;
mod meetings;
mod page;
mod print;
mod promise;
mod register;
mod related;
mod report;
mod report_table;
mod reports;
mod search;
mod series;
mod site;
mod text;
mod titles;
mod version;
mod video;
mod years;

pub use banners::Banner;
pub use base::{Crumb, Link, PageBase};
pub use changes::change_days;
pub use facets::{Facets, Group, facets};
pub use frame::FrameView;
pub use html::Html;
pub use page::{NotFoundView, RedirectView, not_found, redirect};
pub use reports::Offer;
pub use site::{SiteView, register_view, site_view};
pub use titles::page_title;

use crate::site::{PageKind, Site};
use serde::Serialize;

/// The view of any page.
#[derive(Debug, Serialize, Hash)]
#[serde(untagged)]
pub enum View {
    /// Home page.
    Start(page::StartView),
    /// Plain page.
    Page(page::PageView),
    /// Agreement.
    Agreement(Box<agreement::AgreementView>),
    /// Annex.
    Annex(agreement::AnnexView),
    /// List of bodies.
    Bodies(bodies::BodiesView),
    /// A body.
    Body(Box<body::BodyView>),
    /// List of meetings.
    Meetings(meetings::MeetingsView),
    /// A meeting.
    Meeting(Box<meeting::MeetingView>),
    /// Decisions and tasks.
    Register(register::RegisterView),
    /// Glossary.
    Glossary(glossary::GlossaryView),
    /// A word.
    Word(glossary::WordView),
    /// Promises and verdicts of a year.
    Board(Box<board::BoardView>),
    /// Promises and verdicts by body.
    BoardByBody(board::BoardByView),
    /// Promises and verdicts by partner.
    BoardByPartner(board::BoardByView),
    /// What falls due next.
    Due(board::DueView),
    /// What changed when.
    Changes(changes::ChangesView),
    /// A report.
    Report(Box<report::ReportView>),
    /// All reports of a region.
    Reports(reports::ReportsView),
    /// A series of reports.
    Series(series::SeriesView),
    /// A page in another register or language.
    Twin(Box<easy::EasyView>),
    /// All videos in sign language.
    Videos(video::VideosView),
    /// The agreement with all its annexes, to be printed.
    Print(Box<print::PrintView>),
    /// An earlier version of the agreement.
    Version(version::VersionView),
    /// Search.
    Search(Box<search::SearchView>),
}

impl View {
    /// Name of its template.
    pub fn template(&self) -> &'static str {
        match self {
            View::Start(_) => "start.html",
            View::Page(_) => "seite.html",
            View::Agreement(_) => "vereinbarung.html",
            View::Annex(_) => "anlage.html",
            View::Bodies(_) => "gremien.html",
            View::Body(_) => "gremium.html",
            View::Meetings(_) => "sitzungen.html",
            View::Meeting(_) => "sitzung.html",
            View::Register(_) => "beschluesse.html",
            View::Glossary(_) => "woerter.html",
            View::Word(_) => "wort.html",
            View::Board(_) => "versprochen.html",
            View::BoardByBody(_) => "versprochen-gremien.html",
            View::BoardByPartner(_) => "versprochen-partner.html",
            View::Due(_) => "faellig.html",
            View::Changes(_) => "aenderungen.html",
            View::Report(_) => "bericht.html",
            View::Reports(_) => "berichte.html",
            View::Series(_) => "reihe.html",
            View::Twin(_) => "leicht.html",
            View::Videos(_) => "gebaerdensprache.html",
            View::Print(_) => "drucken.html",
            View::Version(_) => "fassung.html",
            View::Search(_) => "suche.html",
        }
    }

    /// The frame of the page, whose readers share `site`.
    pub fn frame(&self, site: &SiteView) -> FrameView<'_> {
        FrameView::of(self.page(), site)
    }

    fn page(&self) -> &PageBase {
        match self {
            View::Start(view) => &view.page,
            View::Page(view) => &view.page,
            View::Agreement(view) => &view.page,
            View::Annex(view) => &view.page,
            View::Bodies(view) => &view.page,
            View::Body(view) => &view.page,
            View::Meetings(view) => &view.page,
            View::Meeting(view) => &view.page,
            View::Register(view) => &view.page,
            View::Glossary(view) => &view.page,
            View::Word(view) => &view.page,
            View::Board(view) => &view.page,
            View::BoardByBody(view) | View::BoardByPartner(view) => &view.page,
            View::Due(view) => &view.page,
            View::Changes(view) => &view.page,
            View::Report(view) => &view.page,
            View::Reports(view) => &view.page,
            View::Series(view) => &view.page,
            View::Twin(view) => &view.page,
            View::Videos(view) => &view.page,
            View::Print(view) => &view.page,
            View::Version(view) => &view.page,
            View::Search(view) => &view.page,
        }
    }
}

/// The view of the page at `index` in `Site::pages`.
pub fn view(site: &Site, index: usize) -> View {
    let page = &site.pages[index];
    match page.kind {
        PageKind::Bodies(region) => View::Bodies(bodies::view(site, index, region)),
        PageKind::Meetings(region, year) => View::Meetings(meetings::of_region(site, index, region, year)),
        PageKind::BodyMeetings(region, body) => View::Meetings(meetings::of_body(site, index, region, body)),
        PageKind::Register(region, year) => View::Register(register::view(site, index, region, year)),
        PageKind::Board(region, year) => View::Board(Box::new(board::view(site, index, region, year))),
        PageKind::BoardByBody(region) => View::BoardByBody(board::by_body(site, index, region)),
        PageKind::BoardByPartner(region) => View::BoardByPartner(board::by_partner(site, index, region)),
        PageKind::Due(region) => View::Due(board::due_view(site, index, region)),
        PageKind::Reports(region) => View::Reports(reports::view(site, index, region)),
        PageKind::Series(region, series) => View::Series(series::view(site, index, region, series)),
        PageKind::Changes(region) => View::Changes(changes::view(site, index, region)),
        PageKind::Videos => View::Videos(video::list(site, index)),
        PageKind::Print(entry) => match site.agreement(entry) {
            Some(data) => View::Print(Box::new(print::view(site, index, entry, data))),
            None => View::Page(page::view(site, index, entry)),
        },
        PageKind::Twin { entry, register, source } => {
            View::Twin(Box::new(easy::view(site, index, entry, register, source)))
        }
        PageKind::Search { register, letter } => View::Search(Box::new(search::view(site, index, register, letter))),
        PageKind::Glossary => View::Glossary(glossary::view(site, index)),
        PageKind::Entry(entry) => match &site.entries[entry].data {
            crate::kinds::Data::Page(_) if page.url.is_empty() || page::is_region_home(site, index) => {
                View::Start(page::start(site, index, entry))
            }
            crate::kinds::Data::Page(_) => View::Page(page::view(site, index, entry)),
            crate::kinds::Data::Agreement(data) => View::Agreement(Box::new(agreement::view(site, index, entry, data))),
            crate::kinds::Data::Annex(data) => View::Annex(agreement::annex(site, index, entry, data)),
            crate::kinds::Data::Body(data) => View::Body(Box::new(body::view(site, index, entry, data))),
            crate::kinds::Data::Meeting(data) => View::Meeting(Box::new(meeting::view(site, index, entry, data))),
            crate::kinds::Data::Report(data) => View::Report(Box::new(report::view(site, index, entry, data))),
            // A twin has a kind of page of its own.
            crate::kinds::Data::Twin(_) => View::Page(page::view(site, index, entry)),
            crate::kinds::Data::Version(data) => View::Version(version::view(site, index, entry, data)),
            crate::kinds::Data::Term(data) => View::Word(glossary::word(site, index, entry, data)),
        },
    }
}

/// Value of `data-page-kind` of a page in everyday language.
fn kind_name(site: &Site, index: usize) -> &'static str {
    let page = &site.pages[index];
    match page.kind {
        PageKind::Bodies(_) => "gremien",
        PageKind::Meetings(..) | PageKind::BodyMeetings(..) => "sitzungen",
        PageKind::Register(..) => "beschluesse",
        PageKind::Glossary => "woerter",
        PageKind::Board(..) => "versprochen",
        PageKind::BoardByBody(_) => "versprochen-gremien",
        PageKind::BoardByPartner(_) => "versprochen-partner",
        PageKind::Due(_) => "faellig",
        PageKind::Changes(_) => "aenderungen",
        PageKind::Reports(_) => "berichte",
        PageKind::Series(..) => "reihe",
        PageKind::Videos => "gebaerdensprache",
        PageKind::Print(_) => "drucken",
        PageKind::Search { .. } => "suche",
        PageKind::Entry(_) if page.url.is_empty() || page::is_region_home(site, index) => "start",
        PageKind::Entry(entry) | PageKind::Twin { entry, .. } => match &site.entries[entry].data {
            crate::kinds::Data::Version(_) => "fassung",
            data => data.art(),
        },
    }
}
