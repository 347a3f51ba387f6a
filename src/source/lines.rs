//! Byte offsets to lines and columns, as editors count them: both from 1, columns in characters.

/// Bytes from one mark to the next. A line may be as long as its file, and each finding in it asks for a column.
const STEP: usize = 512;

/// Where the lines of a text begin.
#[derive(Debug, Clone)]
pub struct LineIndex {
    starts: Vec<usize>,
    /// How many characters of the text begin before each [`STEP`].
    marks: Vec<usize>,
}

/// How many characters begin in these bytes of UTF-8.
fn beginnings(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| begins(**byte)).count()
}

fn begins(byte: u8) -> bool {
    byte & 0b1100_0000 != 0b1000_0000
}

impl LineIndex {
    /// Counts the lines of `text`. `\n` and `\r\n` end a line.
    pub fn new(text: &str) -> Self {
        let mut starts = vec![0];
        starts.extend(text.bytes().enumerate().filter(|(_, b)| *b == b'\n').map(|(i, _)| i + 1));
        let mut marks = vec![0];
        let mut before = 0;
        for step in text.as_bytes().chunks(STEP) {
            before += beginnings(step);
            marks.push(before);
        }
        LineIndex { starts, marks }
    }

    /// How many characters begin before a byte of the text.
    fn before(&self, text: &str, offset: usize) -> usize {
        let step = offset / STEP;
        self.marks[step] + beginnings(&text.as_bytes()[step * STEP..offset])
    }

    /// Line and column of a byte offset, both from 1. An offset past the end or inside a character is moved back.
    pub fn line_column(&self, text: &str, offset: usize) -> (u32, u32) {
        let mut offset = offset.min(text.len());
        while !text.is_char_boundary(offset) {
            offset -= 1;
        }
        let line = self.starts.partition_point(|start| *start <= offset) - 1;
        let column = self.before(text, offset) - self.before(text, self.starts[line]) + 1;
        (line as u32 + 1, column as u32)
    }

    /// Byte offset of a line and column, both from 1; clamped to the text.
    pub fn offset(&self, text: &str, line: usize, column: usize) -> usize {
        let Some(start) = self.starts.get(line.saturating_sub(1)) else { return text.len() };
        let wanted = self.before(text, *start) + column.saturating_sub(1);
        // The last mark before the character: a mark counts those before it, so equal ones end with the right one.
        let step = self.marks.partition_point(|before| *before <= wanted) - 1;
        let rest = text.as_bytes().get(step * STEP..).unwrap_or_default();
        let mut places = rest.iter().enumerate().filter(|(_, byte)| begins(**byte));
        places.nth(wanted - self.marks[step]).map_or(text.len(), |(i, _)| step * STEP + i)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_characters_and_lines_survive_crlf() {
        let text = "äö\r\nxy";
        let lines = LineIndex::new(text);
        assert_eq!(lines.line_column(text, 2), (1, 2));
        assert_eq!(lines.line_column(text, 6), (2, 1));
        assert_eq!(lines.line_column(text, 99), (2, 3));
        assert_eq!(lines.offset(text, 2, 2), 7);
    }

    #[test]
    fn long_lines_are_counted_like_short_ones() {
        let text = format!("äö\n{}\n{}", "aä€😀b".repeat(300), "ü".repeat(STEP));
        let lines = LineIndex::new(&text);
        let mut at = (1, 1);
        for (offset, c) in text.char_indices() {
            assert_eq!(lines.line_column(&text, offset), at);
            assert_eq!(lines.offset(&text, at.0 as usize, at.1 as usize), offset);
            at = if c == '\n' { (at.0 + 1, 1) } else { (at.0, at.1 + 1) };
        }
        assert_eq!(lines.line_column(&text, text.len()), at);
        assert_eq!(lines.offset(&text, 3, 9_999), text.len());
    }
}
