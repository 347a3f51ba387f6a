//! What `marke` of `site.yaml` adds to the stylesheet: takes the brand and the addresses of the fonts, gives CSS.

use crate::kinds::{Brand, Font};
use std::fmt::Write;

/// The cuts of each font: file, weight, and the same cut of the font that stands in for it, by the names it has on devices.
const CUTS: [(&str, u16, &str); 2] = [
    ("schrift/atkinson-400.woff2", 400, r#"local("Arial"),local("ArialMT"),local("Liberation Sans")"#),
    ("schrift/atkinson-700.woff2", 700, r#"local("Arial Bold"),local("Arial-BoldMT"),local("Liberation Sans Bold")"#),
];

/// What makes Arial as wide and as high as Atkinson Hyperlegible Next: measured on German sentences of this subject with the
/// widths and the heights that both files give (127.5 to 129.0 em; ascent 0.984, descent 0.316).
const FIT: &str = "size-adjust:98.9%;ascent-override:99.5%;descent-override:32%;line-gap-override:0%";

/// The rules, to stand behind all others. `address` gives the path of a font below the output folder.
pub(super) fn of(brand: &Brand, address: impl Fn(&str) -> Option<String>) -> String {
    let mut out = String::new();
    if let Some(font) = brand.font {
        out.push_str(&font_css(font, address));
    }
    out.push_str(&colours(brand));
    out
}

/// The font, and one of the device that takes no more and no less room. `optional`: what is not there at once is not shown
/// on this page, so that no text ever jumps; from the cache it is there at once.
fn font_css(font: Font, address: impl Fn(&str) -> Option<String>) -> String {
    let name = font.name();
    let mut out = format!("\n/*! {name}: SIL Open Font License 1.1, {}OFL.txt */\n", Font::FOLDER);
    for (file, weight, stand_in) in CUTS {
        let Some(path) = address(file) else { continue };
        // Addresses in a stylesheet begin at its folder.
        let path = path.strip_prefix("assets/").unwrap_or(&path);
        let _ = write!(
            out,
            "@font-face{{font-family:\"{name}\";font-weight:{weight};font-display:optional;src:url({path}) format(\"woff2\")}}\
             @font-face{{font-family:\"Ersatz\";font-weight:{weight};src:{stand_in};{FIT}}}"
        );
    }
    let _ = write!(out, "body{{font-family:\"{name}\",\"Ersatz\",Arial,sans-serif}}");
    out
}

/// The site's own colours. Only on screens: sheets of paper are black on white.
fn colours(brand: &Brand) -> String {
    let light = brand.colour.map(|colour| format!(":root{{--kern-color-action-default:{colour};--kt-brand:{colour}}}"));
    let dark = brand.dark.map(|colour| {
        let rule = format!("html:not([data-easy]){{--kern-color-action-default:{colour}}}");
        format!("@media (prefers-color-scheme:dark){{{rule}}}")
    });
    match (light, dark) {
        (None, None) => String::new(),
        (light, dark) => format!("\n@media screen{{{}{}}}\n", light.unwrap_or_default(), dark.unwrap_or_default()),
    }
}
