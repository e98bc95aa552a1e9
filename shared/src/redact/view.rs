/// A point of a picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// Pixels from the left edge.
    pub x: f64,
    /// Pixels from the upper edge.
    pub y: f64,
}

/// How large a picture is, or the room that it is shown in.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Extent {
    /// From left to right.
    pub width: f64,
    /// From above to below.
    pub height: f64,
}

/// How a picture lies on the screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct View {
    /// Where its left edge is on the screen.
    pub left: f64,
    /// Where its upper edge is.
    pub top: f64,
    /// How many of the screen's pixels one of its own takes.
    pub scale: f64,
}

impl View {
    /// What of the picture lies under a point of the screen. May lie beside the picture.
    pub fn spot(self, x: f64, y: f64) -> Spot {
        Spot { x: (x - self.left) / self.scale, y: (y - self.top) / self.scale }
    }

    /// How far to scroll from here, so that a spot lies under a point of the screen.
    pub fn scroll(self, spot: Spot, x: f64, y: f64) -> (f64, f64) {
        (self.left + spot.x * self.scale - x, self.top + spot.y * self.scale - y)
    }
}

/// How far one has zoomed in; at first the whole picture is seen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Zoom(f64);

impl Default for Zoom {
    fn default() -> Self {
        Self(1.0)
    }
}

impl Zoom {
    /// A small phone shows a photo of 1,600 pixels eight times smaller than it is.
    const MOST: f64 = 8.0;
    const STEP: f64 = 1.5;

    /// One step nearer.
    #[must_use]
    pub fn nearer(self) -> Self {
        self.by(Self::STEP)
    }

    /// One step back.
    #[must_use]
    pub fn farther(self) -> Self {
        self.by(1.0 / Self::STEP)
    }

    /// By a factor, such as that by which two fingers have moved apart.
    #[must_use]
    pub fn by(self, factor: f64) -> Self {
        Self((self.0 * factor).clamp(1.0, Self::MOST))
    }

    /// How many times nearer than the whole picture.
    pub fn factor(self) -> f64 {
        self.0
    }

    /// Whether the whole picture is seen.
    pub fn is_whole(self) -> bool {
        self.0 <= 1.0
    }

    /// Whether it goes no nearer.
    pub fn is_nearest(self) -> bool {
        self.0 >= Self::MOST
    }

    /// How many of the screen's pixels one of the picture's takes in a room: all of the picture fits at first, and a
    /// small one is not blown up beyond twice its size.
    pub fn scale(self, picture: Extent, room: Extent) -> f64 {
        let fitting = (room.width / picture.width).min(room.height / picture.height).min(2.0);
        // A room that has not been measured yet.
        if fitting > 0.0 { fitting * self.0 } else { self.0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PICTURE: Extent = Extent { width: 1600.0, height: 1200.0 };

    #[test]
    fn a_spot_is_found_under_the_finger_and_stays_there() {
        let view = View { left: 20.0, top: -100.0, scale: 0.5 };
        let spot = view.spot(120.0, 50.0);
        assert_eq!(spot, Spot { x: 200.0, y: 300.0 });
        assert_eq!(view.scroll(spot, 120.0, 50.0), (0.0, 0.0));
        // Twice as near, the same edges: what was under the finger has moved away by as much as it lay from the edge.
        let nearer = View { scale: 1.0, ..view };
        assert_eq!(nearer.scroll(spot, 120.0, 50.0), (100.0, 150.0));
    }

    #[test]
    fn the_whole_picture_is_seen_first() {
        let check = |room, expected: f64| {
            let scale = Zoom::default().scale(PICTURE, room);
            assert!((scale - expected).abs() < 1e-9, "{room:?}: {scale}");
        };
        check(Extent { width: 320.0, height: 400.0 }, 0.2);
        check(Extent { width: 1600.0, height: 300.0 }, 0.25);
        check(Extent { width: 9000.0, height: 9000.0 }, 2.0);
        check(Extent::default(), 1.0);
    }

    #[test]
    fn zooming_ends_at_both_ends() {
        let mut zoom = Zoom::default();
        assert!(zoom.is_whole() && zoom.farther().is_whole());
        for _ in 0..9 {
            assert!(zoom.nearer().0 > zoom.0 || zoom.is_nearest());
            zoom = zoom.nearer();
        }
        assert!(zoom.is_nearest() && zoom.by(3.0).is_nearest());
        assert!(zoom.by(0.01).is_whole());
    }
}
