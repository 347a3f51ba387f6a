//! Takes a text and a place in it, tells where a web or mail address ends that begins there. Never judges whether it leads
//! anywhere.

/// A longer run of signs without a blank, in characters, is data and no address; each of its words would look at all of it.
const LONGEST_ADDRESS: usize = 2_000;

/// The end of a web or mail address that begins at `at`, when the sign at `end` goes on into one.
pub(super) fn address_end(text: &str, at: usize, end: usize) -> Option<usize> {
    let rest = &text[at..];
    let stops = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '“' | '„' | ')' | ']');
    // The end of the text stops an address too.
    let ends = rest.char_indices().map(|(n, c)| (n, stops(c))).chain([(rest.len(), true)]);
    let (length, _) = ends.take(LONGEST_ADDRESS).find(|(_, stops)| *stops)?;
    let whole = &rest[..length];
    let whole = whole.trim_end_matches(['.', ',', ':', ';', '!', '?']);
    if at + whole.len() <= end {
        return None;
    }
    let mail = whole.contains('@');
    let web = whole.contains("://") || whole.starts_with("www.");
    let host = whole.split('/').next().unwrap_or("");
    let domain = ["de", "org", "com", "net", "eu", "info", "gov", "at", "ch"]
        .iter()
        .any(|d| host.strip_suffix(d).is_some_and(|h| h.ends_with('.') && h.len() > 2));
    // "gut.Das" is a missing space, not a host.
    (mail || web || (domain && !host.chars().any(char::is_uppercase))).then_some(at + whole.len())
}
