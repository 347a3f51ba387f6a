//! Signs that are told apart without colour: bars are solid, striped, dotted or chequered, points of lines a disc, a square, a
//! triangle or a diamond. What is withheld is a dashed ring beside the axis: it has no length that could be read.

use super::{Chart, Form, words};
use crate::html::escape_into;
use std::fmt::Write;

/// Opens the drawing: named by its title, described by its finding.
pub(super) fn open(chart: &Chart, finding: &str, out: &mut String) {
    let id = &chart.id;
    let _ =
        write!(out, "<svg role=\"img\" aria-labelledby=\"{id}-t\" aria-describedby=\"{id}-d\" focusable=\"false\">");
    let _ = write!(out, "<title id=\"{id}-t\">");
    escape_into(out, &chart.title);
    let _ = write!(out, "</title><desc id=\"{id}-d\">");
    escape_into(out, finding);
    out.push_str("</desc>");
    if chart.series.len() > 1 {
        match chart.form {
            Form::Lines => markers(chart, out),
            _ => patterns(chart, out),
        }
    }
}

/// The patterns of the second to fourth series.
fn patterns(chart: &Chart, out: &mut String) {
    out.push_str("<defs>");
    for (n, inside) in [
        (1, "<path d=\"M-2 2l4-4M0 8l8-8M6 10l4-4\"/>"),
        (2, "<circle cx=\"4\" cy=\"4\" r=\"1.6\"/>"),
        (3, "<path d=\"M0 4h8M4 0v8\"/>"),
    ] {
        if n < chart.series.len() {
            let _ = write!(
                out,
                "<pattern id=\"{}-p{n}\" class=\"c{n}\" patternUnits=\"userSpaceOnUse\" width=\"8\" height=\"8\">\
                 <rect width=\"8\" height=\"8\"/>{inside}</pattern>",
                chart.id
            );
        }
    }
    out.push_str("</defs>");
}

/// Shapes of the points of the second to fourth line, around their middle.
const SHAPES: [&str; 3] = ["M-5-5H5V5H-5Z", "M0-7L7 5H-7Z", "M0-8L7 0L0 8L-7 0Z"];

/// Draws the shapes once; each point names its own.
fn markers(chart: &Chart, out: &mut String) {
    out.push_str("<defs>");
    for (n, shape) in (1..chart.series.len()).zip(SHAPES) {
        let _ = write!(out, "<path id=\"{}-m{n}\" d=\"{shape}\"/>", chart.id);
    }
    out.push_str("</defs>");
}

/// The point of line `n` at `x`, `y`.
pub(super) fn marker(chart: &Chart, n: usize, x: &str, y: &str, out: &mut String) {
    let _ = match n {
        0 => write!(out, "<circle class=\"m0\" cx=\"{x}\" cy=\"{y}\" r=\"5\"/>"),
        _ => write!(out, "<use class=\"m{n}\" href=\"#{}-m{n}\" x=\"{x}\" y=\"{y}\"/>", chart.id),
    };
}

/// The mark of a withheld number behind `x`, at the middle `y` of its bar.
pub(super) fn withheld(x: &str, y: &str, out: &mut String) {
    let _ = write!(out, "<circle class=\"withheld\" cx=\"{x}\" cy=\"{y}\" r=\"5\"/>");
}

/// Attributes of a filled part of series `n`.
pub(super) fn fill(chart: &Chart, n: usize) -> String {
    if n == 0 { "class=\"c0\"".to_owned() } else { format!("class=\"edge\" fill=\"url(#{}-p{n})\"", chart.id) }
}

/// The names beside the drawing. The only series has its numbers there too; several have them in the table.
pub(super) fn names(chart: &Chart, out: &mut String) {
    out.push_str("<ol class=\"bare\" aria-hidden=\"true\">");
    let only = chart.series.first().filter(|_| chart.series.len() == 1);
    for (n, name) in chart.names.iter().enumerate() {
        out.push_str("<li>");
        escape_into(out, name);
        if let Some(value) = only.and_then(|s| s.values.get(n)) {
            let _ = write!(out, " <strong>{}</strong>", words(*value));
        }
        out.push_str("</li>");
    }
    out.push_str("</ol>\n");
}

/// A sign of the key; the caller writes the words and closes the item.
pub(super) fn swatch(chart: &Chart, n: usize, out: &mut String) {
    out.push_str("<li><svg width=\"56\" height=\"16\" aria-hidden=\"true\" focusable=\"false\">");
    match chart.form {
        Form::Lines => {
            let _ = write!(out, "<line class=\"l{n}\" x1=\"0\" y1=\"8\" x2=\"56\" y2=\"8\"/>");
            marker(chart, n, "28", "8", out);
        }
        _ => {
            let _ = write!(out, "<rect x=\"1\" y=\"1\" width=\"54\" height=\"14\" {}/>", fill(chart, n));
        }
    }
    out.push_str("</svg>");
}

/// The sign for withheld numbers; the caller writes the word and closes the item.
pub(super) fn withheld_swatch(chart: &Chart, out: &mut String) {
    out.push_str("<li><svg width=\"24\" height=\"16\" aria-hidden=\"true\" focusable=\"false\">");
    match chart.form {
        Form::Lines => out.push_str("<rect x=\"1\" y=\"1\" width=\"22\" height=\"14\" class=\"withheld\"/>"),
        _ => withheld("0", "50%", out),
    }
    out.push_str("</svg>");
}
