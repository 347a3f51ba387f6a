//! Whole-number optimisation on top of [`super::simplex`]: branch and bound.
//!
//! Takes a simplex at a point that respects all bounds; gives the exact largest or smallest whole value of one variable,
//! with the point that reaches it. Most tables never branch, because the corners of two-way tables are whole anyway;
//! published shares make it necessary. Never answers from a fraction: when the node budget ends, it is [`Trouble`].

use super::simplex::{Ended, Simplex, Trouble};
use super::tighten::tighten;

/// Branching steps allowed for one question; real tables need none to a few dozen.
const NODES: u32 = 1_500;

/// How far the relaxation lets a variable go in one direction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Limit {
    /// There is no end, over whole numbers neither.
    None,
    /// No whole value beyond this one; with a table that reaches it, if the corner is one.
    At(i64, Option<Vec<i64>>),
}

/// The largest (`up`) or smallest whole value of variable `v` from the relaxation, by rounding towards the inside.
pub(super) fn relaxed(s: &Simplex, v: usize, up: bool) -> Result<i64, Trouble> {
    let (num, den) = s.value(v);
    let den = i128::from(den);
    let inside = if up { num.div_euclid(den) } else { -(-num).div_euclid(den) };
    i64::try_from(inside).map_err(|_| Trouble)
}

/// How far `v` can go by the relaxation, from the current point.
pub(super) fn limit(s: &mut Simplex, v: usize, up: bool) -> Result<Limit, Trouble> {
    // Without an end over fractions there is none over whole numbers either: from a whole point, take whole steps.
    if s.maximise(&[(v, sign(up))], None)? == Ended::Unlimited {
        return Ok(Limit::None);
    }
    Ok(Limit::At(relaxed(s, v, up)?, s.point().ok()))
}

/// A whole table in which `v` is as far as it can be, given one (`known`) and the `limit` of the relaxation.
/// Leaves the simplex at any point; callers place it again.
pub(super) fn end_of(s: &mut Simplex, v: usize, up: bool, known: &[i64], limit: i64) -> Result<Vec<i64>, Trouble> {
    let mut hunt = Hunt { goal: Some((v, up, limit)), best: Some(known.to_vec()), nodes: 0 };
    let kept = s.all_bounds();
    let result = hunt.descend(s);
    s.put_bounds(kept);
    result?;
    hunt.best.ok_or(Trouble)
}

/// Any whole-number point within the bounds, or `None` if there is none.
pub(super) fn any_point(s: &mut Simplex) -> Result<Option<Vec<i64>>, Trouble> {
    let mut hunt = Hunt { goal: None, best: None, nodes: 0 };
    let kept = s.all_bounds();
    let result = hunt.descend(s);
    s.put_bounds(kept);
    result?;
    Ok(hunt.best)
}

fn sign(up: bool) -> i64 {
    if up { 1 } else { -1 }
}

/// A search through the halves left and right of fractions.
struct Hunt {
    /// Variable and direction to push, and the value beyond which there is nothing; without one, any point will do.
    goal: Option<(usize, bool, i64)>,
    best: Option<Vec<i64>>,
    nodes: u32,
}

impl Hunt {
    fn descend(&mut self, s: &mut Simplex) -> Result<(), Trouble> {
        let done = |best: &Vec<i64>| self.goal.is_none_or(|(v, _, limit)| best[v] == limit);
        if self.best.as_ref().is_some_and(done) {
            return Ok(());
        }
        self.nodes += 1;
        if self.nodes > NODES {
            return Err(Trouble);
        }
        let mut bounds = s.all_bounds();
        if let (Some((v, up, _)), Some(best)) = (self.goal, &self.best) {
            // Only what is better than the best is of interest.
            if up {
                bounds.lo[v] = bounds.lo[v].max(Some(best[v] + 1));
            } else {
                bounds.hi[v] = Some(bounds.hi[v].map_or(best[v] - 1, |h| h.min(best[v] - 1)));
            }
        }
        if !tighten(&s.equations, &mut bounds) {
            return Ok(());
        }
        s.put_bounds(bounds);
        if !s.restore()? || !s.divisible() {
            return Ok(());
        }
        if let Some((v, up, _)) = self.goal
            && s.maximise(&[(v, sign(up))], None)? == Ended::Unlimited
        {
            return Err(Trouble);
        }
        let odd = match s.point() {
            Ok(point) => {
                self.best = Some(point);
                return Ok(());
            }
            Err(odd) => odd,
        };
        let (num, den) = s.value(odd);
        let below = i64::try_from(num.div_euclid(i128::from(den))).map_err(|_| Trouble)?;
        let here = s.all_bounds();
        let (lo, hi) = s.bounds(odd);
        for side in [(lo, Some(below)), (Some(below + 1), hi)] {
            s.put_bounds(here.clone());
            s.bound(odd, side.0, side.1);
            self.descend(s)?;
        }
        Ok(())
    }
}
