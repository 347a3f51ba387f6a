//! What a home page says at a glance: how much there is, and what is due next. It counts what the site holds and never what is
//! invented; where there is nothing to count it says nothing.

use super::base::Crumb;
use super::promise::Promises;
use crate::german::{date_kept_together, kept_together, thousands};
use crate::kinds::{Body, State};
use crate::obligations::{DueKind, due};
use crate::site::{RegionIndex, Site};
use serde::Serialize;

/// Facts of a region.
#[derive(Debug, Serialize, Hash)]
pub struct Glance {
    counts: Vec<Count>,
    due: Option<NextDue>,
}

/// A number with what it counts and where it stands.
#[derive(Debug, Serialize, Hash)]
struct Count {
    number: String,
    text: &'static str,
    url: String,
}

/// The next day on which something is due that is no meeting.
#[derive(Debug, Serialize, Hash)]
struct NextDue {
    date_text: String,
    iso: String,
    text: String,
    /// The list of all that is due.
    link: Option<Crumb>,
}

/// How far ahead something due is shown, in months: as on the page of what is due.
const MONTHS: u32 = 12;

/// Numbers of promises, bodies that still meet, meetings held, decisions and words; a number of none is left out.
pub fn of(site: &Site, region: RegionIndex) -> Glance {
    let here = &site.regions[region];
    let over = |d: &Body| d.validity.extended_to(d.extended_until).is_over(site.as_of);
    let bodies = here.bodies.iter().filter(|b| site.body(**b).is_some_and(|d| !over(d)));
    let counted = || here.meetings.iter().filter(|m| site.counts(**m)).filter_map(|m| site.meeting(*m));
    let held = counted().filter(|m| m.state == State::Held && m.date.is_some_and(|d| d <= site.as_of)).count();
    let decisions: usize = counted().map(|m| m.decisions.len()).sum();
    let words = site.terms.len();
    let promises = Promises::of(site, region);
    let promised = promises.as_ref().map_or(0, |p| p.obligations.len());
    let counts = [
        (promised, here.path("versprochen/index.md"), ["Zusage", "Zusagen"]),
        (bodies.count(), here.path("gremien/index.md"), ["Gremium", "Gremien"]),
        (held, here.path("sitzungen/index.md"), ["gehaltene Sitzung", "gehaltene Sitzungen"]),
        (decisions, here.path("beschluesse/index.md"), ["Beschluss", "Beschlüsse"]),
        (words, "woerter/index.md".to_owned(), ["erklärtes Wort", "erklärte Wörter"]),
    ];
    let count = |(number, file, [one, many]): (usize, String, [&'static str; 2])| {
        let url = site.href_of(&file).filter(|_| number > 0)?;
        Some(Count { number: thousands(number as u64), text: if number == 1 { one } else { many }, url })
    };
    let next = promises.and_then(|p| {
        let all = due(p.obligations, &p.records, site.as_of, MONTHS);
        all.into_iter().find(|d| !d.overdue && d.kind != DueKind::Meeting)
    });
    let due = next.map(|due| NextDue {
        date_text: date_kept_together(due.day),
        iso: due.day.to_string(),
        text: kept_together(&due.text).into_owned(),
        link: site
            .href_of(&here.path("faellig/index.md"))
            .map(|url| Crumb { text: "Alles, was als Nächstes kommt".to_owned(), url }),
    });
    Glance { counts: counts.into_iter().filter_map(count).collect(), due }
}
