//! RDF 1.1 Turtle, as much as a catalogue needs: subjects with properties, escaped. Gives text; knows no vocabulary.

use std::fmt::Write;

/// An address between angle brackets. What may not stand there is percent-encoded (Turtle 1.1, IRIREF).
pub fn iri(address: &str) -> String {
    let mut out = String::from("<");
    for c in address.chars() {
        match c {
            '\0'..=' ' | '<' | '>' | '"' | '{' | '}' | '|' | '^' | '`' | '\\' => {
                let _ = write!(out, "%{:02X}", u32::from(c));
            }
            _ => out.push(c),
        }
    }
    out.push('>');
    out
}

/// A text in German.
pub fn german(text: &str) -> String {
    format!("{}@de", quoted(text))
}

/// A value of a data type, e.g. `typed("2026-01-01", "xsd:date")`.
pub fn typed(text: impl std::fmt::Display, kind: &str) -> String {
    format!("{}^^{kind}", quoted(&text.to_string()))
}

/// A text of no language.
pub fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// A node without address: its properties between brackets.
pub fn node(properties: &[(&str, String)]) -> String {
    let all: Vec<String> = properties.iter().map(|(name, value)| format!("{name} {value}")).collect();
    format!("[ {} ]", all.join(" ; "))
}

/// A subject, its properties one a line.
pub fn subject(name: &str, properties: &[(&str, String)]) -> String {
    let all: Vec<String> = properties.iter().map(|(name, value)| format!("    {name} {value}")).collect();
    format!("{name}\n{} .\n", all.join(" ;\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_or_address_can_end_it() {
        assert_eq!(german("a\"b\\c\n\u{7}ü"), "\"a\\\"b\\\\c\\n\\u0007ü\"@de");
        assert_eq!(iri("https://a.b/> <c\"\\"), "<https://a.b/%3E%20%3Cc%22%5C>");
    }
}
