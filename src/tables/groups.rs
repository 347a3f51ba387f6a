//! Which tables a reader lays side by side: those that count the same people, and those that reports name as linked.

use super::facts;
use super::pairs::{Pair, compare, made, pair, unclear, within};
use super::source::Source;
use super::{Problem, ProblemKind};
use crate::diagnostic::FieldPath;
use crate::disclosure::Fact;
use crate::kinds::Settings;
use std::collections::BTreeMap;

/// Which tables a reader lays side by side, and what is published besides.
pub(super) struct Groups {
    /// Places of sources.
    pub(super) groups: Vec<Vec<usize>>,
    /// Facts of each source.
    pub(super) facts: Vec<Vec<Fact>>,
}

/// Finds the groups. What is not said of two tables is a problem of the later one, or of `own`, which is protected now.
pub(super) fn groups(
    sources: &[Source<'_>],
    own: Option<usize>,
    settings: &Settings,
    problems: &mut Vec<Problem>,
) -> Groups {
    let mut group: Vec<usize> = (0..sources.len()).collect();
    let mut facts: Vec<Vec<Fact>> = Vec::with_capacity(sources.len());
    let mut split = Vec::new();
    // Only what is counted in one year can be the same.
    let mut alike: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for (n, source) in sources.iter().enumerate() {
        alike.entry((&source.people.measure, source.people.year)).or_default().push(n);
    }
    for of in alike.values() {
        let made = made(sources, of);
        for (k, b) in of.iter().enumerate() {
            for a in &of[..k] {
                let apart = others(sources, *a, *b);
                match pair(&sources[*a], &sources[*b]) {
                    // A time may reach over years, so this is asked of all pairs below.
                    Pair::Apart | Pair::Within => continue,
                    _ if apart => split.push((*a, *b)),
                    how => {
                        let (here, there) = if own == Some(*a) { (*a, *b) } else { (*b, *a) };
                        let (here, there) = (&sources[here], &sources[there]);
                        if how == Pair::Unclear {
                            problems.push(unclear(here, there));
                        } else {
                            join(&mut group, *a, *b);
                            problems.extend(compare(here, there, &made, settings));
                        }
                    }
                }
            }
        }
    }
    let mut counted: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (b, source) in sources.iter().enumerate() {
        let before = counted.entry(&source.people.measure).or_default();
        for a in before.iter().copied() {
            if pair(&sources[a], source) == Pair::Within && !others(sources, a, b) {
                let (here, there) = if own == Some(a) { (a, b) } else { (b, a) };
                problems.push(within(&sources[here], &sources[there]));
            }
        }
        before.push(b);
    }
    for n in 0..sources.len() {
        let linked = facts::read(sources, n, problems);
        linked.tables.iter().for_each(|other| join(&mut group, n, *other));
        facts.push(linked.facts);
    }
    for (a, b) in split {
        if group[a] == group[b] {
            let here = if own == Some(a) { a } else { b };
            let other = if here == a { b } else { a };
            problems.push(contradiction(&sources[here], &sources[other]));
        }
    }
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (n, g) in group.iter().enumerate() {
        groups.entry(*g).or_default().push(n);
    }
    Groups { groups: groups.into_values().collect(), facts }
}

fn join(group: &mut [usize], a: usize, b: usize) {
    let (old, new) = (group[a], group[b]);
    group.iter_mut().filter(|g| **g == old).for_each(|g| *g = new);
}

/// Whether one of two reports says that the other counts other people.
fn others(sources: &[Source<'_>], a: usize, b: usize) -> bool {
    let says = |one: usize, other: usize| {
        let (one, other) = (&sources[one], &sources[other]);
        one.people.region == other.people.region && one.table.other_people.iter().any(|o| o.0 == other.id)
    };
    says(a, b) || says(b, a)
}

/// Two reports that count different people, and both the people of a third one.
fn contradiction(here: &Source<'_>, there: &Source<'_>) -> Problem {
    let at = here.table.other_people.iter().find(|o| o.0 == there.id);
    let path =
        at.map_or_else(|| FieldPath::key("mass"), |o| FieldPath::key("andere_menschen").at(o.at).then("bericht"));
    let message = format!(
        "Dieser Bericht und der Bericht „{}“ sollen verschiedene Menschen zählen. Ein dritter Bericht zählt aber dieselben \
         wie beide.",
        there.id
    );
    let help = "Geben Sie den Berichten verschiedene Titel unter „mass“, oder löschen Sie die Angabe.";
    here.declared(ProblemKind::Match, path, message, help.to_owned())
}
