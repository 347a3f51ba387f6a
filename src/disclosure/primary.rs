//! Which cells are unsafe by themselves: small counts, zeros, dominance, group disclosure.
//!
//! Takes counts and policy; gives a need per cell. Knows nothing of what can be calculated from other cells.

use super::failure::Failure;
use super::policy::{Dominance, Mode, Policy};
use super::report::Reason;
use super::system::System;

/// What one cell asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Need {
    /// Why it must be withheld for its own sake, if it must.
    pub(super) reason: Option<Reason>,
    /// Smallest allowed distance between the ends of what a reader can compute.
    pub(super) width: i64,
}

/// The need of each cell, in the order of the system.
pub(super) fn needs(system: &System, counts: &[i64], policy: &Policy) -> Result<Vec<Need>, Failure> {
    for id in policy.dominance.contributions.keys() {
        if system.ids.binary_search(id).is_err() {
            return Err(Failure::input(format!(
                "Die Beiträge nennen die Zelle „{id}“, die es in der Tabelle nicht gibt."
            )));
        }
    }
    let width = clamp(policy.min_width);
    let threshold = clamp(policy.threshold);
    let mut needs = Vec::with_capacity(counts.len());
    for (id, count) in system.ids.iter().zip(counts) {
        let mut need = Need { reason: None, width };
        if policy.mode == Mode::Suppress {
            if (1..threshold).contains(count) {
                need.reason = Some(Reason::SmallCount);
            } else if *count == 0 && !policy.zero_public {
                need.reason = Some(Reason::Zero);
            }
        }
        if let Some(given) = policy.dominance.contributions.get(id) {
            let mut given: Vec<i128> = given.iter().map(|c| i128::from(c.get())).collect();
            let count = i128::from(*count);
            let rest = count - given.iter().sum::<i128>();
            if rest < 0 {
                return Err(Failure::refused(
                    "contribution-mismatch",
                    Some(id),
                    format!("Die Beiträge zur Zelle „{id}“ sind zusammen mehr als die Zelle selbst."),
                ));
            }
            given.push(rest);
            given.sort_unstable_by(|a, b| b.cmp(a));
            if let Some(short) = dominated(&policy.dominance, count, &given) {
                need.reason = need.reason.or(Some(Reason::Dominance));
                need.width = need.width.max(i64::try_from(short).unwrap_or(i64::MAX / 4));
            }
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

/// `None` if no rule speaks; else how wide the interval must be so that the rule would not speak at its upper end (the
/// protection level of the literature: Hundepool et al., Statistical Disclosure Control, 2012, chapter 4).
fn dominated(rules: &Dominance, count: i128, sorted: &[i128]) -> Option<i128> {
    let mut short = None;
    if let Some((n, percent)) = rules.largest {
        let top: i128 = sorted.iter().take(n).sum::<i128>() * 100 * 10i128.pow(percent.scale());
        if top > percent.digits() * count {
            let safe = if percent.digits() > 0 { (top + percent.digits() - 1) / percent.digits() } else { count * 2 };
            short = short.max(Some(safe - count));
        }
    }
    if let (Some(percent), Some(first)) = (rules.estimate, sorted.first()) {
        let second = sorted.get(1).copied().unwrap_or(0);
        let rest = count - first - second;
        let (scale, part) = (100 * 10i128.pow(percent.scale()), percent.digits() * first);
        if *first > 0 && rest * scale < part {
            short = short.max(Some((part - rest * scale + scale - 1) / scale));
        }
    }
    short
}
