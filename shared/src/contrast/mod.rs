//! Which colour of the design stands on which, and how far apart they must be.
//!
//! The colours themselves are in `style/tokens.css`. Tests measure every pair there in every theme, and the page `/gaya`
//! shows what each comes to on the screen one looks at.

/// A colour of a screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Colour {
    /// Red, green and blue from 0 to 255.
    channels: [f64; 3],
}

impl Colour {
    /// Reads `#0b6470`, `#fff`, or `rgb(11, 100, 112)` as browsers give colours back.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Some(digits) = text.strip_prefix('#') {
            let digits: Vec<u32> = digits.chars().map(|digit| digit.to_digit(16)).collect::<Option<_>>()?;
            return match *digits.as_slice() {
                [r, g, b] => Some(Self::of([r * 17, g * 17, b * 17])),
                [r, r2, g, g2, b, b2] => Some(Self::of([r * 16 + r2, g * 16 + g2, b * 16 + b2])),
                _ => None,
            };
        }
        let channels = text.strip_prefix("rgb(")?.strip_suffix(')')?;
        let mut channels = channels.split([',', ' ']).filter(|one| !one.is_empty()).map(str::parse);
        let colour = [channels.next()?.ok()?, channels.next()?.ok()?, channels.next()?.ok()?];
        channels.next().is_none().then(|| Self::of(colour))
    }

    fn of(channels: [u32; 3]) -> Self {
        Self { channels: channels.map(f64::from) }
    }

    /// Relative luminance (WCAG 2.2).
    fn luminance(self) -> f64 {
        let [r, g, b] = self.channels.map(|channel| {
            let part = channel / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    /// Contrast with another colour, from 1 to 21 (WCAG 2.2).
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }
}

/// A colour on another one, by the names of their tokens without the dashes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// What stands in front.
    pub front: &'static str,
    /// What it stands on.
    pub ground: &'static str,
    /// What it is.
    pub kind: Kind,
}

/// What stands in front of a ground.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Words of any size (WCAG 2.2, 1.4.3).
    Text,
    /// A part that one must see to know what it is or in which state: an edge, a ring, a bar (1.4.11).
    Part,
}

impl Kind {
    /// The least contrast.
    pub const fn least(self) -> f64 {
        match self {
            Self::Text => 4.5,
            Self::Part => 3.0,
        }
    }
}

const fn text(front: &'static str, ground: &'static str) -> Pair {
    Pair { front, ground, kind: Kind::Text }
}

const fn part(front: &'static str, ground: &'static str) -> Pair {
    Pair { front, ground, kind: Kind::Part }
}

/// Every pair that the styles use.
#[rustfmt::skip]
pub const PAIRS: [Pair; 49] = [
    text("ink", "ground"), text("ink", "surface"), text("ink", "surface-sunken"), text("ink", "accent-soft"),
    text("ink", "good-soft"), text("ink", "warning-soft"), text("ink", "bad-soft"),
    text("ink-soft", "ground"), text("ink-soft", "surface"), text("ink-soft", "surface-sunken"),
    text("ink-soft", "accent-soft"),
    text("accent", "ground"), text("accent", "surface"), text("accent", "accent-soft"),
    text("accent-strong", "ground"), text("accent-strong", "surface"), text("accent-strong", "accent-soft"),
    text("on-accent", "accent"), text("on-accent", "accent-strong"),
    text("good", "ground"), text("good", "surface"), text("good", "good-soft"),
    text("warning", "ground"), text("warning", "surface"), text("warning", "warning-soft"),
    text("bad", "ground"), text("bad", "surface"), text("bad", "bad-soft"),
    // The sign of a notice, and what can be pressed where something ends for good.
    text("surface", "accent"), text("surface", "good"), text("surface", "warning"), text("surface", "bad"),
    text("surface", "bad-strong"),

    // The edges of fields; the ring of the focus and what is chosen.
    part("line-strong", "ground"), part("line-strong", "surface"),
    part("accent", "surface-sunken"), part("accent", "good-soft"), part("accent", "warning-soft"), part("accent", "bad-soft"),
    part("accent", "line"),
    // A step that was taken.
    part("accent-mid", "surface"), part("accent-mid", "ground"),
    // Signs and bars of notices and fields.
    part("good", "surface-sunken"), part("warning", "surface-sunken"), part("bad", "surface-sunken"),
    // Groups in charts.
    part("group-awaiting-disposition", "surface"), part("group-awaiting-follow-up", "surface"),
    part("group-in-progress", "surface"), part("group-done", "surface"),
];

#[cfg(test)]
mod tests;
