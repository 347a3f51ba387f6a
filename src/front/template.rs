//! The fields of a kind as a commented template: required fields to fill in, optional ones as comments.

use super::Field;
use std::fmt::Write;

/// Front matter of a new file. `given` holds values that are known already, as YAML.
pub fn template(fields: &[Field], given: &[(&str, String)]) -> String {
    let mut out = String::from("---\n");
    for field in fields {
        let known = given.iter().find(|(key, _)| *key == field.key).map(|(_, value)| value.as_str());
        let _ = writeln!(out, "# {}", field.help);
        let value = known.unwrap_or(field.example);
        let comment = if field.required || known.is_some() { "" } else { "# " };
        let mut lines = value.lines();
        let _ = writeln!(out, "{comment}{}:{}", field.key, first(lines.next().unwrap_or("")));
        for line in lines {
            let _ = writeln!(out, "{comment}{line}");
        }
    }
    out.push_str("---\n");
    out
}

fn first(value: &str) -> String {
    if value.is_empty() { String::new() } else { format!(" {value}") }
}
