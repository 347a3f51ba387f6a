//! Signs that are told apart without colour: solid, stripes, dots, squares; a dashed box for what is withheld.

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
        patterns(chart, out);
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
    let sign = match chart.form {
        Form::Lines => format!(
            "<line class=\"l{n}\" x1=\"0\" y1=\"8\" x2=\"40\" y2=\"8\"/><circle class=\"m{n}\" cx=\"20\" cy=\"8\" r=\"{}\"/>",
            4 + n
        ),
        _ => format!("<rect x=\"1\" y=\"1\" width=\"38\" height=\"14\" {}/>", fill(chart, n)),
    };
    let _ = write!(out, "<li><svg width=\"40\" height=\"16\" aria-hidden=\"true\" focusable=\"false\">{sign}</svg>");
}

/// The sign for withheld numbers; the caller writes the word and closes the item.
pub(super) fn withheld_swatch(out: &mut String) {
    out.push_str(
        "<li><svg width=\"40\" height=\"16\" aria-hidden=\"true\" focusable=\"false\">\
         <rect x=\"1\" y=\"1\" width=\"38\" height=\"14\" class=\"withheld\"/></svg>",
    );
}
