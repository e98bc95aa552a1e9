use super::cover::{Corner, Cover};
use super::view::Spot;

/// What lies under a finger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hit {
    /// A corner of the chosen cover: it changes its size.
    Corner(usize, Corner),
    /// A cover: it can be moved.
    Cover(usize),
    /// The picture: here a new one begins.
    Picture,
}

/// Finds what lies under a finger. `target` is the side of a corner's target, in pixels of the picture.
///
/// A target reaches into a cover no farther than a third of it, so that a small one can still be moved; what it lacks
/// inside it has outside, so that it is never smaller than it should be. Of covers that overlap, the one on top counts.
pub fn hit(covers: &[Cover], chosen: Option<usize>, at: Spot, target: f64) -> Hit {
    if let Some((index, cover)) = chosen.and_then(|index| Some((index, *covers.get(index)?))) {
        let found = Corner::ALL.into_iter().find(|corner| is_on(cover, *corner, at, target));
        if let Some(corner) = found {
            return Hit::Corner(index, corner);
        }
        if cover.contains(at) {
            return Hit::Cover(index);
        }
    }
    covers.iter().rposition(|cover| cover.contains(at)).map_or(Hit::Picture, Hit::Cover)
}

fn is_on(cover: Cover, corner: Corner, at: Spot, target: f64) -> bool {
    let spot = cover.corner(corner);
    let is_left = matches!(corner, Corner::UpperLeft | Corner::LowerLeft);
    let is_upper = matches!(corner, Corner::UpperLeft | Corner::UpperRight);
    is_near(at.x - spot.x, is_left, cover.width, target)
        && is_near(at.y - spot.y, is_upper, cover.height, target)
}

/// Whether a distance from a corner along one side belongs to its target; `is_start` where the side goes on from there.
fn is_near(distance: f64, is_start: bool, side: f64, target: f64) -> bool {
    let inwards = if is_start { distance } else { -distance };
    let inside = (target / 2.0).min(side / 3.0);
    inwards <= inside && -inwards <= target - inside
}

#[cfg(test)]
mod tests {
    use super::*;

    const TARGET: f64 = 44.0;

    fn cover(left: f64, top: f64, width: f64, height: f64) -> Cover {
        Cover { left, top, width, height }
    }

    fn check(covers: &[Cover], chosen: Option<usize>, (x, y): (f64, f64), expected: Hit) {
        assert_eq!(hit(covers, chosen, Spot { x, y }, TARGET), expected, "{chosen:?} at {x}, {y}");
    }

    #[test]
    fn only_the_chosen_one_has_corners() {
        let covers = [cover(100.0, 100.0, 200.0, 100.0)];
        check(&covers, Some(0), (100.0, 100.0), Hit::Corner(0, Corner::UpperLeft));
        check(&covers, Some(0), (321.0, 221.0), Hit::Corner(0, Corner::LowerRight));
        check(&covers, Some(0), (323.0, 221.0), Hit::Picture);
        check(&covers, Some(0), (279.0, 190.0), Hit::Corner(0, Corner::LowerRight));
        check(&covers, Some(0), (200.0, 150.0), Hit::Cover(0));
        check(&covers, None, (100.0, 100.0), Hit::Cover(0));
        check(&covers, None, (90.0, 100.0), Hit::Picture);
        check(&covers, Some(7), (100.0, 100.0), Hit::Cover(0));
    }

    #[test]
    fn a_small_one_can_be_moved_and_its_targets_are_whole() {
        let covers = [cover(100.0, 100.0, 30.0, 30.0)];
        check(&covers, Some(0), (115.0, 115.0), Hit::Cover(0));
        check(&covers, Some(0), (109.0, 109.0), Hit::Corner(0, Corner::UpperLeft));
        check(&covers, Some(0), (66.0, 66.0), Hit::Corner(0, Corner::UpperLeft));
        check(&covers, Some(0), (65.0, 66.0), Hit::Picture);
        check(&covers, Some(0), (164.0, 121.0), Hit::Corner(0, Corner::LowerRight));
    }

    #[test]
    fn the_one_on_top_counts_unless_another_is_chosen() {
        let covers = [cover(0.0, 0.0, 300.0, 300.0), cover(100.0, 100.0, 100.0, 100.0)];
        check(&covers, None, (150.0, 150.0), Hit::Cover(1));
        check(&covers, Some(0), (150.0, 150.0), Hit::Cover(0));
        check(&covers, Some(1), (50.0, 50.0), Hit::Cover(0));
    }
}
