//! Lines over points in time. Each series has its own dash and its own shape of sign; a withheld number is a dashed column, and the
//! line stops before it: joining its neighbours would tell where it lies.

use super::{Chart, number, percent, scale, svg};
use crate::german::thousands;
use crate::html::escape_into;
use std::fmt::Write;

pub(super) fn write(chart: &Chart, finding: &str, out: &mut String) {
    let end = scale(chart);
    let columns = chart.names.len() as u64;
    // More names than fit side by side on a phone.
    let dense = if columns > 5 { " dense" } else { "" };
    let _ = write!(out, "<div class=\"plot time{dense}\">\n<p aria-hidden=\"true\">");
    escape_into(out, &chart.unit);
    // What the three lines across the drawing stand for; half of an odd number is no number of persons.
    let middle = if end.is_multiple_of(2) { thousands(end / 2) } else { String::new() };
    let _ = writeln!(
        out,
        "</p>\n<p class=\"axis\" aria-hidden=\"true\"><span>{}</span><span>{middle}</span><span>0</span></p>",
        thousands(end)
    );
    svg::open(chart, finding, out);
    for part in 0..=2 {
        let y = percent(part, 2);
        let _ = write!(out, "<line class=\"grid\" x1=\"0\" x2=\"100%\" y1=\"{y}\" y2=\"{y}\"/>");
    }
    for column in 0..chart.names.len() {
        let withheld = |s: &super::Series| s.values.get(column).is_some_and(|v| number(*v).is_none());
        if chart.series.iter().any(withheld) {
            let (x, width) = (percent(column as u64 * 4 + 1, columns * 4), percent(2, columns * 4));
            let _ = write!(out, "<rect class=\"withheld\" x=\"{x}\" y=\"0\" width=\"{width}\" height=\"100%\"/>");
        }
    }
    for (n, series) in chart.series.iter().enumerate() {
        let middle = |column: usize| percent(column as u64 * 2 + 1, columns * 2);
        let height = |count: u64| percent(end.saturating_sub(count), end);
        let points: Vec<Option<u64>> = series.values.iter().map(|v| number(*v)).collect();
        for (column, pair) in points.windows(2).enumerate() {
            if let [Some(a), Some(b)] = pair
                && !chart.breaks.contains(&(column + 1))
            {
                let (x1, x2, y1, y2) = (middle(column), middle(column + 1), height(*a), height(*b));
                let _ = write!(out, "<line class=\"l{n}\" x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\"/>");
            }
        }
        for (column, count) in points.iter().enumerate().filter_map(|(c, p)| p.map(|p| (c, p))) {
            let (x, y) = (middle(column), height(count));
            svg::marker(chart, n, &x, &y, out);
        }
    }
    for column in &chart.breaks {
        let x = percent(*column as u64, columns);
        let _ = write!(out, "<line class=\"break\" x1=\"{x}\" x2=\"{x}\" y1=\"0\" y2=\"100%\"/>");
    }
    out.push_str("</svg>\n");
    svg::names(chart, out);
    out.push_str("</div>\n");
}
