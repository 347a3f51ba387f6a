//! Exact linear optimisation: a bounded-variable simplex over integers.
//!
//! Takes homogeneous equations (total − parts = 0, slack − facts = 0) and bounds per variable; gives the largest value of
//! one variable, or says that it has no limit. Rows are kept as `den · basic = Σ coef · nonbasic` in whole numbers, each
//! reduced by its common divisor, so no answer ever depends on rounding. Never guesses: a number that outgrows 64 bit is
//! an error ([`Trouble`]), and the callers treat that as "not proven".
//!
//! The form (bounds on all variables, values between the bounds allowed) follows Dutertre and de Moura, "A Fast
//! Linear-Arithmetic Solver for DPLL(T)", 2006: withholding or printing a cell only moves bounds, the basis stays.

mod goal;

use super::echelon::{compare, cut_down, gcd, narrowed, solved};

/// The solver could not finish: numbers too large, or the work budget is used up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Trouble;

/// How a maximisation ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ended {
    /// The optimum of the linear problem is reached (it may be a fraction).
    Optimal,
    /// The value reached the goal that was asked for; the search stopped early.
    Reached,
    /// The value has no upper limit.
    Unlimited,
}

#[derive(Clone)]
struct Row {
    basic: usize,
    den: i64,
    coef: Vec<i64>,
    /// `den` times the value of the basic variable.
    num: i128,
}

#[derive(Clone, Copy)]
enum Place {
    Row(usize),
    Col(usize),
}

/// Lower and upper bounds of all variables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Bounds {
    pub(super) lo: Vec<Option<i64>>,
    pub(super) hi: Vec<Option<i64>>,
}

/// The tableau with bounds and a current point that satisfies all equations.
#[derive(Clone)]
pub(super) struct Simplex {
    rows: Vec<Row>,
    /// Nonbasic variable of each column.
    cols: Vec<usize>,
    place: Vec<Place>,
    lo: Vec<Option<i64>>,
    hi: Vec<Option<i64>>,
    /// Values of nonbasic variables (whole numbers always); stale for basic ones.
    val: Vec<i64>,
    /// Reduced costs of the last maximisation, per column.
    reduced: Vec<i64>,
    /// Work done so far, in touched tableau entries. Deterministic, unlike a clock.
    pub(super) work: u64,
    /// Work at which a maximisation gives up.
    pub(super) limit: u64,
    /// The equations as given, for [`super::tighten`].
    pub(super) equations: Vec<Vec<(usize, i64)>>,
    /// Column and direction in which the last maximisation found no end.
    free: Option<(usize, bool)>,
}

impl Simplex {
    /// Builds the tableau from equations `Σ coef · variable = 0`; redundant ones vanish. All variables start at zero
    /// with no bounds.
    pub(super) fn new(variables: usize, equations: &[Vec<(usize, i64)>]) -> Result<Self, Trouble> {
        let (dense, pivots) = solved(variables, equations)?;
        let mut is_basic = vec![false; variables];
        for p in &pivots {
            is_basic[*p] = true;
        }
        let cols: Vec<usize> = (0..variables).filter(|v| !is_basic[*v]).collect();
        let mut place = vec![Place::Col(0); variables];
        for (c, v) in cols.iter().enumerate() {
            place[*v] = Place::Col(c);
        }
        let mut rows = Vec::new();
        for (r, p) in pivots.iter().enumerate() {
            let sign = -dense[r][*p].signum();
            let mut coef: Vec<i64> = cols.iter().map(|v| dense[r][*v] * sign).collect();
            let den = cut_down(dense[r][*p].abs(), &mut coef);
            place[*p] = Place::Row(r);
            rows.push(Row { basic: *p, den, coef, num: 0 });
        }
        Ok(Self {
            reduced: vec![0; cols.len()],
            rows,
            cols,
            place,
            lo: vec![None; variables],
            hi: vec![None; variables],
            val: vec![0; variables],
            work: 0,
            limit: u64::MAX,
            equations: equations.to_vec(),
            free: None,
        })
    }

    /// Sets both bounds of a variable; the current point is not touched.
    pub(super) fn bound(&mut self, v: usize, lo: Option<i64>, hi: Option<i64>) {
        self.lo[v] = lo;
        self.hi[v] = hi;
    }

    /// All bounds, to be put back later.
    pub(super) fn all_bounds(&self) -> Bounds {
        Bounds { lo: self.lo.clone(), hi: self.hi.clone() }
    }

    /// Puts all bounds back.
    pub(super) fn put_bounds(&mut self, bounds: Bounds) {
        self.lo = bounds.lo;
        self.hi = bounds.hi;
    }

    /// After [`Ended::Unlimited`]: a whole-number step that can be taken without end from every point within the bounds.
    pub(super) fn endless_step(&self) -> Result<Vec<i64>, Trouble> {
        let (c, up) = self.free.ok_or(Trouble)?;
        let mut scale = 1i64;
        for row in self.rows.iter().filter(|r| r.coef[c] != 0) {
            let common = gcd(scale.unsigned_abs(), row.den.unsigned_abs()) as i64;
            scale = (scale / common).checked_mul(row.den).ok_or(Trouble)?;
        }
        let scale = if up { scale } else { -scale };
        let mut step = vec![0; self.val.len()];
        step[self.cols[c]] = scale;
        for row in &self.rows {
            step[row.basic] = row.coef[c].checked_mul(scale / row.den).ok_or(Trouble)?;
        }
        Ok(step)
    }

    /// The bounds of a variable.
    pub(super) fn bounds(&self, v: usize) -> (Option<i64>, Option<i64>) {
        (self.lo[v], self.hi[v])
    }

    /// Moves to a point given for all variables; the equations must hold there.
    pub(super) fn place_at(&mut self, point: &[i64]) -> Result<(), Trouble> {
        for v in &self.cols {
            self.val[*v] = point[*v];
        }
        self.recompute_all()
    }

    fn recompute_all(&mut self) -> Result<(), Trouble> {
        for r in 0..self.rows.len() {
            self.recompute(r)?;
        }
        Ok(())
    }

    fn recompute(&mut self, r: usize) -> Result<(), Trouble> {
        let row = &mut self.rows[r];
        let mut sum = 0i128;
        for (c, v) in row.coef.iter().zip(&self.cols) {
            if *c != 0 {
                sum += i128::from(*c) * i128::from(self.val[*v]);
            }
        }
        if sum.unsigned_abs() > 1 << 90 {
            return Err(Trouble);
        }
        row.num = sum;
        self.work += self.cols.len() as u64;
        Ok(())
    }

    /// The value of a variable as numerator and denominator.
    pub(super) fn value(&self, v: usize) -> (i128, i64) {
        match self.place[v] {
            Place::Row(r) => (self.rows[r].num, self.rows[r].den),
            Place::Col(_) => (i128::from(self.val[v]), 1),
        }
    }

    /// The whole point, if every variable is a whole number there; else the variable with the narrowest bounds that is
    /// not (splitting it leaves the least to search).
    pub(super) fn point(&self) -> Result<Vec<i64>, usize> {
        let broken = |row: &&Row| row.den != 1 && row.num % i128::from(row.den) != 0;
        let span = |v: usize| match (self.lo[v], self.hi[v]) {
            (Some(l), Some(h)) => h.saturating_sub(l),
            _ => i64::MAX,
        };
        if let Some(row) = self.rows.iter().filter(broken).min_by_key(|row| (span(row.basic), row.basic)) {
            return Err(row.basic);
        }
        let mut all = self.val.clone();
        for row in &self.rows {
            all[row.basic] = i64::try_from(row.num / i128::from(row.den)).map_err(|_| row.basic)?;
        }
        Ok(all)
    }

    /// Whether each row allows whole numbers at all: what its fixed variables leave over must be a multiple of the common
    /// divisor of all others (`2a + 2b = 7` has no whole solution, however large the bounds are).
    pub(super) fn divisible(&self) -> bool {
        let fixed = |v: usize| self.lo[v].is_some() && self.lo[v] == self.hi[v];
        self.rows.iter().all(|row| {
            let (mut common, mut rest) = (0, 0i128);
            if fixed(row.basic) {
                rest -= i128::from(row.den) * i128::from(self.lo[row.basic].unwrap_or(0));
            } else {
                common = row.den.unsigned_abs();
            }
            for (a, v) in row.coef.iter().zip(&self.cols).filter(|(a, _)| **a != 0) {
                if fixed(*v) {
                    rest += i128::from(*a) * i128::from(self.val[*v]);
                } else {
                    common = gcd(a.unsigned_abs(), common);
                }
            }
            if common == 0 { rest == 0 } else { rest % i128::from(common) == 0 }
        })
    }

    /// Exchanges the basic variable of row `r`, which comes to rest at `rest`, with the variable of column `c`.
    fn pivot(&mut self, r: usize, c: usize, rest: i64, goal: &mut Option<Vec<i64>>) -> Result<(), Trouble> {
        let entering = self.cols[c];
        let leaving = self.rows[r].basic;
        let a = self.rows[r].coef[c];
        let sign = a.signum();
        let mut head = std::mem::take(&mut self.rows[r].coef);
        for x in &mut head {
            *x *= -sign;
        }
        head[c] = sign * self.rows[r].den;
        let den = cut_down(a.abs(), &mut head);
        let filled: Vec<usize> = (0..head.len()).filter(|k| head[*k] != 0).collect();
        self.cols[c] = leaving;
        self.place[leaving] = Place::Col(c);
        self.place[entering] = Place::Row(r);
        self.val[leaving] = rest;
        self.rows[r] = Row { basic: entering, den, coef: head, num: 0 };
        self.recompute(r)?;
        let head = self.rows[r].coef.clone();
        let blend = |coef: &mut Vec<i64>, own: i64| -> Result<i64, Trouble> {
            let f = i128::from(std::mem::take(&mut coef[c]));
            if den == 1 && own <= 1 {
                for k in &filled {
                    coef[*k] = i64::try_from(i128::from(coef[*k]) + f * i128::from(head[*k])).map_err(|_| Trouble)?;
                }
                return Ok(own);
            }
            // Products of two 64-bit numbers and their sum fit 128 bit; what is left after division must fit 64 again.
            let mut wide: Vec<i128> = coef.iter().map(|x| i128::from(*x) * i128::from(den)).collect();
            for k in &filled {
                wide[*k] += f * i128::from(head[*k]);
            }
            let (own, row) = narrowed(i128::from(own) * i128::from(den), &wide)?;
            *coef = row;
            Ok(own)
        };
        for i in 0..self.rows.len() {
            if i == r || self.rows[i].coef[c] == 0 {
                continue;
            }
            let own = self.rows[i].den;
            // Fractions cost about ten times as much: wide products and common divisors.
            self.work += if own == 1 && den == 1 { filled.len() } else { 10 * head.len() } as u64;
            self.rows[i].den = blend(&mut self.rows[i].coef, own)?;
            self.recompute(i)?;
        }
        if let Some(goal) = goal
            && goal[c] != 0
        {
            // Only signs and ratios of the goal row matter, so it has no divisor and is cut down by its own common one.
            blend(goal, 0)?;
        }
        Ok(())
    }

    /// Makes the point respect all bounds. `false`: no point does. Bland's rule, so it always ends.
    pub(super) fn restore(&mut self) -> Result<bool, Trouble> {
        for v in self.cols.clone() {
            if let (Some(l), Some(h)) = (self.lo[v], self.hi[v])
                && l > h
            {
                return Ok(false);
            }
            let clamped = self.lo[v].map_or(self.val[v], |l| self.val[v].max(l));
            self.val[v] = self.hi[v].map_or(clamped, |h| clamped.min(h));
        }
        self.recompute_all()?;
        loop {
            let mut worst: Option<(usize, usize, bool, i64)> = None;
            for (r, row) in self.rows.iter().enumerate() {
                let (v, den) = (row.basic, i128::from(row.den));
                let broken = match (self.lo[v], self.hi[v]) {
                    (Some(l), Some(h)) if l > h => return Ok(false),
                    (Some(l), _) if row.num < i128::from(l) * den => Some((true, l)),
                    (_, Some(h)) if row.num > i128::from(h) * den => Some((false, h)),
                    _ => None,
                };
                if let Some((up, rest)) = broken
                    && worst.is_none_or(|w| v < self.rows[w.0].basic)
                {
                    worst = Some((r, v, up, rest));
                }
            }
            let Some((r, _, up, rest)) = worst else { return Ok(true) };
            let helper = (0..self.cols.len())
                .filter(|c| {
                    let a = self.rows[r].coef[*c];
                    a != 0 && self.room(self.cols[*c], (a > 0) == up)
                })
                .min_by_key(|c| self.cols[*c]);
            let Some(c) = helper else { return Ok(false) };
            self.pivot(r, c, rest, &mut None)?;
        }
    }

    /// Whether a nonbasic variable can still move in the direction.
    fn room(&self, v: usize, up: bool) -> bool {
        if up { self.hi[v].is_none_or(|h| self.val[v] < h) } else { self.lo[v].is_none_or(|l| self.val[v] > l) }
    }
}

enum Step {
    Flip(i64),
    Pivot { row: usize, rest: i64, moved: bool },
}
