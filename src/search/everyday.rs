//! Takes what a list or section is, gives the everyday words that people look for it by. They are data: `everyday.txt`.

/// One line for each list: its name, then the words.
const WORDS: &str = include_str!("everyday.txt");

/// Everyday words, as one text; none for a name that has no line.
pub fn everyday(name: &str) -> Option<&'static str> {
    let lines = WORDS.lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_once(':')).find(|(own, _)| *own == name).map(|(_, words)| words.trim())
}
