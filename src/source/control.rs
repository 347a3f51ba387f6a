//! Control characters: no page may hold them, and no editor sees them. Tabulator and ends of lines are none.
//!
//! HTML Standard, "control character" and "noncharacter": both are parse errors of a page.

/// The first control character of a text, with its place in bytes.
pub fn control_character(text: &str) -> Option<(usize, char)> {
    // Nearly all texts have no byte that could begin one. Without an early end, many bytes are looked at at once.
    if !text.bytes().fold(false, |found, byte| found | may_begin(byte)) {
        return None;
    }
    text.char_indices().find(|(_, c)| is_control(*c))
}

/// Whether a byte is a control character, or begins one of two or three bytes.
fn may_begin(byte: u8) -> bool {
    byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r') || matches!(byte, 0x7f | 0xc2 | 0xef)
}

/// Whether a character may not stand in a page.
fn is_control(c: char) -> bool {
    c.is_control() && !matches!(c, '\t' | '\n' | '\r') || matches!(c, '\u{fdd0}'..='\u{fdef}' | '\u{fffe}' | '\u{ffff}')
}

/// What a control character is, in a sentence.
pub fn control_name(c: char) -> String {
    let name = match c {
        '\0' => " (Null-Zeichen)",
        '\u{7}' => " (Klingel-Zeichen)",
        '\u{8}' => " (Rück-Schritt)",
        '\u{b}' => " (Zeilen-Umbruch aus Word)",
        '\u{c}' => " (Seiten-Umbruch)",
        '\u{1b}' => " (Escape-Zeichen)",
        _ => "",
    };
    format!("Hier steht ein Steuer-Zeichen: U+{:04X}{name}.", u32::from(c))
}

#[cfg(test)]
mod tests {
    use super::control_character;

    #[test]
    fn tabulator_and_ends_of_lines_are_no_control_characters() {
        for text in ["", "a\tb\r\nc", "äöü „ß“ \u{a0}\u{ad}\u{200b}\u{feff}"] {
            assert_eq!(control_character(text), None, "{text:?}");
        }
        for c in ['\0', '\u{7}', '\u{b}', '\u{c}', '\u{1b}', '\u{7f}', '\u{80}', '\u{9f}', '\u{fffe}'] {
            assert_eq!(control_character(&format!("ä{c}b")), Some((2, c)), "{c:?}");
        }
    }
}
