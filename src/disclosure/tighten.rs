//! Narrows bounds by looking at one equation at a time, rounding to whole numbers.
//!
//! Takes equations and bounds; gives bounds that hold for the same whole-number tables, or says that there is none. Much
//! weaker than the simplex on fractions, much stronger on whole numbers: "100 · a = 12 · t, t below 20" leaves nothing.

use super::simplex::Bounds;

/// Rounds after which slow crawling stops; what is left is the branching's task.
const ROUNDS: usize = 12;

/// A sum of bounds with the number of terms that have none.
#[derive(Clone, Copy, Default)]
struct Reach {
    sum: i128,
    open: usize,
}

impl Reach {
    fn add(&mut self, end: Option<i128>) {
        match end {
            Some(e) => self.sum += e,
            None => self.open += 1,
        }
    }

    /// The reach of all other terms.
    fn without(self, end: Option<i128>) -> Option<i128> {
        match end {
            Some(e) if self.open == 0 => Some(self.sum - e),
            None if self.open == 1 => Some(self.sum),
            _ => None,
        }
    }
}

/// Smallest and largest value of `coef · variable`.
fn ends(bounds: &Bounds, v: usize, coef: i64) -> (Option<i128>, Option<i128>) {
    let times = |b: Option<i64>| b.map(|b| i128::from(b) * i128::from(coef));
    let (l, h) = (times(bounds.lo[v]), times(bounds.hi[v]));
    if coef > 0 { (l, h) } else { (h, l) }
}

/// Narrows all bounds; `false` if an equation cannot hold.
pub(super) fn tighten(equations: &[Vec<(usize, i64)>], bounds: &mut Bounds) -> bool {
    for _ in 0..ROUNDS {
        let mut changed = false;
        for equation in equations {
            let (mut least, mut most) = (Reach::default(), Reach::default());
            for (v, coef) in equation {
                let (l, h) = ends(bounds, *v, *coef);
                least.add(l);
                most.add(h);
            }
            if (least.open == 0 && least.sum > 0) || (most.open == 0 && most.sum < 0) {
                return false;
            }
            for (v, weight) in equation {
                let (l, h) = ends(bounds, *v, *weight);
                // coef · v = −(the others)
                let (above, below) = (least.without(l).map(|x| -x), most.without(h).map(|x| -x));
                let coef = i128::from(*weight);
                let (low, high) = if coef > 0 { (below, above) } else { (above, below) };
                let low = low.map(|x| -((-x * coef.signum()).div_euclid(coef.abs())));
                let high = high.map(|x| (x * coef.signum()).div_euclid(coef.abs()));
                let low = low.and_then(|x| i64::try_from(x).ok());
                let high = high.and_then(|x| i64::try_from(x).ok());
                if low.is_some_and(|x| bounds.lo[*v].is_none_or(|old| x > old)) {
                    bounds.lo[*v] = low;
                    changed = true;
                }
                if high.is_some_and(|x| bounds.hi[*v].is_none_or(|old| x < old)) {
                    bounds.hi[*v] = high;
                    changed = true;
                }
                if let (Some(l), Some(h)) = (bounds.lo[*v], bounds.hi[*v])
                    && l > h
                {
                    return false;
                }
                let now = ends(bounds, *v, *weight);
                replace(&mut least, l, now.0);
                replace(&mut most, h, now.1);
            }
        }
        if !changed {
            break;
        }
    }
    true
}

fn replace(reach: &mut Reach, old: Option<i128>, new: Option<i128>) {
    match old {
        Some(o) => reach.sum -= o,
        None => reach.open -= 1,
    }
    reach.add(new);
}

#[cfg(test)]
mod tests {
    use super::{Bounds, tighten};

    #[test]
    fn narrows_to_whole_numbers_only() {
        // 8 · a = t + s with 0 ≤ s ≤ 1, 10 ≤ t ≤ 20: a is 2, t is 15 or 16.
        let equations = [vec![(0, 8), (1, -1), (2, -1)]];
        let mut bounds = Bounds { lo: vec![Some(0), Some(10), Some(0)], hi: vec![None, Some(20), Some(1)] };
        assert!(tighten(&equations, &mut bounds));
        let expected = Bounds { lo: vec![Some(2), Some(15), Some(0)], hi: vec![Some(2), Some(16), Some(1)] };
        assert_eq!(bounds, expected);
        let mut none = Bounds { lo: vec![Some(0), Some(9), Some(0)], hi: vec![None, Some(14), Some(1)] };
        assert!(!tighten(&equations, &mut none));
        let mut open = Bounds { lo: vec![None; 3], hi: vec![None; 3] };
        assert!(tighten(&equations, &mut open));
        assert_eq!(open, Bounds { lo: vec![None; 3], hi: vec![None; 3] });
    }
}
