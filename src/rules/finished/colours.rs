//! The colours of the theme, measured: text 7:1 on its ground, frames and the ring of the focus 3:1.

use super::Context;
use super::style::{declarations, without_comments};
use crate::diagnostic::{Diagnostic, Place, Rule, Severity};
use crate::model::{Colour, ratio_in_words};
use std::collections::HashMap;

/// `a11y/contrast`
pub static RULE: Rule = Rule {
    code: "a11y/contrast",
    severity: Severity::Error,
    title: "Text hebt sich von seinem Grund mindestens 7 zu 1 ab, Rahmen mindestens 3 zu 1, hell und dunkel.",
    why: "Wer schlecht sieht oder in der Sonne liest, erkennt blasse Schrift nicht.",
    wrong: &[("eigen.css", ":root { --text: #767676; --ground: #fff }\n")],
    right: &[("eigen.css", ":root { --text: #131525; --ground: #fff }\n")],
};

/// Pairs of tokens that the theme puts on each other: ratio, in front, behind. They stand beside the theme.
const PAIRS: &str = include_str!("../../../themes/standard/kontraste.txt");

/// Colours of one way to show the pages.
pub(in crate::rules) type Tokens<'a> = HashMap<&'a str, &'a str>;

/// Every stylesheet that declares tokens of the list. WCAG 2.2, 1.4.3, 1.4.6, 1.4.11.
pub(super) fn check(context: &Context<'_>) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    for (path, file) in context.files.iter().filter(|(path, _)| path.ends_with(".css")) {
        let css = without_comments(&String::from_utf8_lossy(&file.bytes));
        for (way, dark) in [("hell", false), ("dunkel", true)] {
            let tokens = tokens_of(&css, dark);
            for (wanted, front, behind) in pairs() {
                let Some(ratio) = contrast_of_tokens(&tokens, front, behind).filter(|ratio| *ratio < wanted) else {
                    continue;
                };
                let message = format!(
                    "Im Stylesheet {path} ({way}) hebt sich {front} von {behind} nur {} ab, nötig sind {wanted} : 1.",
                    ratio_in_words(ratio)
                );
                let help = "Nehmen Sie eine dunklere Farbe auf hellem Grund, eine hellere auf dunklem.";
                out.push(Diagnostic::new(&RULE, &file.origin, Place::File, message, help));
            }
        }
    }
    out
}

/// The lines of the list; what is no pair is a comment.
fn pairs() -> impl Iterator<Item = (f64, &'static str, &'static str)> {
    PAIRS.lines().filter_map(|line| {
        let mut words = line.split_whitespace();
        Some((words.next()?.parse().ok()?, words.next()?, words.next()?))
    })
}

/// The tokens (`--name`) of the root element in a stylesheet without comments: of light pages, to which those in Leichte
/// Sprache belong, or of dark ones. Print and forced colours are other matters.
pub(in crate::rules) fn tokens_of(css: &str, dark: bool) -> Tokens<'_> {
    let is_dark =
        |media: &str| media.contains("prefers-color-scheme:dark") || media.contains("prefers-color-scheme: dark");
    let root = |selector: &str| {
        selector.split(',').any(|part| matches!(part.trim(), ":root" | "html" | "html:not([data-easy])"))
    };
    declarations(css)
        .into_iter()
        .filter(|own| own.name.starts_with("--") && root(own.selector))
        .filter(|own| {
            matches!(&*own.media, "" | "@media screen") || (dark && is_dark(&own.media) && !own.media.contains("print"))
        })
        // What is said of dark pages wins, wherever it stands: its selector is the more special one.
        .fold((Tokens::new(), HashMap::new()), |(mut tokens, mut rank), own| {
            let new = u8::from(is_dark(&own.media));
            if *rank.get(own.name).unwrap_or(&0) <= new {
                rank.insert(own.name, new);
                tokens.insert(own.name, own.value);
            }
            (tokens, rank)
        })
        .0
}

/// Contrast of two tokens; `None` where one is no plain colour.
fn contrast_of_tokens(tokens: &Tokens<'_>, front: &str, behind: &str) -> Option<f64> {
    Some(colour_of(tokens, front)?.contrast(colour_of(tokens, behind)?))
}

/// The colour of a token; it may be named by others.
pub(in crate::rules) fn colour_of(tokens: &Tokens<'_>, name: &str) -> Option<Colour> {
    let mut value = *tokens.get(name)?;
    // A token that names itself would go round for ever.
    for _ in 0..8 {
        match value.strip_prefix("var(").and_then(|rest| rest.split([',', ')']).next()) {
            Some(other) => value = tokens.get(other.trim())?,
            None => return Colour::parse(value),
        }
    }
    None
}
