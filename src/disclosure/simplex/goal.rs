//! Finding the best point: the part of the simplex method that moves along edges towards a goal.

use super::*;

impl Simplex {
    /// Raises `Σ coef · variable` from the current point, which must respect all bounds, as far as it goes. With
    /// `reach = (variable, up, value)` it may stop as soon as that variable has passed the value.
    pub(in super::super) fn maximise(
        &mut self,
        goal: &[(usize, i64)],
        reach: Option<(usize, bool, i64)>,
    ) -> Result<Ended, Trouble> {
        let mut slot = Some(self.goal_row(goal)?);
        let mut stalled = 0usize;
        let end = loop {
            if let Some((v, up, value)) = reach {
                let (num, den) = self.value(v);
                let want = i128::from(value) * i128::from(den);
                if (up && num >= want) || (!up && num <= want) {
                    break Ended::Reached;
                }
            }
            if self.work > self.limit {
                return Err(Trouble);
            }
            let Some(z) = &slot else { return Err(Trouble) };
            let movable = |c: &usize| z[*c] != 0 && self.room(self.cols[*c], z[*c] > 0);
            let careful = stalled > 60;
            let pick = (0..z.len()).filter(movable).min_by_key(|c| {
                let size = if careful { 0 } else { u64::MAX - z[*c].unsigned_abs() };
                (size, self.cols[*c])
            });
            let Some(c) = pick else { break Ended::Optimal };
            let up = z[c] > 0;
            match self.step(c, up, careful)? {
                None => {
                    self.free = Some((c, up));
                    break Ended::Unlimited;
                }
                Some(Step::Flip(by)) => {
                    self.val[self.cols[c]] += by;
                    for row in &mut self.rows {
                        row.num += i128::from(row.coef[c]) * i128::from(by);
                    }
                    stalled = 0;
                }
                Some(Step::Pivot { row, rest, moved }) => {
                    stalled = if moved { 0 } else { stalled + 1 };
                    self.pivot(row, c, rest, &mut slot)?;
                }
            }
        };
        if let Some(z) = slot {
            self.reduced = z;
        }
        Ok(end)
    }

    fn goal_row(&mut self, goal: &[(usize, i64)]) -> Result<Vec<i64>, Trouble> {
        let mut scale = 1i128;
        for (v, _) in goal {
            if let Place::Row(r) = self.place[*v] {
                let den = i128::from(self.rows[r].den);
                scale = scale / i128::from(gcd(scale as u64, self.rows[r].den.unsigned_abs())) * den;
                if scale > 1 << 60 {
                    return Err(Trouble);
                }
            }
        }
        let mut z = vec![0i128; self.cols.len()];
        for (v, w) in goal {
            let w = i128::from(*w) * scale;
            match self.place[*v] {
                Place::Col(c) => z[c] += w,
                Place::Row(r) => {
                    let factor = w / i128::from(self.rows[r].den);
                    for (x, a) in z.iter_mut().zip(&self.rows[r].coef) {
                        *x += factor.checked_mul(i128::from(*a)).ok_or(Trouble)?;
                    }
                }
            }
        }
        self.work += (goal.len() * self.cols.len()) as u64;
        z.iter().map(|x| i64::try_from(*x).map_err(|_| Trouble)).collect()
    }

    /// The ratio test: how far the variable of column `c` can move, and what stops it.
    fn step(&mut self, c: usize, up: bool, careful: bool) -> Result<Option<Step>, Trouble> {
        let v = self.cols[c];
        let own = if up { self.hi[v].map(|h| h - self.val[v]) } else { self.lo[v].map(|l| self.val[v] - l) };
        let mut best: Option<(i128, i128)> = own.map(|t| (i128::from(t), 1));
        let mut block: Option<(usize, i64)> = None;
        for (r, row) in self.rows.iter().enumerate() {
            let a = if up { i128::from(row.coef[c]) } else { -i128::from(row.coef[c]) };
            let limit = match a.signum() {
                1 => self.hi[row.basic],
                -1 => self.lo[row.basic],
                _ => None,
            };
            let Some(limit) = limit else { continue };
            let gap = (i128::from(limit) * i128::from(row.den) - row.num).abs();
            let size = a.abs();
            let order = match best {
                None => std::cmp::Ordering::Less,
                Some(best) => compare((gap, size), best),
            };
            // On ties a pivot that drives out a fixed (printed) cell is worth most: it never comes back.
            let better = match order {
                std::cmp::Ordering::Less => true,
                std::cmp::Ordering::Greater => false,
                std::cmp::Ordering::Equal => block.is_some_and(|(b, _)| {
                    let rank = |v: usize| (!careful && self.lo[v] != self.hi[v], v);
                    rank(row.basic) < rank(self.rows[b].basic)
                }),
            };
            if better {
                best = Some((gap, size));
                block = Some((r, limit));
            }
        }
        self.work += self.rows.len() as u64;
        Ok(match (best, block) {
            (None, _) => None,
            (Some((gap, _)), Some((row, rest))) => Some(Step::Pivot { row, rest, moved: gap != 0 }),
            (Some((t, _)), None) => {
                let t = i64::try_from(t).map_err(|_| Trouble)?;
                Some(Step::Flip(if up { t } else { -t }))
            }
        })
    }

    /// After a maximisation that ended at the optimum: every variable resting at a bound that holds the optimum down,
    /// with the direction (`true`: up) in which it would have to move. The proof of the optimum uses only these.
    pub(in super::super) fn holding(&self) -> impl Iterator<Item = (usize, bool)> + '_ {
        self.cols.iter().zip(&self.reduced).filter(|(_, z)| **z != 0).map(|(v, z)| (*v, *z > 0))
    }
}
