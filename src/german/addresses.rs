//! Takes a text and a place in it, tells where a web or mail address ends that begins there. Never judges whether it leads
//! anywhere.

/// The end of a web or mail address that begins at `at`, when the sign at `end` goes on into one.
pub(super) fn address_end(text: &str, at: usize, end: usize) -> Option<usize> {
    let run = text[at..].find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '“' | '„' | ')' | ']'));
    let whole = run.map_or(&text[at..], |n| &text[at..at + n]);
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
