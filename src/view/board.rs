//! "Versprochen und gehalten": by year, by body, by partner.

use super::base::{Crumb, Link, PageBase, base};
use super::promise::{PromiseItem, Promises};
use super::text::whole;
use super::titles::page_title;
use super::years::Years;
use crate::german::{date_in_words, date_kept_together, kept_together, soft_hyphens};
use crate::model::Promise;
use crate::obligations::{ReadingState, reading_states, years};
use crate::site::{PageKind, RegionIndex, Site};
use chrono::Datelike;
use serde::Serialize;

/// The board of a year.
#[derive(Debug, Serialize, Hash)]
pub struct BoardView {
    pub(super) page: PageBase,
    ways: Vec<Link>,
    year_links: Vec<Link>,
    year: i32,
    groups: Vec<GroupView>,
    chair: Option<ChairTimeline>,
    status_url: String,
}

#[derive(Debug, Serialize, Hash)]
struct GroupView {
    id: &'static str,
    title: &'static str,
    items: Vec<PromiseItem>,
}

/// Who had the chair, and how the end of the first term can be read.
#[derive(Debug, Serialize, Hash)]
pub struct ChairTimeline {
    terms: Vec<TermView>,
    readings: Vec<ReadingView>,
}

#[derive(Debug, Serialize, Hash)]
struct TermView {
    partner: String,
    from: String,
    until: Option<String>,
}

#[derive(Debug, Serialize, Hash)]
struct ReadingView {
    text: String,
    until: String,
    state: String,
}

/// The board by body or by partner.
#[derive(Debug, Serialize, Hash)]
pub struct BoardByView {
    pub(super) page: PageBase,
    ways: Vec<Link>,
    sections: Vec<SectionView>,
}

#[derive(Debug, Serialize, Hash)]
struct SectionView {
    id: String,
    title: String,
    url: Option<String>,
    /// A sentence before the rest.
    note: Option<String>,
    tables: Vec<TableView>,
    items: Vec<PromiseItem>,
}

/// A promise over the years.
#[derive(Debug, Serialize, Hash)]
pub struct TableView {
    /// Unique on the page.
    pub id: String,
    /// What is promised.
    pub title: String,
    /// A row for each year, newest first.
    pub rows: Vec<PromiseItem>,
}

/// Anchor, title, and which promises belong to it.
type GroupDef = (&'static str, &'static str, fn(&Promise) -> bool);

/// Kinds of promises, in the order of the board.
const GROUPS: &[GroupDef] = &[
    ("sitzungen", "Sitzungen", |p| matches!(p, Promise::Meetings { .. })),
    ("ablauf", "Einladungen und Niederschriften", |p| {
        matches!(
            p,
            Promise::Invitation { .. }
                | Promise::Minutes { .. }
                | Promise::Order { .. }
                | Promise::FirstInvitation { .. }
        )
    }),
    ("zahlen", "Jährliche Zahlen", |p| matches!(p, Promise::Yearly { .. })),
    ("fuehrung", "Geschäftsführung und Befristung", |p| {
        matches!(p, Promise::Rotation { .. } | Promise::Expiry { .. })
    }),
    ("vertrag", "Kündigung und Anpassung", |p| matches!(p, Promise::Notice { .. } | Promise::Adaptation)),
    ("weitere", "Zusagen, die sich nicht zählen lassen", |p| matches!(p, Promise::Uncounted)),
];

/// The board of a year; without one, of the day's year.
pub fn view(site: &Site, index: usize, region: RegionIndex, year: Option<i32>) -> BoardView {
    let mut page = base(site, index, &page_title(site, index));
    page.body = site.pages[index].entry.map(|e| whole(site, e)).unwrap_or_default();
    let wanted = year.unwrap_or(site.as_of.year());
    let promises = Promises::of(site, region);
    let groups = promises.iter().flat_map(|all| {
        GROUPS.iter().map(move |(id, title, fits)| {
            let of_group = all.obligations.iter().filter(|o| fits(&o.promise));
            GroupView { id, title, items: of_group.map(|o| all.item(o, wanted)).collect() }
        })
    });
    let all = Years::of(site, region, |k, r| match k {
        PageKind::Board(of, y) if *of == r => Some(*y),
        _ => None,
    });
    BoardView {
        ways: ways(site, index, region),
        year_links: all.links(site, index),
        year: wanted,
        groups: groups.filter(|g| !g.items.is_empty()).collect(),
        chair: promises.as_ref().and_then(|p| chair(site, p)),
        status_url: site.href(&site.regions[region].path("status.json")),
        page,
    }
}

/// Links between the three boards and the list of what is due.
pub fn ways(site: &Site, index: usize, region: RegionIndex) -> Vec<Link> {
    let files = [
        ("versprochen/index.md", "Nach Jahr"),
        ("versprochen/nach-gremium.md", "Nach Gremium"),
        ("versprochen/nach-partner.md", "Nach Partner"),
        ("faellig/index.md", "Als Nächstes fällig"),
    ];
    let link = |(file, text): (&str, &str)| {
        let page = *site.page_of_file.get(&*site.regions[region].path(file))?;
        Some(Link { text: text.to_owned(), url: site.href(&site.pages[page].url), current: page == index })
    };
    files.into_iter().filter_map(link).collect()
}

/// The chair's timeline, where the agreement has a promise about it.
fn chair(site: &Site, promises: &Promises<'_>) -> Option<ChairTimeline> {
    let readings = promises.obligations.iter().find_map(|o| match &o.promise {
        Promise::Rotation { readings, .. } => Some(readings),
        _ => None,
    })?;
    let mut terms: Vec<_> = promises.records.chair.iter().collect();
    terms.sort();
    let term = |t: &&crate::obligations::Term| TermView {
        partner: site.settings.partner(&t.partner).map_or(t.partner.clone(), |p| p.short.clone()),
        from: date_in_words(t.from),
        until: t.until.map(date_in_words),
    };
    let reading = |(reading, state): (crate::model::Reading, ReadingState)| ReadingView {
        until: date_in_words(reading.until),
        state: match state {
            ReadingState::Due(day) => format!("Der Wechsel ist am {} fällig.", date_in_words(day)),
            ReadingState::OverdueSince(day) => {
                format!("Der Wechsel war am {} fällig. Ein Wechsel ist nicht veröffentlicht.", date_in_words(day))
            }
            ReadingState::Changed(day) => format!("Der Wechsel ist am {} geschehen.", date_in_words(day)),
        },
        text: reading.text,
    };
    Some(ChairTimeline {
        terms: terms.iter().map(term).collect(),
        readings: reading_states(readings, &promises.records, site.as_of).into_iter().map(reading).collect(),
    })
}

/// A promise over all years so far, newest first.
pub fn table(site: &Site, promises: &Promises<'_>, obligation: &crate::model::Obligation) -> TableView {
    let rows = years(&promises.records, site.as_of).rev().map(|year| promises.item(obligation, year));
    TableView { id: format!("tabelle-{}", obligation.id), title: obligation.title.clone(), rows: rows.collect() }
}

/// The board by body: each body's promises over the years, and whether the people concerned are among its members.
pub fn by_body(site: &Site, index: usize, region: RegionIndex) -> BoardByView {
    let mut page = base(site, index, &page_title(site, index));
    page.body = site.pages[index].entry.map(|e| whole(site, e)).unwrap_or_default();
    let promises = Promises::of(site, region);
    let section = |body: &usize| {
        let entry = &site.entries[*body];
        let of_body = promises.iter().flat_map(|p| {
            p.obligations.iter().filter(|o| o.promise.body() == Some(&entry.common.id)).map(move |o| table(site, p, o))
        });
        SectionView {
            id: entry.common.id.clone(),
            title: soft_hyphens(&entry.common.title),
            url: Some(site.href(site.entry_url(*body))),
            note: site.body(*body).map(self_advocacy),
            tables: of_body.collect(),
            items: Vec::new(),
        }
    };
    let sections = site.regions[region].bodies.iter().map(section).collect();
    BoardByView { ways: ways(site, index, region), sections, page }
}

/// Nr. 3: whether disabled people, relatives or their advice are listed as members. A fact, no verdict.
fn self_advocacy(body: &crate::kinds::Body) -> String {
    let names: Vec<&str> = body.participants.iter().filter(|p| p.self_advocacy).map(|p| p.name.as_str()).collect();
    if names.is_empty() {
        "Die Anlage nennt hier keine Selbst-Vertretung.".to_owned()
    } else {
        format!("Selbst-Vertretung laut Anlage: {}.", names.join(", "))
    }
}

/// The board by partner: what each one promised, in the day's year.
pub fn by_partner(site: &Site, index: usize, region: RegionIndex) -> BoardByView {
    let mut page = base(site, index, &page_title(site, index));
    page.body = site.pages[index].entry.map(|e| whole(site, e)).unwrap_or_default();
    let promises = Promises::of(site, region);
    let agreement = site.regions[region].agreement.and_then(|a| site.agreement(a));
    let partners = agreement.map(|a| a.partners.as_slice()).unwrap_or_default();
    let section = |id: &String| {
        let partner = site.settings.partner(id)?;
        let items = promises.iter().flat_map(|p| {
            p.obligations.iter().filter(|o| o.debtors.contains(id)).map(move |o| p.item(o, site.as_of.year()))
        });
        Some(SectionView {
            id: id.clone(),
            title: soft_hyphens(&partner.name),
            url: None,
            note: None,
            tables: Vec::new(),
            items: items.collect(),
        })
    };
    let sections = partners.iter().filter_map(|id| section(id)).collect();
    BoardByView { ways: ways(site, index, region), sections, page }
}

/// "Was ist als Nächstes fällig".
#[derive(Debug, Serialize, Hash)]
pub struct DueView {
    pub(super) page: PageBase,
    ways: Vec<Link>,
    overdue: Vec<DueItem>,
    upcoming: Vec<DueItem>,
}

#[derive(Debug, Serialize, Hash)]
struct DueItem {
    date_text: String,
    weekday: &'static str,
    iso: String,
    text: String,
    link: Option<Crumb>,
    clauses: Vec<Crumb>,
}

/// The next twelve months of a region, and what is overdue.
pub fn due_view(site: &Site, index: usize, region: RegionIndex) -> DueView {
    let mut page = base(site, index, &page_title(site, index));
    page.body = site.pages[index].entry.map(|e| whole(site, e)).unwrap_or_default();
    let mut view = DueView { ways: ways(site, index, region), overdue: Vec::new(), upcoming: Vec::new(), page };
    let Some(promises) = Promises::of(site, region) else { return view };
    for due in crate::obligations::due(promises.obligations, &promises.records, site.as_of, 12) {
        let obligation = due.obligation.as_ref().and_then(|id| promises.obligations.iter().find(|o| o.id == *id));
        let item = DueItem {
            date_text: date_kept_together(due.day),
            weekday: crate::german::weekday_name(due.day),
            iso: due.day.to_string(),
            link: due.meeting.as_ref().and_then(|id| promises.record(id)),
            clauses: obligation.map(|o| promises.clauses(o)).unwrap_or_default(),
            text: kept_together(&due.text).into_owned(),
        };
        if due.overdue { view.overdue.push(item) } else { view.upcoming.push(item) }
    }
    view
}
