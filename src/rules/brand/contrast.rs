//! The site's own colours: whether they can be read on the grounds of the theme.

use super::super::finished::{colour_of, tokens_of, without_comments};
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::model::{Colour, ratio_in_words};
use crate::site::Site;

/// `brand/contrast`
pub static RULE: Rule = Rule {
    code: "brand/contrast",
    severity: Severity::Error,
    title: "Die Farbe der Marke hebt sich als Schrift mindestens 7 zu 1 von jedem Grund ab.",
    why: "Links und der Kopf der Seite haben diese Farbe. Blasse Schrift kann nicht jeder lesen.",
    wrong: &[(
        "site.yaml",
        "titel: T\nanbieter: A\nbasis_url: https://example.org/\npartner:\n  - id: lwv\n    name: LWV\nmarke:\n  farbe: \"#e07000\"\n",
    )],
    right: &[(
        "site.yaml",
        "titel: T\nanbieter: A\nbasis_url: https://example.org/\npartner:\n  - id: lwv\n    name: LWV\nmarke:\n  farbe: \"#7a3d00\"\n",
    )],
};

/// The stylesheet that the grounds are read from. Another theme's are measured on its finished stylesheet.
const STYLE: &str = include_str!("../../../themes/standard/static/site.css");

/// Grounds that text in the colour of links stands on.
const GROUNDS: [&str; 3] = ["--ground", "--hued", "--kt-action-hued"];

/// Contrast of text, WCAG 2.2, 1.4.6 (AAA).
const WANTED: f64 = 7.0;

/// Both colours, each on the grounds of its pages.
pub(super) fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    let Some(brand) = &site.settings.brand else { return };
    let ways = [("farbe", brand.colour, false), ("farbe_dunkel", brand.dark, true)];
    let style = without_comments(STYLE);
    for (key, colour, dark) in ways.into_iter().filter_map(|(key, colour, dark)| Some((key, colour?, dark))) {
        let tokens = tokens_of(&style, dark);
        let grounds: Vec<Colour> = GROUNDS.iter().filter_map(|name| colour_of(&tokens, name)).collect();
        let least = grounds.iter().map(|ground| colour.contrast(*ground)).fold(f64::INFINITY, f64::min);
        if least >= WANTED {
            continue;
        }
        let (end, kind, ground) =
            if dark { (Colour::WHITE, "hellere", "dunklem") } else { (Colour::BLACK, "dunklere", "hellem") };
        let message = format!(
            "Die Farbe {colour} hebt sich als Schrift auf {ground} Grund nur {} ab, nötig sind {WANTED} : 1.",
            ratio_in_words(least)
        );
        let help = format!("Die nächste {kind} Farbe, die reicht, ist \"{}\".", colour.towards(end, &grounds, WANTED));
        let place = Place::Value(FieldPath::key("marke").then(key));
        out.push(Diagnostic::new(&RULE, &site.settings.file, place, message, help));
    }
}
