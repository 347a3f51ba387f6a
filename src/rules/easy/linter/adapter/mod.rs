//! Takes a loose Markdown or plain-text file, gives a [`TextDoc`]. Only for files outside a site: pages of a site come
//! from the site's own tree. Front matter and code are left out.

mod markdown;
mod plain;

pub use markdown::markdown;
pub use plain::plain;

use crate::german::doc::TextDoc;

/// Reads a file by its name: `.txt` is plain text, all else Markdown.
pub fn read(name: &str, source: &str) -> TextDoc {
    if name.to_lowercase().ends_with(".txt") { plain(source) } else { markdown(source) }
}

/// Short lines, one of them a postal code with a place.
fn looks_like_address(text: &str) -> bool {
    let postal = |line: &str| {
        let mut words = line.split_whitespace();
        words.next().is_some_and(|w| w.len() == 5 && w.bytes().all(|b| b.is_ascii_digit()))
            && words.next().is_some_and(|w| w.starts_with(char::is_uppercase))
    };
    text.contains('\n')
        && text.lines().any(|l| postal(l.trim()))
        && text.lines().all(|l| l.split_whitespace().count() <= 7 && !l.trim_end().ends_with('.'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::german::doc::BlockKind;

    #[test]
    fn reads_blocks_with_places() {
        let source = "---\ntitel: X\n---\n# Kopf\n\nDas ist **gut**.\nJa.\n\n- Punkt\n- Zwei\n\n> Wort\n\n<!-- easy:ok a: b -->\n";
        let doc = markdown(source);
        let kinds: Vec<_> = doc.blocks.iter().map(|b| (b.kind, b.text.as_str())).collect();
        assert_eq!(
            kinds,
            [
                (BlockKind::Heading(1), "Kopf"),
                (BlockKind::Paragraph, "Das ist gut.\nJa."),
                (BlockKind::ListItem { depth: 1 }, "Punkt"),
                (BlockKind::ListItem { depth: 1 }, "Zwei"),
                (BlockKind::Quote, "Wort"),
            ]
        );
        let p = &doc.blocks[1];
        assert_eq!(&source[p.source(8..11)], "gut");
        assert_eq!(&source[p.source(13..16)], "Ja.");
        assert_eq!(doc.comments[0].text, " easy:ok a: b ");
    }

    #[test]
    fn boxes_are_no_quotations() {
        let source = "> [!Wort]\n> **Teilhabe**\n> Das ist: dabei sein.\n\n> [!Hinweis] Gut\n\n> [x]\n";
        let doc = markdown(source);
        let kinds: Vec<_> = doc.blocks.iter().map(|b| (b.kind, b.text.as_str())).collect();
        assert_eq!(
            kinds,
            [
                (BlockKind::Glossary, "Teilhabe\nDas ist: dabei sein."),
                (BlockKind::Paragraph, " Gut"),
                (BlockKind::Quote, "[x]"),
            ]
        );
        assert_eq!(&source[doc.blocks[0].source(0..8)], "Teilhabe");
    }

    #[test]
    fn reads_plain_text() {
        let source = "Das ist gut.\nDas auch.\n\n• Punkt\nMehr.\n";
        let doc = plain(source);
        assert_eq!(doc.blocks.len(), 3);
        assert_eq!(&source[doc.blocks[0].source(13..17)], "Das ");
        assert_eq!(&source[doc.blocks[1].source(0..5)], "Punkt");
    }

    #[test]
    fn knows_addresses() {
        let doc = markdown("Amt für Beispiele\nMusterweg 1\n12345 Musterstadt\n");
        assert_eq!(doc.blocks[0].kind, BlockKind::Address);
    }
}
