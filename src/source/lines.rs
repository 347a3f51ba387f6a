//! Byte offsets to lines and columns, as editors count them: both from 1, columns in characters.

/// Where the lines of a text begin.
#[derive(Debug, Clone)]
pub struct LineIndex {
    starts: Vec<usize>,
}

impl LineIndex {
    /// Counts the lines of `text`. `\n` and `\r\n` end a line.
    pub fn new(text: &str) -> Self {
        let mut starts = vec![0];
        starts.extend(text.bytes().enumerate().filter(|(_, b)| *b == b'\n').map(|(i, _)| i + 1));
        LineIndex { starts }
    }

    /// Line and column of a byte offset, both from 1. An offset past the end or inside a character is moved back.
    pub fn line_column(&self, text: &str, offset: usize) -> (u32, u32) {
        let mut offset = offset.min(text.len());
        while !text.is_char_boundary(offset) {
            offset -= 1;
        }
        let line = self.starts.partition_point(|start| *start <= offset) - 1;
        let column = text[self.starts[line]..offset].chars().count() + 1;
        (line as u32 + 1, column as u32)
    }

    /// Byte offset of a line and column, both from 1; clamped to the text.
    pub fn offset(&self, text: &str, line: usize, column: usize) -> usize {
        let Some(start) = self.starts.get(line.saturating_sub(1)) else { return text.len() };
        let rest = &text[*start..];
        rest.char_indices().nth(column.saturating_sub(1)).map_or(text.len(), |(i, _)| start + i)
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
}
