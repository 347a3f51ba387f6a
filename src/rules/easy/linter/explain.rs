//! Takes a rule, gives what its help page says beyond title and reason: remedy, source, blind spots, all examples.

use super::rule::RuleDoc;
use std::fmt::Write;

/// The further part of the page of `klartext explain CODE`.
pub fn more(rule: &RuleDoc) -> String {
    let mut out = String::new();
    for (head, text) in [
        ("Genau", rule.text),
        ("Was tun", rule.help),
        ("Quelle", rule.source),
        ("Was die Regel nicht sieht", rule.blind),
    ] {
        let _ = writeln!(out, "\n{head}: {text}");
    }
    for (head, examples) in [("Falsch", rule.wrong), ("Richtig", rule.right)] {
        for example in examples {
            let _ = writeln!(out, "\n{head}:\n");
            for line in example.lines() {
                let _ = writeln!(out, "    {line}");
            }
        }
    }
    out
}
