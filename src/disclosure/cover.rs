//! The cheapest set of cells that hits a list of clauses, exactly, by branch and bound.
//!
//! Takes clauses "if the guard is withheld, one of these must be withheld too"; gives a set cheaper than a limit, or the
//! proof that there is none. Knows nothing of tables.

use super::simplex::Trouble;

/// If `guard` (or always, if `None`) then one of `any`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Clause {
    pub(super) guard: Option<usize>,
    pub(super) any: Vec<usize>,
}

/// A cover found by always taking the cell that hits most for its cost, then dropping what is not needed. `rank` breaks
/// ties. `None` if a clause cannot be hit.
pub(super) fn greedy(clauses: &[Clause], cost: &[u64], rank: &[usize], fixed: &[bool]) -> Option<Vec<bool>> {
    let mut chosen = fixed.to_vec();
    let mut taken = Vec::new();
    loop {
        let mut gain = vec![0u64; cost.len()];
        let mut open = false;
        for clause in clauses.iter().filter(|c| is_open(c, &chosen)) {
            open = true;
            for c in &clause.any {
                gain[*c] += 60_000 / clause.any.len() as u64;
            }
        }
        if !open {
            break;
        }
        let value = |c: &usize| (gain[*c] / cost[*c].max(1), std::cmp::Reverse((rank[*c], *c)));
        let pick = (0..cost.len()).filter(|c| gain[*c] > 0).max_by_key(value)?;
        chosen[pick] = true;
        taken.push(pick);
    }
    for c in taken {
        chosen[c] = false;
        if clauses.iter().any(|k| is_open(k, &chosen)) {
            chosen[c] = true;
        }
    }
    Some(chosen)
}

fn is_open(clause: &Clause, chosen: &[bool]) -> bool {
    clause.guard.is_none_or(|g| chosen[g]) && !clause.any.iter().any(|c| chosen[*c])
}

/// The search for one covering problem.
pub(super) struct Cover<'a> {
    clauses: &'a [Clause],
    cost: &'a [u64],
    chosen: Vec<bool>,
    banned: Vec<bool>,
    best: Option<Vec<bool>>,
    limit: u64,
    nodes: u64,
}

impl<'a> Cover<'a> {
    /// The cheapest superset of `fixed` that hits all clauses and costs less than `limit` (the fixed cells are free).
    /// `nodes` bounds the search (in clauses
    /// looked at) and is counted down.
    pub(super) fn cheapest(
        clauses: &'a [Clause],
        cost: &'a [u64],
        fixed: &[bool],
        limit: u64,
        nodes: &mut u64,
    ) -> Result<Option<Vec<bool>>, Trouble> {
        let mut search = Self {
            clauses,
            cost,
            chosen: fixed.to_vec(),
            banned: vec![false; cost.len()],
            best: None,
            limit,
            nodes: *nodes,
        };
        search.descend(0)?;
        *nodes = search.nodes;
        Ok(search.best)
    }

    fn descend(&mut self, spent: u64) -> Result<(), Trouble> {
        self.nodes = self.nodes.checked_sub(1 + self.clauses.len() as u64).ok_or(Trouble)?;
        // Clauses that share no cell must each be paid for: a lower bound.
        let mut used = vec![false; self.cost.len()];
        let mut bound = spent;
        let mut pick: Option<(usize, &Clause)> = None;
        let mut open: Vec<(usize, &Clause)> = Vec::new();
        for clause in self.clauses.iter().filter(|c| is_open(c, &self.chosen)) {
            let free = clause.any.iter().filter(|c| !self.banned[**c]).count();
            if free == 0 {
                return Ok(());
            }
            open.push((free, clause));
            if pick.is_none_or(|(best, _)| free < best) {
                pick = Some((free, clause));
            }
        }
        let Some((_, pick)) = pick else {
            if spent < self.limit {
                self.limit = spent;
                self.best = Some(self.chosen.clone());
            }
            return Ok(());
        };
        open.sort_by_key(|(free, _)| *free);
        for (_, clause) in &open {
            let free = clause.any.iter().filter(|c| !self.banned[**c]);
            if free.clone().all(|c| !used[*c]) {
                bound += free.clone().map(|c| self.cost[*c]).min().unwrap_or(0);
                free.for_each(|c| used[*c] = true);
            }
        }
        if bound >= self.limit {
            return Ok(());
        }
        let hits = |cell: usize| open.iter().filter(|(_, c)| c.any.contains(&cell)).count();
        let mut order: Vec<usize> = pick.any.iter().copied().filter(|c| !self.banned[*c]).collect();
        order.sort_by_cached_key(|c| (std::cmp::Reverse(hits(*c)), self.cost[*c], *c));
        let mut tried = Vec::new();
        for cell in order {
            if spent + self.cost[cell] < self.limit {
                self.chosen[cell] = true;
                self.descend(spent + self.cost[cell])?;
                self.chosen[cell] = false;
            }
            self.banned[cell] = true;
            tried.push(cell);
        }
        for cell in tried {
            self.banned[cell] = false;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{Clause, Cover};

    fn clause(guard: Option<usize>, any: &[usize]) -> Clause {
        Clause { guard, any: any.to_vec() }
    }

    #[test]
    fn finds_the_cheapest_cover_and_respects_guards() {
        let fixed = [true, false, false, false, false];
        let clauses = [clause(Some(0), &[1, 2]), clause(Some(2), &[3, 4]), clause(None, &[2, 4])];
        let mut nodes = 1000;
        let dear_four = Cover::cheapest(&clauses, &[1, 1, 1, 1, 5], &fixed, 100, &mut nodes);
        assert_eq!(dear_four, Ok(Some(vec![true, false, true, true, false])));
        let cheap_four = Cover::cheapest(&clauses, &[1, 3, 4, 1, 1], &fixed, 100, &mut nodes);
        assert_eq!(cheap_four, Ok(Some(vec![true, true, false, false, true])));
        assert_eq!(Cover::cheapest(&clauses, &[1, 3, 4, 1, 1], &fixed, 4, &mut nodes), Ok(None));
        assert!(Cover::cheapest(&clauses, &[1; 5], &fixed, 9, &mut 1).is_err());
    }
}
