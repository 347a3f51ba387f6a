//! A colour and how well it stands out from another. Pure arithmetic of WCAG 2.2.

use std::fmt;

/// An opaque colour of sRGB.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour {
    /// Red, green, blue; 0 to 255.
    pub channels: [u8; 3],
}

impl Colour {
    /// Black.
    pub const BLACK: Colour = Colour { channels: [0; 3] };
    /// White.
    pub const WHITE: Colour = Colour { channels: [255; 3] };

    /// Reads `#2044aa` or `#fff`.
    pub fn parse(text: &str) -> Option<Colour> {
        let digits = text.strip_prefix('#').filter(|d| d.bytes().all(|b| b.is_ascii_hexdigit()))?;
        let value = u32::from_str_radix(digits, 16).ok()?;
        let channels = match digits.len() {
            6 => [value >> 16, (value >> 8) & 255, value & 255],
            3 => [(value >> 8) * 17, ((value >> 4) & 15) * 17, (value & 15) * 17],
            _ => return None,
        };
        Some(Colour { channels: channels.map(|c| c as u8) })
    }

    /// Relative luminance, 0 (black) to 1 (white). WCAG 2.2, "relative luminance".
    pub fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let part = f64::from(channel) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        let [red, green, blue] = self.channels.map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// Contrast ratio, 1 to 21. WCAG 2.2, "contrast ratio".
    pub fn contrast(self, other: Colour) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// The nearest colour on the way to `end` (black or white) that stands out from all `grounds` by `ratio`: the same
    /// hue, darker or lighter. `end` itself where none does.
    pub fn towards(self, end: Colour, grounds: &[Colour], ratio: f64) -> Colour {
        let mixed = |step: u16| {
            let part = |n: usize| {
                let (from, to) = (f64::from(self.channels[n]), f64::from(end.channels[n]));
                (from + (to - from) * f64::from(step) / 255.0).round() as u8
            };
            Colour { channels: [part(0), part(1), part(2)] }
        };
        let good = |colour: &Colour| grounds.iter().all(|ground| colour.contrast(*ground) >= ratio);
        (0..=255).map(mixed).find(good).unwrap_or(end)
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.channels;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

/// A ratio as people read it: "8,5 : 1". Rounded down, so that it never says more than there is.
pub fn ratio_in_words(ratio: f64) -> String {
    format!("{:.1} : 1", (ratio * 10.0).floor() / 10.0).replace('.', ",")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contrast(a: &str, b: &str) -> f64 {
        (Colour::parse(a).unwrap().contrast(Colour::parse(b).unwrap()) * 100.0).round() / 100.0
    }

    #[test]
    fn ratios_are_the_known_ones() {
        for (a, b, ratio) in [
            ("#000", "#fff", 21.0),
            ("#fff", "#ffffff", 1.0),
            // The grey at which text on white just passes AA, and its neighbour that fails.
            ("#767676", "#fff", 4.54),
            ("#777777", "#fff", 4.48),
            // The same for AAA.
            ("#595959", "#fff", 7.0),
            ("#f00", "#fff", 4.0),
            ("#00f", "#fff", 8.59),
        ] {
            assert_eq!(contrast(a, b), ratio, "{a} {b}");
        }
        assert_eq!(Colour::parse("#12345"), None);
        assert_eq!(Colour::parse("#ä1"), None);
        assert_eq!(ratio_in_words(6.99), "6,9 : 1");
    }

    #[test]
    fn the_nearest_darker_colour_passes_and_its_lighter_neighbour_does_not() {
        let orange = Colour::parse("#e07000").unwrap();
        let darker = orange.towards(Colour::BLACK, &[Colour::WHITE], 7.0);
        assert!(darker.contrast(Colour::WHITE) >= 7.0 && darker.contrast(Colour::WHITE) < 7.3, "{darker}");
        let blue = Colour::parse("#2044aa").unwrap();
        assert_eq!(blue.towards(Colour::BLACK, &[Colour::WHITE], 7.0), blue);
    }
}
