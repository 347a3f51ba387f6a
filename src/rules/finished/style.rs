//! Reads a stylesheet: takes CSS, gives its declarations in order, each with its selector and the media around it. A simple
//! reading that knows comments, texts, blocks and nesting of at-rules; enough to check what a theme declares.

/// A declaration.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Declaration<'a> {
    /// Conditions around it, outermost first, e.g. `@media print`; joined with a space.
    pub(super) media: String,
    /// Selector of its block.
    pub(super) selector: &'a str,
    /// Name of the property.
    pub(super) name: &'a str,
    /// Value, with `!important`.
    pub(super) value: &'a str,
    /// First byte.
    pub(super) at: usize,
}

/// CSS with comments blanked out, so that places stay.
pub(in crate::rules) fn without_comments(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(start) = rest.find("/*") {
        let end = rest[start + 2..].find("*/").map_or(rest.len(), |end| start + 2 + end + 2);
        out.push_str(&rest[..start]);
        out.extend(std::iter::repeat_n(' ', end - start));
        rest = &rest[end..];
    }
    out + rest
}

/// All declarations of a stylesheet without comments.
pub(super) fn declarations(css: &str) -> Vec<Declaration<'_>> {
    let mut out = Vec::new();
    let mut open: Vec<&str> = Vec::new();
    let (mut start, mut quote) = (0, None);
    for (at, c) in css.char_indices() {
        match (quote, c) {
            (Some(end), _) if c == end => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(c),
            (None, '{') => {
                open.push(css[start..at].trim());
                start = at + 1;
            }
            (None, ';' | '}') => {
                declare(&open, css, start..at, &mut out);
                if c == '}' {
                    open.pop();
                }
                start = at + 1;
            }
            _ => {}
        }
    }
    out
}

fn declare<'a>(open: &[&'a str], css: &'a str, range: std::ops::Range<usize>, out: &mut Vec<Declaration<'a>>) {
    let text = &css[range.clone()];
    let Some((name, value)) = text.split_once(':') else { return };
    let Some(selector) = open.last() else { return };
    let media: Vec<&str> = open.iter().copied().filter(|part| part.starts_with('@')).collect();
    let at = range.start + (text.len() - text.trim_start().len());
    out.push(Declaration { media: media.join(" "), selector, name: name.trim(), value: value.trim(), at });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nested_media_texts_and_comments_are_read() {
        let css = without_comments("/* a{b:c} */p{x:\"};\";y:1}@media print{@media (w){q>r{z:2 !important}}}");
        let read: Vec<_> = declarations(&css).into_iter().map(|d| (d.media, d.selector, d.name, d.value)).collect();
        assert_eq!(
            read,
            [
                (String::new(), "p", "x", "\"};\""),
                (String::new(), "p", "y", "1"),
                ("@media print @media (w)".to_owned(), "q>r", "z", "2 !important"),
            ]
        );
    }
}
