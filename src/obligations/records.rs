//! What is known: meetings, reports, terms and declared years, taken from the site. Invented records of a real agreement
//! do not count.

use super::words::day_after;
use crate::kinds::{Data, State};
use crate::model::{Obligation, Validity};
use crate::site::{RegionIndex, Site};
use chrono::NaiveDate;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// A meeting, as far as judging needs it. Its texts are those of the site: they are gathered for many pages of a region.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct MeetingRecord<'a> {
    /// Day.
    pub date: NaiveDate,
    /// Id of the entry.
    pub id: Cow<'a, str>,
    /// Bodies that met.
    pub bodies: Cow<'a, [String]>,
    /// Whether it took place, after the editors' word.
    pub held: bool,
    /// Whether it was cancelled.
    pub cancelled: bool,
    /// Day of the invitation.
    pub invited: Option<NaiveDate>,
    /// Partner that invited.
    pub invited_by: Option<Cow<'a, str>>,
    /// Whether minutes are published, and since when if that is said.
    pub minutes: Option<Option<NaiveDate>>,
}

impl MeetingRecord<'_> {
    /// Whether a body met here, alone or with others.
    pub fn is_of(&self, body: &str) -> bool {
        self.bodies.iter().any(|b| b == body)
    }

    /// Whether it is known on a day that it took place.
    pub fn took_place(&self, as_of: NaiveDate) -> bool {
        self.held && !self.cancelled && self.date <= as_of
    }

    /// Whether its minutes are there on a day.
    pub fn has_minutes(&self, as_of: NaiveDate) -> bool {
        self.minutes.is_some_and(|since| since.is_none_or(|day| day <= as_of))
    }
}

/// A report, as far as judging needs it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ReportRecord {
    /// Day of publication.
    pub published: NaiveDate,
    /// Id of the entry.
    pub id: String,
    /// Obligation it fulfils.
    pub obligation: String,
    /// Year it is about.
    pub year: i32,
    /// Day on which the numbers were handed over.
    pub supplied: Option<NaiveDate>,
    /// Partner that handed them over, where only its own are in the report.
    pub supplier: Option<String>,
}

/// A term of the chair.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Term {
    /// First day.
    pub from: NaiveDate,
    /// Partner.
    pub partner: String,
    /// Last day.
    pub until: Option<NaiveDate>,
}

/// What holds for a body.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BodyFacts {
    /// When it is agreed.
    pub validity: Validity,
    /// Last day after a recorded extension.
    pub extended_until: Option<NaiveDate>,
    /// Years declared complete.
    pub complete: BTreeSet<i32>,
}

impl BodyFacts {
    /// Last day, extension included.
    pub fn until(&self) -> Option<NaiveDate> {
        self.validity.extended_to(self.extended_until).until
    }
}

/// All that is known about a region.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Records<'a> {
    /// First day of the agreement.
    pub in_force: Option<NaiveDate>,
    /// Meetings; their order does not matter.
    pub meetings: Vec<MeetingRecord<'a>>,
    /// Reports; their order does not matter.
    pub reports: Vec<ReportRecord>,
    /// Terms of the chair; their order does not matter.
    pub chair: Vec<Term>,
    /// Bodies by id.
    pub bodies: BTreeMap<String, BodyFacts>,
    /// Years whose reports are declared complete.
    pub complete: BTreeSet<i32>,
    /// Resolutions at state level.
    pub resolutions: Vec<NaiveDate>,
    /// First days of versions of the agreement, today's among them.
    pub versions: Vec<NaiveDate>,
}

impl Records<'_> {
    /// First day on which what is agreed about a body counts: it is agreed, and the agreement is in force.
    pub fn begin_of(&self, body: &str) -> Option<NaiveDate> {
        self.in_force.max(self.bodies.get(body).and_then(|b| b.validity.from))
    }

    /// Whether a body is agreed on a day, extension included, and the agreement in force.
    pub fn is_agreed(&self, body: &str, day: NaiveDate) -> bool {
        let end = self.bodies.get(body).and_then(BodyFacts::until);
        self.begin_of(body).is_none_or(|first| first <= day) && end.is_none_or(|last| day <= last)
    }
}

/// Promises and records of a region. `None` without an agreement.
pub fn of_region(site: &Site, region: RegionIndex) -> Option<(&[Obligation], Records<'_>)> {
    let index = site.regions[region].agreement?;
    let agreement = site.agreement(index)?;
    // In a site that is a sample as a whole the samples are all there is.
    let counts = |e: usize| !site.entries[e].common.sample || site.entries[index].common.sample;
    let mut records = Records {
        in_force: agreement.in_force,
        complete: agreement.complete_years.iter().map(|year| year.value).collect(),
        resolutions: agreement.resolutions.iter().map(|(day, _)| *day).collect(),
        versions: agreement.in_force.into_iter().collect(),
        ..Records::default()
    };
    records.chair = agreement
        .chair
        .iter()
        .filter_map(|c| Some(Term { from: c.from?, partner: c.partner.clone(), until: c.until }))
        .collect();
    for body in &site.regions[region].bodies {
        let Some(data) = site.body(*body) else { continue };
        let facts = BodyFacts {
            validity: data.validity,
            extended_until: data.extended_until,
            complete: data.complete_years.iter().map(|year| year.value).collect(),
        };
        records.bodies.insert(site.entries[*body].common.id.clone(), facts);
    }
    records.meetings.reserve_exact(site.regions[region].meetings.len());
    for meeting in site.regions[region].meetings.iter().copied().filter(|m| counts(*m)) {
        let Some(data) = site.meeting(meeting) else { continue };
        let Some(date) = data.date else { continue };
        records.meetings.push(MeetingRecord {
            date,
            id: site.entries[meeting].common.id.as_str().into(),
            bodies: data.bodies.as_slice().into(),
            held: data.state == State::Held,
            cancelled: data.state == State::Cancelled,
            invited: data.invited,
            invited_by: data.invited_by.as_deref().map(Cow::from),
            minutes: data.has_minutes.then_some(data.minutes_on),
        });
    }
    for report in site.regions[region].reports.iter().copied().filter(|r| counts(*r)) {
        let Some(data) = site.report(report) else { continue };
        let told = data.published.zip(data.year).zip(data.obligation.clone());
        records.reports.extend(told.map(|((published, year), obligation)| ReportRecord {
            published,
            id: site.entries[report].common.id.clone(),
            obligation,
            year,
            supplied: data.supplied,
            supplier: data.supplier.clone(),
        }));
    }
    let earlier = site.regions[region].versions.iter().copied().filter(|v| counts(*v));
    let spans = earlier.filter_map(|version| match &site.entries[version].data {
        Data::Version(data) => Some(data.validity),
        _ => None,
    });
    let spans: Vec<Validity> = spans.collect();
    records.versions.extend(spans.iter().filter_map(|span| span.from));
    // The agreement says when it came into force, not since when it reads as today: that is since the last earlier
    // version ended.
    let today = spans.iter().filter_map(|span| span.until).max().map(day_after);
    records.versions.extend(today.filter(|day| agreement.in_force.is_none_or(|first| first < *day)));
    Some((&agreement.obligations, records))
}
