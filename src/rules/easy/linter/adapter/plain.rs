//! Takes plain text, gives its blocks: paragraphs and items of lists. Never takes anything else for markup.

use super::looks_like_address;
use crate::german::doc::{Block, BlockKind, OffsetMap, TextDoc};

/// Reads plain text: blank lines part paragraphs, a line that begins with a list sign is a list item. Nothing else is
/// markup.
pub fn plain(source: &str) -> TextDoc {
    let mut doc = TextDoc::default();
    let mut at = 0;
    let mut open: Option<Block> = None;
    let mut blank = false;
    for line in source.split_inclusive('\n') {
        let text = line.trim_end_matches(['\n', '\r']);
        let trimmed = text.trim_start();
        let start = at + (text.len() - trimmed.len());
        at += line.len();
        if trimmed.is_empty() {
            blank |= !doc.blocks.is_empty() || open.is_some();
            doc.blocks.extend(open.take());
            continue;
        }
        doc.structured |= blank;
        let item = list_item(trimmed);
        match (&mut open, item) {
            (Some(block), None) => {
                block.map.push(block.text.len(), start - 1);
                block.text.push('\n');
                block.map.push(block.text.len(), start);
                block.text.push_str(trimmed);
            }
            (_, item) => {
                doc.blocks.extend(open.take());
                let kind = if item.is_some() { BlockKind::ListItem { depth: 1 } } else { BlockKind::Paragraph };
                let skipped = item.unwrap_or(0);
                open = Some(Block {
                    kind,
                    text: trimmed[skipped..].to_owned(),
                    map: OffsetMap::identity(start + skipped),
                    marks: Vec::new(),
                });
                if item.is_some() {
                    // A list item of plain text ends with its line.
                    doc.blocks.extend(open.take());
                }
            }
        }
    }
    doc.blocks.extend(open.take());
    for block in &mut doc.blocks {
        if block.kind == BlockKind::Paragraph && looks_like_address(&block.text) {
            block.kind = BlockKind::Address;
        }
    }
    doc
}

/// The bytes of a list sign at the start of a line.
fn list_item(line: &str) -> Option<usize> {
    for sign in ["• ", "- ", "* ", "– ", "· "] {
        if line.starts_with(sign) {
            return Some(sign.len());
        }
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = line.get(digits..)?;
    let sign = ["a) ", "b) ", "c) ", "d) ", "e) ", ". ", ") "].iter().find(|s| rest.starts_with(**s))?;
    let letter = sign.len() == 3;
    ((digits > 0 && digits <= 2 && !letter) || (digits == 0 && letter)).then_some(digits + sign.len())
}
