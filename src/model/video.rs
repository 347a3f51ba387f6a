//! What an MP4 file says about itself: size of the picture and length (ISO/IEC 14496-12, boxes `mvhd` and `tkhd`).

/// Picture and length of a film.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VideoFacts {
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    /// Length in whole seconds.
    pub seconds: u64,
}

impl VideoFacts {
    /// Reads an MP4 file. `None` if it is none, or says nothing of its picture or length.
    pub fn read(bytes: &[u8]) -> Option<VideoFacts> {
        boxes(bytes).find(|(name, _)| name == b"ftyp")?;
        let (_, film) = boxes(bytes).find(|(name, _)| name == b"moov")?;
        let (_, head) = boxes(film).find(|(name, _)| name == b"mvhd")?;
        // Version 1 has times of 64 bits.
        let (scale, length) = match head.first()? {
            0 => (number(head, 12, 4)?, number(head, 16, 4)?),
            _ => (number(head, 20, 4)?, number(head, 24, 8)?),
        };
        let tracks = boxes(film).filter(|(name, _)| name == b"trak");
        let sizes = tracks.filter_map(|(_, track)| {
            let (_, head) = boxes(track).find(|(name, _)| name == b"tkhd")?;
            // The last two values, as 16.16; a track of sound has 0.
            let at = head.len().checked_sub(8)?;
            Some((number(head, at, 2)? as u32, number(head, at + 4, 2)? as u32))
        });
        let (width, height) = sizes.into_iter().find(|(width, height)| *width > 0 && *height > 0)?;
        Some(VideoFacts { width, height, seconds: length.checked_div(scale)? })
    }

    /// The length in words: "1 Minute 4 Sekunden".
    pub fn length(&self) -> String {
        let (minutes, seconds) = (self.seconds / 60, self.seconds % 60);
        let count = |n: u64, one: &str, many: &str| format!("{n} {}", if n == 1 { one } else { many });
        let seconds_text = count(seconds, "Sekunde", "Sekunden");
        match (minutes, seconds) {
            (0, _) => seconds_text,
            (_, 0) => count(minutes, "Minute", "Minuten"),
            _ => format!("{} {seconds_text}", count(minutes, "Minute", "Minuten")),
        }
    }
}

/// The boxes in a row: name and content. Ends at the first one that does not fit.
fn boxes(mut rest: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
    std::iter::from_fn(move || {
        let (size, head) = match number(rest, 0, 4)? {
            0 => (rest.len() as u64, 8),
            1 => (number(rest, 8, 8)?, 16),
            size => (size, 8),
        };
        let size = usize::try_from(size).ok()?;
        let (name, content) = (rest.get(4..8)?, rest.get(head..size)?);
        rest = &rest[size..];
        Some((name, content))
    })
}

/// `length` bytes at `at` as a number, most significant first.
fn number(bytes: &[u8], at: usize, length: usize) -> Option<u64> {
    let bytes = bytes.get(at..at.checked_add(length)?)?;
    Some(bytes.iter().fold(0, |sum, b| sum << 8 | u64::from(*b)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn broken_files_are_no_films() {
        for bytes in
            [&b""[..], b"GIF89a", b"\0\0\0\x08ftyp", b"\0\0\0\x02ftyp", b"\xff\xff\xff\xffftyp", b"\0\0\0\x01ftyp"]
        {
            assert_eq!(VideoFacts::read(bytes), None);
        }
    }

    #[test]
    fn lengths_are_words() {
        let of = |seconds| VideoFacts { width: 1, height: 1, seconds }.length();
        assert_eq!([of(1), of(60), of(125)], ["1 Sekunde", "1 Minute", "2 Minuten 5 Sekunden"]);
    }
}
