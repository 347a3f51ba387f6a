//! One sentence that says what a chart shows, from what it prints and nothing else. Where a number is withheld, no other one
//! is called the largest or smallest of all. Names stand behind a colon: they may begin with any word ("im Internet").

use super::{Chart, Form, number};
use crate::disclosure::Printed;
use crate::german::thousands;
use std::cmp::Ordering;

/// The finding in German. Rounded numbers are "ungefähr"; nothing is said about withheld ones but that there are some.
/// Across a break nothing is compared.
pub fn finding(chart: &Chart) -> String {
    let about = if chart.has(|p| matches!(p, Printed::Rounded { .. })) { "ungefähr " } else { "" };
    let mut out = match (chart.form, chart.series.as_slice()) {
        (Form::Lines, _) => over_time(chart, about),
        (_, [only]) => most_and_least(chart, about, of_named(only)),
        _ => largest_of_each(chart, about),
    };
    if chart.has(|p| p == Printed::Withheld) {
        out.push_str(" Manche Zahlen sind geheim.");
    }
    out
}

/// From the first to the last number of each series since the last break.
fn over_time(chart: &Chart, about: &str) -> String {
    let begin = chart.breaks.iter().copied().max().unwrap_or(0);
    let mut parts = Vec::new();
    for series in &chart.series {
        let known = series.values.iter().enumerate().skip(begin).filter_map(|(n, v)| Some((n, number(*v)?)));
        let known: Vec<(usize, u64)> = known.collect();
        let lead = if chart.series.len() > 1 { format!("{}: ", series.name) } else { String::new() };
        let name = |n: usize| chart.names.get(n).map_or("", String::as_str);
        match (known.first(), known.last()) {
            (Some((a, first)), Some((b, last))) if a != b => {
                let order = first.cmp(last);
                let (first, last) = (thousands(*first), thousands(*last));
                let (from, to, unit) = (name(*a), name(*b), &chart.unit);
                parts.push(match order {
                    Ordering::Equal => format!("{lead}{about}{first} {unit}, {from} und {to} gleich viele."),
                    Ordering::Less => {
                        format!("{lead}von {about}{first} ({from}) auf {about}{last} {unit} ({to}) gestiegen.")
                    }
                    Ordering::Greater => {
                        format!("{lead}von {about}{first} ({from}) auf {about}{last} {unit} ({to}) gesunken.")
                    }
                });
            }
            (Some((a, only)), _) => {
                parts.push(format!("{lead}{}: {about}{} {}.", name(*a), thousands(*only), chart.unit))
            }
            _ => {}
        }
    }
    let since = if begin > 0 {
        format!(" Die Zahlen vor {} zählen anders und sind nicht vergleichbar.", chart.names[begin])
    } else {
        String::new()
    };
    capital(&parts.join(" ")) + &since
}

/// What a largest or smallest number is compared with, where not all are printed.
fn of_named(series: &super::Series) -> &'static str {
    let hidden = series.values.iter().any(|v| v.printed() == Printed::Withheld);
    if hidden { " von den genannten Zahlen" } else { "" }
}

/// The largest and the smallest number of the only series.
fn most_and_least(chart: &Chart, about: &str, of: &str) -> String {
    let values = chart.series.iter().flat_map(|s| &s.values);
    let known: Vec<(&String, u64)> =
        chart.names.iter().zip(values).filter_map(|(n, v)| Some((n, number(*v)?))).collect();
    let most = known.iter().rev().max_by_key(|(_, v)| *v);
    let least = known.iter().min_by_key(|(_, v)| *v);
    match (most, least) {
        (Some((name, count)), Some((other, few))) if count > few => {
            format!(
                "Am meisten{of}: {name}, {about}{} {unit}. Am wenigsten{of}: {other}, {about}{} {unit}.",
                thousands(*count),
                thousands(*few),
                unit = chart.unit
            )
        }
        (Some((_, count)), _) if known.len() > 1 => {
            let lead = if of.is_empty() { "Überall gleich viele" } else { "Die genannten Zahlen sind gleich" };
            format!("{lead}: {about}{} {}.", thousands(*count), chart.unit)
        }
        (Some((name, count)), _) => format!("{name}: {about}{} {}.", thousands(*count), chart.unit),
        _ => String::new(),
    }
}

/// For each series the name with its largest number.
fn largest_of_each(chart: &Chart, about: &str) -> String {
    let largest = |s: &super::Series| {
        let known = chart.names.iter().zip(&s.values).filter_map(|(n, v)| Some((n, number(*v)?)));
        let (name, count) = known.collect::<Vec<_>>().into_iter().rev().max_by_key(|(_, v)| *v)?;
        Some(capital(&format!(
            "{}, am meisten{}: {name}, {about}{} {}.",
            s.name,
            of_named(s),
            thousands(count),
            chart.unit
        )))
    };
    chart.series.iter().filter_map(largest).collect::<Vec<_>>().join(" ")
}

/// With a capital at its beginning.
fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |c| c.to_uppercase().chain(chars).collect())
}
