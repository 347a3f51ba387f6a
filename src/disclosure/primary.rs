//! Which cells are unsafe by themselves: small counts, zeros, dominance, group disclosure.
//!
//! Takes counts and policy; gives a need per cell. Knows nothing of what can be calculated from other cells.

use super::dominance::{dominated, tops};
use super::failure::Failure;
use super::policy::{Mode, Policy};
use super::report::Reason;
use super::system::System;

/// What one cell asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Need {
    /// Why it must be withheld for its own sake, if it must.
    pub(super) reason: Option<Reason>,
    /// Smallest allowed distance between the ends of what a reader can compute.
    pub(super) width: i64,
    /// One or few contributors make up nearly all of it.
    pub(super) dominated: bool,
}

/// The need of each cell, in the order of the system; of cells that are not `ours`, only the width counts.
pub(super) fn needs(system: &System, counts: &[i64], ours: &[bool], policy: &Policy) -> Result<Vec<Need>, Failure> {
    let tops = tops(system, counts, ours, &policy.dominance)?;
    let width = clamp(policy.min_width);
    let threshold = clamp(policy.threshold);
    let mut needs = Vec::with_capacity(counts.len());
    for count in counts {
        let mut need = Need { reason: None, width, dominated: false };
        if policy.mode == Mode::Suppress {
            if (1..threshold).contains(count) {
                need.reason = Some(Reason::SmallCount);
            } else if *count == 0 && !policy.zero_public {
                need.reason = Some(Reason::Zero);
            }
        }
        if let Some(tops) = &tops[needs.len()]
            && let Some(short) = dominated(&policy.dominance, i128::from(*count), tops)
        {
            need.reason = need.reason.or(Some(Reason::Dominance));
            need.dominated = true;
            need.width = need.width.max(i64::try_from(short).unwrap_or(i64::MAX / 4));
        }
        needs.push(need);
    }
    if policy.group_disclosure && policy.mode == Mode::Suppress {
        for (total, parts) in &system.relations {
            let mut held = parts.iter().filter(|p| counts[**p] > 0);
            if let (Some(only), None) = (held.next(), held.next())
                && parts.len() > 1
                && counts[*total] > 0
            {
                needs[*only].reason = needs[*only].reason.or(Some(Reason::Group));
            }
        }
    }
    Ok(needs)
}

/// A policy number as the solver counts; beyond the largest count it makes no difference.
pub(super) fn clamp(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX).min(1 << 50)
}
