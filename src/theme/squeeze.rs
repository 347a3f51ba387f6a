//! Makes a stylesheet smaller for the way: takes CSS, gives the same CSS without comments and without blanks that mean
//! nothing. Never touches texts in quotes, and no blank that may part two words of a selector or a value.

/// A comment that begins like this stays: it names a licence.
const KEPT: &str = "/*!";

/// The same stylesheet with fewer bytes. What is not closed (a comment, a text) ends with the file, as browsers read it.
pub(super) fn squeezed(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(c) = rest.chars().next() {
        let length = match c {
            '/' if rest.starts_with("/*") => {
                let length = rest[2..].find("*/").map_or(rest.len(), |end| end + 4);
                if rest.starts_with(KEPT) {
                    out.push_str(&rest[..length]);
                }
                length
            }
            '"' | '\'' => {
                let length = text_length(rest, c);
                out.push_str(&rest[..length]);
                length
            }
            _ if c.is_ascii_whitespace() => {
                // Behind these a blank means nothing; a second one never does.
                if !out.is_empty() && !out.ends_with(['{', '}', ';', ',', ':', ' ']) {
                    out.push(' ');
                }
                1
            }
            '{' | '}' | ';' | ',' => {
                while out.ends_with(' ') || (c == '}' && out.ends_with(';')) {
                    out.pop();
                }
                out.push(c);
                1
            }
            _ => {
                out.push(c);
                c.len_utf8()
            }
        };
        rest = &rest[length..];
    }
    out.truncate(out.trim_end().len());
    out
}

/// Bytes of a text in quotes at the start of `rest`, quotes and escapes included.
fn text_length(rest: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if c == quote => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

#[cfg(test)]
mod tests {
    use super::squeezed;

    #[test]
    fn what_means_nothing_goes() {
        for (css, wanted) in [
            ("a {\n  color: red;\n}\n\nb , c{ }\n", "a{color:red}b,c{}"),
            ("/* note */a b>c :hover{margin:0 calc(1px + 2px)}", "a b>c :hover{margin:0 calc(1px + 2px)}"),
            ("@media (min-width: 40em) { a { b: c } }", "@media (min-width:40em){a{b:c}}"),
            ("a::before { content: \"/* x */  { ; \" / \"\" }", "a::before{content:\"/* x */  { ; \" / \"\"}"),
            ("/*! licence */ a{b:'\\' ; '}", "/*! licence */ a{b:'\\' ; '}"),
            ("a{b:c} /* open", "a{b:c}"),
            ("a{b:\"open", "a{b:\"open"),
            ("a{b:c;;}", "a{b:c}"),
        ] {
            assert_eq!(squeezed(css), wanted, "{css}");
            assert_eq!(squeezed(wanted), wanted);
        }
    }
}
