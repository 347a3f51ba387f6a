//! Drawings on the pages of reports: the same numbers as in the table and in the file, or a finding that says why not.

#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "sites/mod.rs"]
mod sites;

use sites::Site;

const PLACES: [(&str, [u64; 2]); 3] = [("nord", [700, 503]), ("ost", [61, 47]), ("west", [1290, 9])];

/// A report by place and sex, with these lines of front matter.
fn report(id: &str, year: u32, more: &str) -> String {
    format!(
        "---\nart: bericht\nid: {id}\ntitel: Zahlen\njahr: {year}\nstichtag: {year}-06-30\nveroeffentlicht_am: 2026-04-02\n\
         freigabe: {{von: [lwv], am: 2026-04-01}}\nreihe: r\n{more}tabelle:\n  datei: {id}.csv\n  \
         mass: {{titel: Anträge, einheit: Anträge}}\n  \
         merkmale:\n    - spalte: ort\n      titel: Ort\n      summe: alle\n      \
         werte: [{{id: alle, titel: Alle}}, {{id: nord, titel: Nord}}, {{id: kreis, titel: Kreis}}, \
         {{id: ost, titel: Ost, teil_von: kreis}}, {{id: west, titel: West, teil_von: kreis}}]\n    \
         - spalte: wer\n      titel: Wer\n      summe: alle\n      \
         werte: [{{id: alle, titel: Zusammen}}, {{id: jung, titel: Junge}}, {{id: alt, titel: Alte}}]\n---\nText.\n"
    )
}

/// The file of it; each year a little more. Some cells are withheld.
fn csv(plus: u64) -> String {
    let mut sums: Vec<(&str, [u64; 2])> = PLACES.map(|(n, [a, b])| (n, [a + plus, b + plus])).to_vec();
    let add = |of: &[(&str, [u64; 2])]| of.iter().fold([0, 0], |[a, b], (_, [x, y])| [a + x, b + y]);
    let (all, district) = (add(&sums), add(&sums[1..]));
    sums.splice(0..0, [("alle", all), ("kreis", district)]);
    let mut out = "ort,wer,wert,status\n".to_owned();
    for (place, [young, old]) in sums {
        let withheld = place == "ost" || place == "west";
        let cell = |n: u64| if withheld { ",geheim".to_owned() } else { format!("{n},") };
        out += &format!("{place},alle,{},\n{place},jung,{}\n{place},alt,{}\n", young + old, cell(young), cell(old));
    }
    out
}

fn site(more: &str) -> Site {
    Site::base().file("berichte/z.md", report("z", 2025, more)).file("berichte/z.csv", csv(0))
}

fn page(site: &Site, path: &str) -> String {
    let outcome = site.run();
    let errors: Vec<_> = outcome.findings.iter().filter(|f| f.code.starts_with("report/")).collect();
    assert!(errors.is_empty(), "{errors:?}");
    String::from_utf8(outcome.artifacts[path].bytes.to_vec()).unwrap()
}

/// What stands between `from` and `to`, each time.
fn between<'a>(text: &'a str, from: &str, to: &str) -> Vec<&'a str> {
    text.split(from).skip(1).map(|rest| rest.split(to).next().unwrap()).collect()
}

/// The numbers of the file for these codes, with how they are told; 0 where withheld.
fn numbers(csv: &str, wanted: &[&str], who: &str) -> Vec<(u64, String)> {
    let find = |place: &&str| {
        let head = format!("{place},{who},");
        let rest = csv.lines().find_map(|l| l.strip_prefix(head.as_str())).unwrap();
        rest.split_once(',').unwrap().0.parse().map_or((0, "geheim".to_owned()), |n: u64| (n, dotted(n)))
    };
    wanted.iter().map(find).collect()
}

fn dotted(n: u64) -> String {
    if n < 1000 { n.to_string() } else { format!("{}.{:03}", n / 1000, n % 1000) }
}

/// Numbers of drawn bars, read back from their lengths; `end` is where the scale ends.
fn lengths(figure: &str, look: &str, end: f64) -> Vec<u64> {
    let bars = between(figure, &format!("<rect {look} x="), "/>");
    let width = |bar: &&str| between(bar, "width=\"", "%\"")[0].parse::<f64>().unwrap();
    bars.iter().map(|b| (width(b) * end / 100.0).round() as u64).collect()
}

#[test]
fn drawing_table_and_file_hold_the_same_numbers() {
    let site = site("diagramme: [{form: balken, zeilen: ort}, {form: balken, zeilen: ort, reihen: wer}]\n");
    let html = page(&site, "berichte/z/index.html");
    let file = page(&site, "berichte/z.csv");
    let figures = between(&html, "<figure", "</figure>");
    assert_eq!(figures.len(), 2);
    // Sums hold others: they are in the table, not in the drawing.
    let places = ["nord", "ost", "west"];
    let expected = numbers(&file, &places, "alle");
    assert_eq!(lengths(figures[0], "class=\"c0\"", 1500.0), expected.iter().map(|n| n.0).collect::<Vec<_>>());
    let said: Vec<&str> = between(figures[0], "<strong>", "</strong>")[1..].to_vec();
    assert_eq!(said, expected.iter().map(|n| n.1.as_str()).collect::<Vec<_>>());
    // Two series: one plain, one with a pattern; what is withheld has a mark and no length.
    let known = |who| numbers(&file, &places, who).iter().map(|n| n.0).filter(|n| *n > 0).collect::<Vec<_>>();
    assert_eq!(lengths(figures[1], "class=\"c0\"", 800.0), known("jung"));
    assert_eq!(lengths(figures[1], "class=\"edge\" fill=\"url(#diagramm-2-p1)\"", 800.0), known("alt"));
    assert_eq!(
        figures[1].matches("<circle class=\"withheld\" cx=\"0\" cy=").count(),
        5,
        "four, and the one of the key"
    );
    let table = &html[html.find("<tbody>").unwrap()..];
    for (n, place) in ["alle", "nord", "kreis", "ost", "west"].iter().enumerate() {
        let row = between(table, "<tr", "</tr>")[n];
        let cells: Vec<&str> =
            between(row, "<td class=\"r", "</td>").iter().map(|c| c.rsplit('>').next().unwrap()).collect();
        let expected = ["alle", "jung", "alt"].map(|who| numbers(&file, &[place], who)[0].1.clone());
        assert_eq!(cells, expected, "{place}");
    }
}

/// What the rule about numbers of charts says of the finished files, with `from` in a file put in place by `to`.
fn tampered(site: &Site, path: &str, from: &str, to: &str) -> Vec<String> {
    let outcome = site.run();
    let mut artifacts = outcome.artifacts;
    let text = String::from_utf8(artifacts[path].bytes.to_vec()).unwrap();
    assert!(text.contains(from), "{from} is not in {path}: {text}");
    artifacts.get_mut(path).unwrap().bytes = text.replacen(from, to, 1).into_bytes().into();
    let found = klartext::rules::check_artifacts(&artifacts, "/", "T", &outcome.site.snapshot);
    let found = found.into_iter().filter(|d| d.rule.code == "a11y/chart-numbers");
    // A finding begins with the page.
    found.map(|d| d.message.split_once(": ").unwrap().1.to_owned()).collect()
}

#[test]
fn a_drawing_that_says_something_else_is_found() {
    let wishes = "diagramme: [{form: balken, zeilen: ort}, {form: balken, zeilen: ort, reihen: wer}, \
                  {form: gestapelt, zeilen: wer, reihen: ort, auswahl: {ort: [nord, kreis]}}]\n";
    let site = site(wishes);
    let (page, file) = ("berichte/z/index.html", "berichte/z-semikolon.csv");
    assert_eq!(tampered(&site, page, "<figure", "<figure"), Vec::<String>::new());
    let of = |title: &str, name: &str| {
        format!(
            "Im Diagramm „{title}, Stichtag 30. Juni 2025“ passt „{name}“ nicht zu den Zahlen der Tabelle und der Datei."
        )
    };
    let (plain, pairs, stack) = ("Anträge nach Ort", "Anträge nach Ort und Wer", "Anträge nach Wer und Ort");
    for (from, to, wanted) in [
        // Nord has 1.203 of 1.500.
        ("width=\"80.20%\"", "width=\"81.20%\"", of(plain, "Nord")),
        ("Nord <strong>1.203", "Nord <strong>1.204", of(plain, "Nord")),
        // 503 old people in Nord, of 800, with a pattern of their own.
        ("width=\"62.88%\"", "width=\"62.00%\"", of(pairs, "Nord")),
        ("width=\"54.04%\"", "width=\"53.04%\"", of(stack, "Junge")),
    ] {
        assert_eq!(tampered(&site, page, from, to), [wanted], "{from}");
    }
    let said = tampered(&site, page, "<desc id=\"diagramm-1-d\">Am", "<desc id=\"diagramm-1-d\">Im");
    assert!(said[0].contains("nennt nicht den Befund"), "{said:?}");
    let said = tampered(&site, page, "<pattern id=\"diagramm-2-p1\"", "<pattern id=\"x\"");
    assert!(said[0].contains("ein Muster fehlt"), "{said:?}");
    let said = tampered(&site, file, "Nord;Junge;700;", "Nord;Junge;701;");
    assert!(said.contains(
        &"Für „Nord, Junge“ nennen die Tabelle und die Datei z-semikolon.csv verschiedene Zahlen.".to_owned()
    ));
    let said = tampered(&site, page, "<td class=\"r\">503</td>", "<td class=\"r\">504</td>");
    assert!(said.iter().any(|m| m.starts_with("Für „Nord, Alte“")), "{said:?}");
}

#[test]
fn without_a_wish_there_is_one_drawing() {
    let html = page(&site(""), "berichte/z/index.html");
    assert_eq!(html.matches("<figure class=\"chart\"").count(), 1);
    assert!(html.contains("<title id=\"diagramm-1-t\">Anträge nach Ort, Stichtag 30. Juni 2025</title>"));
    let chosen = site("diagramme: [{form: balken, zeilen: wer, auswahl: {ort: nord}, befund: Ein Satz.}]\n");
    let html = page(&chosen, "berichte/z/index.html");
    assert!(html.contains("<figcaption><strong>Ein Satz.</strong> Anträge nach Wer, Ort: Nord, Stichtag"), "{html}");
}

#[test]
fn a_series_is_drawn_over_the_years_up_to_its_break() {
    let mut site = site("bruch: Anders gezählt.\n");
    for (year, plus) in [(2022, 10), (2023, 20), (2024, 30)] {
        let id = format!("y{year}");
        site = site
            .file(&format!("berichte/{id}.md"), report(&id, year, ""))
            .file(&format!("berichte/{id}.csv"), csv(plus));
    }
    let html = page(&site, "berichte/reihe/r/index.html");
    let figure = between(&html, "<figure", "</figure>")[0];
    let names: Vec<&str> = between(between(figure, "<ol", "</ol>")[0], "<li>", "</li>");
    assert_eq!(names, ["2022", "2023", "2024", "2025"]);
    // Three places over four years; a line joins years, but not over the break.
    for series in ["0", "1", "2"] {
        let sign = if series == "0" { "circle" } else { "use" };
        assert_eq!(figure.matches(&format!("<{sign} class=\"m{series}\" ")).count() - 1, 4, "{series}");
        assert_eq!(figure.matches(&format!("<line class=\"l{series}\" x1")).count() - 1, 2, "{series}");
    }
    assert_eq!(figure.matches("class=\"break\"").count(), 1);
    assert!(figure.contains("Die Zahlen vor 2025 zählen anders"));
    // The heights are the numbers of the table.
    assert_eq!(tampered(&site, "berichte/reihe/r/index.html", "<figure", "<figure"), Vec::<String>::new());
    let lower = tampered(&site, "berichte/reihe/r/index.html", "cy=\"15.80%\"", "cy=\"16.80%\"");
    assert!(lower[0].contains("passt „2024“ nicht"), "{lower:?}");
    let row = between(&html, "<tr><th scope=\"row\">2024", "</tr>")[0];
    let cells: Vec<&str> = between(row, "<td class=\"r\">", "</td>");
    assert_eq!(cells[1], "1.263");
    let height = (1500.0 - 1263.0) / 15.0;
    assert!(figure.contains(&format!("cx=\"62.50%\" cy=\"{height:.2}%\"")), "{figure}");
}
