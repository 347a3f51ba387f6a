//! Charts: drawn from published counts, told apart without colour, nothing withheld given away.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use klartext::chart::{Chart, Form, Series, finding, write};
use klartext::disclosure::{CellId, Knowledge, Policy, Printed, PublishedCount, admit};
use std::collections::BTreeMap;

use Printed::{Exact, Withheld};

/// Published counts, each a table of its own beside a large number, so that the gate lets them through.
fn published(printed: &[Printed]) -> Vec<PublishedCount> {
    let table: BTreeMap<CellId, Printed> =
        printed.iter().enumerate().map(|(n, p)| (CellId::new(format!("{n:03}")), *p)).collect();
    admit(&table, &Knowledge::default(), &Policy::default()).unwrap().into_values().collect()
}

fn chart(form: Form, names: &[&str], series: &[(&str, &[Printed])]) -> Chart {
    Chart {
        id: "c".to_owned(),
        form,
        title: "Titel <b>".to_owned(),
        unit: "Personen".to_owned(),
        names: names.iter().map(|n| (*n).to_owned()).collect(),
        series: series.iter().map(|(n, v)| Series { name: (*n).to_owned(), values: published(v) }).collect(),
        finding: None,
        breaks: Vec::new(),
    }
}

fn rounded(value: u64) -> Printed {
    Printed::Rounded { value, base: 5 }
}

#[test]
fn a_bar_is_as_long_as_its_number() {
    let html = write(&chart(Form::Bars, &["Hanau", "Kreis"], &[("", &[Exact(10), Exact(5)])]));
    assert!(html.contains("class=\"c0\" x=\"0\" y=\"7.50%\" width=\"100.00%\" height=\"35.00%\""), "{html}");
    assert!(html.contains("class=\"c0\" x=\"0\" y=\"57.50%\" width=\"50.00%\" height=\"35.00%\""), "{html}");
    // Named and described; the text is text.
    assert!(html.contains("role=\"img\" aria-labelledby=\"c-t\" aria-describedby=\"c-d\""));
    assert!(html.contains("<title id=\"c-t\">Titel &lt;b&gt;</title>"));
    assert!(!html.contains("style=") && !html.contains("<text"));
}

#[test]
fn withheld_is_drawn_as_withheld_and_says_nothing_of_its_size() {
    let bars = write(&chart(Form::Bars, &["A", "B", "C"], &[("", &[Exact(10), Withheld, Exact(0)])]));
    assert_eq!(bars.matches("<circle class=\"withheld\" cx=\"0\" cy=\"50.00%\" r=\"5\"/>").count(), 1);
    assert!(!bars.contains("<rect class=\"withheld\""), "a box has a length: {bars}");
    assert!(bars.contains("width=\"0.00%\""), "zero is a bar without length: {bars}");
    assert!(bars.contains("geheim</li>"));
    let lines = write(&chart(Form::Lines, &["2023", "2024", "2025"], &[("", &[Exact(10), Withheld, Exact(20)])]));
    assert!(!lines.contains("class=\"l0\""), "no line over a withheld number: {lines}");
    assert_eq!(lines.matches("class=\"m0\"").count(), 2);
    assert!(lines.contains("2024 <strong>geheim</strong>"));
    let stacked = chart(Form::Stacked, &["A", "B"], &[("x", &[Exact(10), Exact(3)]), ("y", &[Withheld, Exact(3)])]);
    let html = write(&stacked);
    // Behind the 10 that are known, on a scale that leaves room for the mark.
    assert!(html.contains("<circle class=\"withheld\" cx=\"83.33%\""), "{html}");
}

#[test]
fn series_differ_by_pattern_and_dash() {
    let three: &[(&str, &[Printed])] =
        &[("a", &[Exact(3), Exact(4)]), ("b", &[Exact(5), Exact(6)]), ("c", &[Exact(7), Exact(8)])];
    let bars = write(&chart(Form::Bars, &["X", "Y"], three));
    assert!(bars.contains("id=\"c-p1\"") && bars.contains("fill=\"url(#c-p2)\"") && !bars.contains("c-p3"));
    let lines = write(&chart(Form::Lines, &["X", "Y"], three));
    for look in ["l0", "l1", "l2", "m0", "m1", "m2"] {
        assert!(lines.contains(&format!("class=\"{look}\"")), "{look}");
    }
    // Each line has a shape of its own.
    let shapes: Vec<&str> = lines.split(" d=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(shapes.len() == 2 && shapes[0] != shapes[1], "{shapes:?}");
}

#[test]
fn a_break_is_a_line_that_nothing_crosses() {
    let mut broken = chart(Form::Lines, &["2024", "2025", "2026"], &[("", &[Exact(30), Exact(31), Exact(20)])]);
    broken.breaks = vec![2];
    let html = write(&broken);
    assert_eq!(html.matches("class=\"l0\"").count(), 1);
    assert!(html.contains("class=\"break\" x1=\"66.67%\""));
    assert_eq!(finding(&broken), "2026: 20 Personen. Die Zahlen vor 2026 zählen anders und sind nicht vergleichbar.");
}

#[test]
fn the_finding_is_said_in_one_sentence() {
    let one = |form, values: &[Printed]| finding(&chart(form, &["2023", "2024", "2025"], &[("", values)]));
    assert_eq!(one(Form::Lines, &[Exact(10), Exact(12), Exact(14)]), "Von 10 (2023) auf 14 Personen (2025) gestiegen.");
    assert_eq!(
        one(Form::Lines, &[rounded(10), Withheld, rounded(5)]),
        "Von ungefähr 10 (2023) auf ungefähr 5 Personen (2025) gesunken. Manche Zahlen sind geheim."
    );
    assert_eq!(
        one(Form::Bars, &[Exact(10), Exact(4), Exact(4)]),
        "Am meisten: 2023, 10 Personen. Am wenigsten: 2024, 4 Personen."
    );
    assert_eq!(one(Form::Bars, &[Exact(4), Exact(4), Exact(4)]), "Überall gleich viele: 4 Personen.");
    // What is withheld may be the smallest or the largest of all.
    assert_eq!(
        one(Form::Bars, &[Exact(10), Withheld, Exact(8)]),
        "Am meisten von den genannten Zahlen: 2023, 10 Personen. Am wenigsten von den genannten Zahlen: 2025, 8 Personen. \
         Manche Zahlen sind geheim."
    );
    assert_eq!(
        one(Form::Bars, &[Exact(8), Withheld, Exact(8)]),
        "Die genannten Zahlen sind gleich: 8 Personen. Manche Zahlen sind geheim."
    );
    let ways = chart(
        Form::Bars,
        &["im Internet", "auf Papier"],
        &[("Norden", &[Exact(330), Exact(9)]), ("Süden", &[Withheld, Exact(7)])],
    );
    assert_eq!(
        finding(&ways),
        "Norden, am meisten: im Internet, 330 Personen. Süden, am meisten von den genannten Zahlen: auf Papier, 7 Personen. \
         Manche Zahlen sind geheim."
    );
    let two = chart(Form::Stacked, &["A", "B"], &[("Ja", &[Exact(3), Exact(9)]), ("Nein", &[Exact(7), Exact(7)])]);
    assert_eq!(finding(&two), "Ja, am meisten: B, 9 Personen. Nein, am meisten: A, 7 Personen.");
}

#[test]
fn what_cannot_be_drawn_is_not_drawn() {
    let nothing = |c: &Chart| assert_eq!(write(c), "");
    nothing(&chart(Form::Bars, &["A"], &[("", &[Exact(3)])]));
    nothing(&chart(Form::Bars, &["A", "B"], &[("", &[Withheld, Withheld])]));
    nothing(&chart(Form::Bars, &["A", "B"], &[("", &[Exact(3)])]));
    nothing(&chart(Form::Bars, &["A", "B"], &[("", &[Exact(3), Exact(4)] as &[Printed]); 5]));
}
