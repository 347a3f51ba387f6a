//! Which bytes of a text are part of a hit. Takes ranges, says whether another meets one of them, without looking at all.

use super::Hit;
use std::collections::BTreeMap;
use std::ops::Range;

/// Bytes that belong to hits: beginnings and ends of stretches that do not meet.
#[derive(Debug, Default)]
pub(super) struct Taken(BTreeMap<usize, usize>);

impl Taken {
    /// The bytes of these hits.
    pub fn of(hits: &[Hit]) -> Taken {
        let mut out = Taken::default();
        hits.iter().for_each(|hit| out.add(&hit.range));
        out
    }

    /// Adds a range.
    pub fn add(&mut self, range: &Range<usize>) {
        let (mut start, mut end) = (range.start, range.end);
        while let Some((from, to)) = self.last_met(&(start..end)) {
            self.0.remove(&from);
            (start, end) = (start.min(from), end.max(to));
        }
        self.0.insert(start, end);
    }

    /// Whether a range shares a byte with one of them.
    pub fn meets(&self, range: &Range<usize>) -> bool {
        self.last_met(range).is_some()
    }

    fn last_met(&self, range: &Range<usize>) -> Option<(usize, usize)> {
        let (from, to) = self.0.range(..range.end).next_back()?;
        (*to > range.start).then_some((*from, *to))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_meet_where_they_share_a_byte() {
        let mut taken = Taken::default();
        for range in [2..5, 9..12, 4..7, 20..30] {
            taken.add(&range);
        }
        for (range, meets) in [(0..2, false), (1..3, true), (6..9, true), (7..9, false), (8..40, true), (12..20, false)]
        {
            assert_eq!(taken.meets(&range), meets, "{range:?}");
        }
        taken.add(&(0..50));
        assert_eq!(taken.0, BTreeMap::from([(0, 50)]));
    }
}
