//! Takes the bytes of a GIF, gives the same film without comments and what programs wrote into it (GIF89a, 24 and 26). What
//! makes it repeat stays. No pixel changes.

/// Blocks: a picture, something beside it, the end.
const PICTURE: u8 = 0x2c;
const BESIDE: u8 = 0x21;
const END: u8 = 0x3b;
/// How a picture follows another.
const CONTROL: u8 = 0xf9;
const APPLICATION: u8 = 0xff;
/// Applications that only say how often to repeat.
const REPEATS: [&[u8]; 2] = [b"NETSCAPE2.0", b"ANIMEXTS1.0"];

/// Whether bytes are a GIF.
pub fn is_gif(bytes: &[u8]) -> bool {
    bytes.starts_with(b"GIF87a") || bytes.starts_with(b"GIF89a")
}

/// The GIF without what is no picture; `None` if it is damaged.
pub fn clean(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut at = 13 + colours(*bytes.get(10)?);
    let mut out = bytes.get(..at)?.to_vec();
    loop {
        let end = match *bytes.get(at)? {
            END => {
                // What hangs behind the end is no part of it.
                out.push(END);
                return Some(out);
            }
            PICTURE => blocks(bytes, at + 11 + colours(*bytes.get(at + 9)?))?,
            BESIDE => blocks(bytes, at + 2)?,
            _ => return None,
        };
        let block = bytes.get(at..end)?;
        let kept = match block {
            [BESIDE, APPLICATION, _, name @ ..] => REPEATS.iter().any(|repeats| name.starts_with(repeats)),
            [BESIDE, kind, ..] => *kind == CONTROL,
            _ => true,
        };
        if kept {
            out.extend_from_slice(block);
        }
        at = end;
    }
}

/// Bytes of a table of colours, by the byte that says whether there is one.
fn colours(packed: u8) -> usize {
    if packed & 0x80 == 0 { 0 } else { 3 << ((packed & 7) + 1) }
}

/// Where a row of blocks ends, each with its length before it, after the empty one.
fn blocks(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        let length = usize::from(*bytes.get(at)?);
        at += 1 + length;
        if length == 0 {
            return Some(at);
        }
    }
}
