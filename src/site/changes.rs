//! What is known about when an entry changed: from Git, and from what its editors wrote down. Days after the as-of day
//! and days before the page was public are left out. The clock is never asked.

use super::{EntryIndex, Site};
use crate::kinds::Data;
use crate::source::Change;
use chrono::NaiveDate;
use std::cmp::Reverse;

impl Site {
    /// All known changes of an entry, newest first. What the editors wrote about a day (`aenderungen`) replaces what the
    /// commits of that day say: it was written for readers. The text is never empty.
    pub fn changes(&self, entry: EntryIndex) -> Vec<Change> {
        let common = &self.entries[entry].common;
        let noted = common.changes.iter().map(|c| Change { date: c.on, text: c.text.clone(), added: false });
        let mut out: Vec<Change> = noted.filter(|c| self.shows(entry, c.date)).collect();
        let is_new = |out: &[Change], day: NaiveDate| self.shows(entry, day) && out.iter().all(|c| c.date != day);
        let committed: Vec<Change> = self.committed(entry).iter().filter(|c| is_new(&out, c.date)).cloned().collect();
        out.extend(committed);
        out.extend(common.changed.filter(|day| is_new(&out, *day)).map(|date| Change {
            date,
            text: String::new(),
            added: false,
        }));
        for change in out.iter_mut().filter(|c| c.text.is_empty()) {
            change.text = if change.added { "Neue Seite" } else { "Geändert" }.to_owned();
        }
        // What a page that is new went through on its first day is no change to those who read.
        let new: Vec<NaiveDate> = out.iter().filter(|c| c.added).map(|c| c.date).collect();
        out.retain(|c| c.added || !new.contains(&c.date));
        out.sort_by_key(|c| Reverse(c.date));
        out
    }

    /// Day of the newest known change of an entry, with what changed where that is said.
    pub fn last_change(&self, entry: EntryIndex) -> Option<(NaiveDate, Option<String>)> {
        let common = &self.entries[entry].common;
        // In this order, because the first of equal days wins.
        let noted = common.changes.iter().map(|c| (c.on, Some(&c.text)));
        let committed = self.committed(entry).iter().map(|c| (c.date, Some(&c.text)));
        let all = noted.chain(committed).chain(common.changed.map(|day| (day, None)));
        let newest = all.filter(|(day, _)| self.shows(entry, *day)).min_by_key(|(day, _)| Reverse(*day));
        let newest = newest.map(|(day, text)| (day, text.filter(|t| !t.is_empty()).cloned()));
        // A page that appears on a set day is new on that day, however old its text is.
        newest.or_else(|| common.visible.from.filter(|day| *day <= self.as_of).map(|day| (day, None)))
    }

    /// The newest day up to the as-of day that the sources name for an entry: its last change, its invitation, its
    /// publication. Where they name none, the first day of its agreement; without one, 1 January 1970, so that a
    /// calendar or feed has a day that does not move from build to build.
    pub fn known_since(&self, entry: EntryIndex) -> NaiveDate {
        let own = self.own_days(entry);
        let newest = own.chain(self.last_change(entry).map(|(day, _)| day)).max();
        let agreed = || self.agreement(self.regions[self.region_of[entry]?].agreement?)?.in_force;
        newest.or_else(agreed).unwrap_or_default()
    }

    /// The day since which the sources know an entry: of its oldest change in the repository; without one, the oldest day
    /// that its front matter names; without that, as [`Site::known_since`], and never after it.
    pub fn known_from(&self, entry: EntryIndex) -> NaiveDate {
        let committed = self.committed(entry).iter().map(|c| c.date).filter(|day| self.shows(entry, *day)).min();
        let common = &self.entries[entry].common;
        let noted = common.changes.iter().map(|c| c.on).chain(common.changed).filter(|day| self.shows(entry, *day));
        committed.or_else(|| noted.chain(self.own_days(entry)).min()).unwrap_or_else(|| self.known_since(entry))
    }

    /// Days up to the as-of day that its kind names as days of making it known.
    fn own_days(&self, entry: EntryIndex) -> impl Iterator<Item = NaiveDate> {
        let own = match &self.entries[entry].data {
            Data::Meeting(m) => [m.invited, m.minutes_on],
            Data::Report(r) => [r.supplied, r.published],
            Data::Version(v) => [v.validity.from, None],
            Data::Agreement(a) => [a.in_force, None],
            Data::Page(_) | Data::Annex(_) | Data::Body(_) | Data::Term(_) | Data::Twin(_) => [None, None],
        };
        let as_of = self.as_of;
        own.into_iter().flatten().filter(move |day| *day <= as_of)
    }

    /// Whether an entry counts in calendars, feeds and lists of changes. Invented entries do not, unless the whole
    /// agreement is invented: then they are all there is.
    pub fn counts(&self, entry: EntryIndex) -> bool {
        let agreement = self.region_of[entry].and_then(|r| self.regions[r].agreement);
        !self.entries[entry].common.sample || agreement.is_some_and(|a| self.entries[a].common.sample)
    }

    /// Whether a body has meetings that are invented and do not count.
    pub fn has_left_out(&self, body: EntryIndex) -> bool {
        let meetings = self.region_of[body].and_then(|r| self.regions[r].meetings_of.get(&body));
        meetings.is_some_and(|list| list.iter().any(|m| !self.counts(*m)))
    }

    fn committed(&self, entry: EntryIndex) -> &[Change] {
        let changes = &self.snapshot.history.changes;
        changes.get(&*self.entries[entry].file).map(Vec::as_slice).unwrap_or_default()
    }

    fn shows(&self, entry: EntryIndex, day: NaiveDate) -> bool {
        day <= self.as_of && self.entries[entry].common.visible.from.is_none_or(|from| from <= day)
    }
}
