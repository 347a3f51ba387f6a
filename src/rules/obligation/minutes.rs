//! Days for minutes that a promise names, against those after which a page calls minutes missing.

use super::BODY;
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::german::amount;
use crate::kinds::MINUTES_DAYS;
use crate::site::{EntryIndex, Site};

/// `obligation/minutes-days`
pub static RULE: Rule = Rule {
    code: "obligation/minutes-days",
    severity: Severity::Warning,
    title: "Für Niederschriften gilt überall dieselbe Frist.",
    why: "Sonst steht auf einer Seite, dass eine Niederschrift fehlt, und auf einer anderen, dass noch Zeit ist.",
    wrong: &[
        BODY,
        (
            "v.md",
            "---\nart: vereinbarung\nid: v\ntitel: V\nregion: R\npartner: [lwv]\nin_kraft: 2021-06-01\nbeispiel: true\npflichten:\n  - id: p\n    titel: T.\n    stelle: nr-1\n    regel: niederschrift\n    gremium: x\n    tage: 42\n---\n## 1. Eins\n\nText.\n",
        ),
    ],
    right: &[
        BODY,
        (
            "v.md",
            "---\nart: vereinbarung\nid: v\ntitel: V\nregion: R\npartner: [lwv]\nin_kraft: 2021-06-01\nbeispiel: true\npflichten:\n  - id: p\n    titel: T.\n    stelle: nr-1\n    regel: niederschrift\n    gremium: x\n    tage: 28\n---\n## 1. Eins\n\nText.\n",
        ),
    ],
};

/// All promises of minutes of the site, since one setting holds for all. Where they differ among themselves, it has to be
/// the longest: then no page calls missing what a promise still gives time for.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    let set = site.settings.minutes_days;
    // What is no number of days was told where the settings were read.
    if !site.settings.readable || !MINUTES_DAYS.contains(&set) {
        return;
    }
    let mut promised: Vec<(EntryIndex, usize, i64)> = Vec::new();
    for region in 0..site.regions.len() {
        super::each(site, region, |entry, item, named| {
            promised.extend(named.minutes_days.map(|days| (entry, item, days)));
        });
    }
    let longest = promised.iter().map(|(.., days)| *days).max().unwrap_or(set);
    if longest == set {
        return;
    }
    let several = promised.iter().any(|(.., days)| *days != longest);
    for (entry, item, _) in promised.iter().filter(|(.., days)| *days == longest) {
        let place = Place::Value(FieldPath::key("pflichten").at(*item).then("tage"));
        let when = if longest > set { "schon" } else { "erst" };
        let message = format!(
            "Die Zusage lässt {} Zeit für die Niederschrift. Auf der Seite der Sitzung fehlt sie aber {when} nach {}.",
            amount(longest.unsigned_abs(), "Tag", "Tage"),
            amount(set.unsigned_abs(), "Tag", "Tagen")
        );
        let mut help = format!(
            "Schreiben Sie in site.yaml unter „einstellungen“: protokoll_frist_tage: {longest}. Oder schreiben Sie hier: tage: {set}."
        );
        if several {
            help.push_str(" Nennen Zusagen verschieden viele Tage, gehört die größte Zahl in site.yaml.");
        }
        out.push(Diagnostic::new(&RULE, &site.entries[*entry].file, place, message, help));
    }
}
