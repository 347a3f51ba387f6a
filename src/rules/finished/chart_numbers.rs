//! Charts whose drawing, table and file do not say the same.

use super::drawing::{Drawn, Look};
use super::told::{Told, number, plain};
use super::{Context, Fault};
use crate::diagnostic::{Rule, Severity};
use crate::html::{ElementId, Page};

/// A chart of two bars with its table; the number of the second is half of the first.
macro_rules! two_bars {
    ($second:literal) => {
        concat!(
            "<figure class=\"chart\"><figcaption><strong>Am meisten: Kreis, 600 Personen.</strong> Nach Region</figcaption>",
            "<ol aria-hidden=\"true\"><li>Kreis <strong>600</strong></li><li>Stadt <strong>300</strong></li></ol>",
            "<svg role=\"img\" aria-labelledby=\"t\" aria-describedby=\"d\"><title id=\"t\">Nach Region</title>",
            "<desc id=\"d\">Am meisten: Kreis, 600 Personen.</desc>",
            "<rect class=\"c0\" x=\"0\" y=\"7.50%\" width=\"100.00%\" height=\"35.00%\"/>",
            "<rect class=\"c0\" x=\"0\" y=\"57.50%\" width=\"",
            $second,
            "\" height=\"35.00%\"/></svg></figure>\n",
            "<table><caption>Nach Region</caption><thead><tr><th scope=\"col\">Region</th><th scope=\"col\">Personen</th></tr></thead>",
            "<tbody><tr><th scope=\"row\">Kreis</th><td>600</td></tr><tr><th scope=\"row\">Stadt</th><td>300</td></tr></tbody></table>\n"
        )
    };
}

/// `a11y/chart-numbers`
pub static RULE: Rule = Rule {
    code: "a11y/chart-numbers",
    severity: Severity::Error,
    title: "Zeichnung, Tabelle und Datei eines Diagramms nennen dieselben Zahlen, und keine zwei Reihen sehen gleich aus.",
    why: "Wer die Zeichnung nicht sieht, liest die Tabelle. Beide müssen dasselbe erfahren, auch ohne Farbe.",
    wrong: &[("seite.html", two_bars!("75.00%"))],
    right: &[("seite.html", two_bars!("50.00%"))],
};

/// What helps against each of these: they come from the program or from a template, never from a text.
const HELP: &str = "Zeigen Sie in der Vorlage charts und grids so, wie sie kommen. Sonst melden Sie den Fehler bitte.";

/// Every chart of a page, and its tables against its files. WCAG 2.2, 1.1.1 and 1.4.1. Pages without a chart cost one look.
pub(super) fn check(page: &Page<'_>, context: &Context<'_>, out: &mut Vec<Fault>) {
    let is_chart = |figure: &ElementId| page.attribute(page.element(*figure), "class") == Some("chart");
    let charts: Vec<ElementId> = page.all("figure").map(|(id, _)| id).filter(is_chart).collect();
    if charts.is_empty() {
        return;
    }
    let told = Told::of(page, context);
    let mut fault = |message: String| out.push(Fault::new(&RULE, "", message, HELP));
    for figure in charts {
        let drawn = Drawn::of(page, figure);
        let title = &drawn.title;
        if drawn.description.is_empty() || drawn.description != drawn.finding {
            fault(format!(
                "Die Beschreibung (desc) des Diagramms „{title}“ nennt nicht den Befund, der darüber steht."
            ));
        }
        if let Some(look) = same_look(&drawn) {
            fault(format!("Im Diagramm „{title}“ sehen zwei Reihen gleich aus, oder ein Muster fehlt ({look})."));
        }
        if let Some(name) = differs(&drawn, &told) {
            fault(format!("Im Diagramm „{title}“ passt „{name}“ nicht zu den Zahlen der Tabelle und der Datei."));
        }
    }
    for (place, file) in told.differences() {
        fault(format!("Für „{place}“ nennen die Tabelle und die Datei {file} verschiedene Zahlen."));
    }
}

/// A look that two series share, or that the drawing does not define.
fn same_look(drawn: &Drawn) -> Option<String> {
    let mut seen: Vec<&Look> = Vec::new();
    for look in &drawn.key {
        if seen.contains(&look) || look.pattern.as_ref().is_some_and(|p| !drawn.patterns.contains(p)) {
            return Some(look.class.clone());
        }
        seen.push(look);
    }
    None
}

/// The name whose number differs, if no reading of what is told fits the whole drawing.
fn differs(drawn: &Drawn, told: &Told) -> Option<String> {
    let mut first = None;
    for rest in told.rests(drawn) {
        match against(drawn, |name, series| told.of_place(name, series, &rest)) {
            None => return None,
            Some(name) => first = first.or(Some(name)),
        }
    }
    first.or_else(|| drawn.names.first().map(|n| n.text.clone()))
}

/// The first name whose mark, or whose number beside the drawing, is not as long as `tells` says.
fn against(drawn: &Drawn, tells: impl Fn(&str, &str) -> Option<String>) -> Option<String> {
    let series: Vec<&str> =
        if drawn.series.is_empty() { vec![""] } else { drawn.series.iter().map(|s| &**s).collect() };
    let mut pairs: Vec<(u64, f64, &str)> = Vec::new();
    for (n, name) in drawn.names.iter().enumerate() {
        for (s, series) in series.iter().enumerate() {
            let Some(text) = tells(&name.text, series) else { return Some(name.text.clone()) };
            if name.number.as_ref().is_some_and(|beside| plain(beside) != text) {
                return Some(name.text.clone());
            }
            match (number(&text), drawn.length(s, n)) {
                (Some(count), Some(length)) => pairs.push((count, length, &name.text)),
                (None, None) => {}
                _ => return Some(name.text.clone()),
            }
        }
    }
    // The largest number says how long one is: the scale itself is not printed everywhere.
    let (most, length, _) = pairs.iter().copied().max_by_key(|(count, ..)| *count)?;
    let unit = length / most.max(1) as f64;
    let wrong = |(count, length, _): &(u64, f64, &str)| (*count as f64 * unit - length).abs() > TOLERANCE;
    pairs.into_iter().find(wrong).map(|(.., name)| name.to_owned())
}

/// Lengths are written with two decimals of a percent; the one that gives the unit and the one looked at are both rounded.
const TOLERANCE: f64 = 0.000_2;
