//! Bars from left to right, one row a name: long names wrap, and a phone has room for them.

use super::{Chart, Form, number, percent, scale, svg};
use crate::disclosure::PublishedCount;
use std::fmt::Write;

/// Of the height of a row, in hundredths of a percent of it: the gap above and below its bars.
const GAP: u64 = 1_500;

pub(super) fn write(chart: &Chart, finding: &str, out: &mut String) {
    let rows = chart.names.len() as u64;
    let end = scale(chart);
    let many = if chart.form == Form::Bars && chart.series.len() > 1 { " many" } else { "" };
    let _ = writeln!(out, "<div class=\"plot{many}\">");
    svg::names(chart, out);
    svg::open(chart, finding, out);
    for row in 0..chart.names.len() {
        let values: Vec<PublishedCount> = chart.series.iter().filter_map(|s| s.values.get(row).copied()).collect();
        match chart.form {
            Form::Stacked => stacked(chart, &values, row as u64, rows, end, out),
            _ => side_by_side(chart, &values, row as u64, rows, end, out),
        }
    }
    for row in &chart.breaks {
        let y = percent(*row as u64, rows);
        let _ = write!(out, "<line class=\"break\" x1=\"0\" x2=\"100%\" y1=\"{y}\" y2=\"{y}\"/>");
    }
    out.push_str("</svg>\n</div>\n");
}

/// Place and height of a part of a row: the `slot`-th of `slots` bars.
fn place(row: u64, rows: u64, slot: u64, slots: u64) -> (String, String) {
    let height = (10_000 - 2 * GAP) / slots;
    (percent(row * 10_000 + GAP + slot * height, rows * 10_000), percent(height, rows * 10_000))
}

/// Where the middle of such a part lies.
fn middle(row: u64, rows: u64, slot: u64, slots: u64) -> String {
    let height = (10_000 - 2 * GAP) / slots;
    percent(row * 10_000 + GAP + slot * height + height / 2, rows * 10_000)
}

fn side_by_side(chart: &Chart, values: &[PublishedCount], row: u64, rows: u64, end: u64, out: &mut String) {
    for (n, value) in values.iter().enumerate() {
        let (y, height) = place(row, rows, n as u64, values.len() as u64);
        match number(*value) {
            Some(count) => bar(&svg::fill(chart, n), "0", &y, &percent(count, end), &height, out),
            None => svg::withheld("0", &middle(row, rows, n as u64, values.len() as u64), out),
        }
    }
}

/// Known parts one after the other; behind them a mark says that something is withheld, and not how much.
fn stacked(chart: &Chart, values: &[PublishedCount], row: u64, rows: u64, end: u64, out: &mut String) {
    let (y, height) = place(row, rows, 0, 1);
    let mut sum = 0;
    for (n, value) in values.iter().enumerate() {
        if let Some(count) = number(*value) {
            bar(&svg::fill(chart, n), &percent(sum, end), &y, &percent(count, end), &height, out);
            sum += count;
        }
    }
    if values.iter().any(|v| number(*v).is_none()) {
        svg::withheld(&percent(sum, end), &middle(row, rows, 0, 1), out);
    }
}

fn bar(look: &str, x: &str, y: &str, width: &str, height: &str, out: &mut String) {
    let _ = write!(out, "<rect {look} x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>");
}
