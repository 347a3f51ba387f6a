//! From a field's path to its place in the file. Runs only for findings: it reads the front matter a second time, with
//! a parser that knows positions, which the YAML library of the first reading does not.

use super::{Split, split};
use crate::diagnostic::{FieldPath, Place, Step};
use crate::source::{LineIndex, Span};
use saphyr_parser::{Event, Parser, Span as YamlSpan};
use std::cell::OnceCell;

/// The bytes of a front-matter field (or of its key) in `text`. A missing field gives the place of what should hold it:
/// the key of a group, the first key of a group in a list, at last the first line. Works on `site.yaml` too, which is all YAML.
pub fn locate(text: &str, place: &Place) -> Option<Span> {
    locator(text)(place)
}

/// The same for many fields of one text, which is read once, and only if a field is asked for.
pub fn locator(text: &str) -> impl Fn(&Place) -> Option<Span> {
    let range = match split(text) {
        Split::Found(yaml, _) => yaml,
        _ => 0..text.len(),
    };
    let yaml = &text[range.clone()];
    let read: OnceCell<Option<(Tree, LineIndex)>> = OnceCell::new();
    move |place| {
        let (path, want_key, nth) = match place {
            Place::Key(path, nth) => (path, true, *nth),
            Place::Value(path) => (path, false, 0),
            _ => return None,
        };
        let (tree, lines) = read.get_or_init(|| Some((load(yaml)?, LineIndex::new(yaml)))).as_ref()?;
        let found = walk(tree, path, want_key, nth);
        let (start, end) = found.map_or((0, 0), |s| {
            let at = |m: saphyr_parser::Marker| lines.offset(yaml, m.line(), m.col() + 1);
            (at(s.start), at(s.end))
        });
        // A block value's span runs into the next line; the mark shall end where the words end.
        let trimmed = start + yaml.get(start..end).map_or(0, |s| s.trim_end().len());
        Some(Span::new(range.start + start, range.start + trimmed.max(start)))
    }
}

struct Tree {
    span: YamlSpan,
    kind: Branch,
}

enum Branch {
    Leaf(String),
    List(Vec<Tree>),
    Map(Vec<(Tree, Tree)>),
}

fn load(yaml: &str) -> Option<Tree> {
    let mut events = Parser::new_from_str(yaml);
    loop {
        let (event, span) = events.next()?.ok()?;
        match event {
            Event::StreamStart | Event::DocumentStart(_) => {}
            event => return node(&mut events, event, span, 0),
        }
    }
}

type Events<'a> = Parser<'a, saphyr_parser::StrInput<'a>>;

fn node(events: &mut Events<'_>, event: Event<'_>, span: YamlSpan, depth: usize) -> Option<Tree> {
    if depth > 64 {
        return None;
    }
    match event {
        Event::Scalar(text, ..) => Some(Tree { span, kind: Branch::Leaf(text.into_owned()) }),
        Event::Alias(_) => Some(Tree { span, kind: Branch::Leaf(String::new()) }),
        Event::SequenceStart(..) => {
            let mut items = Vec::new();
            loop {
                let (event, item) = events.next()?.ok()?;
                if let Event::SequenceEnd = event {
                    let span = YamlSpan::new(span.start, item.end);
                    return Some(Tree { span, kind: Branch::List(items) });
                }
                items.push(node(events, event, item, depth + 1)?);
            }
        }
        Event::MappingStart(..) => {
            let mut entries = Vec::new();
            loop {
                let (event, key) = events.next()?.ok()?;
                if let Event::MappingEnd = event {
                    let span = YamlSpan::new(span.start, key.end);
                    return Some(Tree { span, kind: Branch::Map(entries) });
                }
                let key = node(events, event, key, depth + 1)?;
                let (event, value) = events.next()?.ok()?;
                entries.push((key, node(events, event, value, depth + 1)?));
            }
        }
        _ => None,
    }
}

fn walk(tree: &Tree, path: &FieldPath, want_key: bool, nth: usize) -> Option<YamlSpan> {
    let mut current = tree;
    let mut key_span = None;
    for (depth, step) in path.0.iter().enumerate() {
        let last = depth + 1 == path.0.len();
        let next = match (step, &current.kind) {
            (Step::Key(name), Branch::Map(entries)) => {
                let mut same = entries.iter().filter(|(k, _)| is_called(k, name));
                let pick = if last { same.nth(nth) } else { same.next() };
                pick.map(|(key, value)| {
                    key_span = Some(key.span);
                    value
                })
            }
            (Step::Index(index), Branch::List(items)) => items.get(*index).inspect(|item| {
                // An empty entry has no extent of its own; its list's key says more than the next line would.
                if item.span.start.index() != item.span.end.index() {
                    key_span = Some(head(item));
                }
            }),
            // A single value where a list is allowed too.
            (Step::Index(0), _) => Some(current),
            _ => None,
        };
        match next {
            Some(tree) => current = tree,
            // The field is missing: the place of what should hold it, or the first line.
            None => return key_span,
        }
    }
    let empty = current.span.start.index() == current.span.end.index();
    if want_key || empty { key_span.or(Some(current.span)) } else { Some(current.span) }
}

/// Whether a key is called `name`. Keys that are lists or groups go by `?`, as in [`super::read`], empty ones by `~`.
fn is_called(key: &Tree, name: &str) -> bool {
    match &key.kind {
        Branch::Leaf(text) => text == name || text.is_empty() && name == "~",
        Branch::List(_) | Branch::Map(_) => name == "?",
    }
}

/// What to point at for a whole entry of a list: a group by its first key, anything else by itself.
fn head(item: &Tree) -> YamlSpan {
    match &item.kind {
        Branch::Map(entries) => entries.first().map_or(item.span, |(key, _)| key.span),
        _ => item.span,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, place: Place) -> &str {
        &text[locate(text, &place).unwrap().range()]
    }

    #[test]
    fn finds_keys_values_and_doubles() {
        let text = "---\ntitel: Ä b\nliste:\n  - eins\n  - name: zwei\ntitel: noch\n---\n";
        assert_eq!(found(text, Place::Value(FieldPath::key("titel"))), "Ä b");
        assert_eq!(found(text, Place::Value(FieldPath::key("liste").at(1).then("name"))), "zwei");
        assert_eq!(found(text, Place::Key(FieldPath::key("liste"), 0)), "liste");
        assert_eq!(locate(text, &Place::Key(FieldPath::key("titel"), 1)).unwrap().start, 47);
        assert_eq!(found(text, Place::Value(FieldPath::key("fehlt"))), "");
        assert_eq!(found(text, Place::Value(FieldPath::key("liste").at(1).then("fehlt"))), "name");
    }
}
