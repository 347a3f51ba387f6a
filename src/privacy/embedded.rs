//! Takes a text, gives the pictures that it holds within itself: `data:image/jpeg;base64,…` (RFC 2397, RFC 4648).

const BEGIN: &[u8] = b"data:image/";
const CODED: &str = ";base64,";

/// All pictures of a text, as far as they can be read.
pub fn pictures(text: &str) -> impl Iterator<Item = Vec<u8>> {
    memchr::memmem::find_iter(text.as_bytes(), BEGIN).filter_map(|at| {
        let head = at + BEGIN.len();
        let kind = text[head..].find(|c: char| !c.is_ascii_alphanumeric() && !"+-.".contains(c))?;
        text[head + kind..].strip_prefix(CODED).map(decode)
    })
}

/// The bytes behind base64, up to the first sign that is none of it; line breaks are passed over.
fn decode(text: &str) -> Vec<u8> {
    let mut out = Vec::new();
    let (mut bits, mut count) = (0u32, 0);
    for byte in text.bytes() {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            b' ' | b'\n' | b'\r' | b'\t' => continue,
            _ => break,
        };
        bits = bits << 6 | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            out.push((bits >> count) as u8);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_read_over_line_breaks() {
        let text = "<image href=\"data:image/png;base64,S2xh\ncnRleHQ=\"/> data:image/svg+xml,x";
        assert_eq!(pictures(text).collect::<Vec<_>>(), [b"Klartext"]);
    }
}
