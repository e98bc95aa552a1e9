//! Geometry of the charts: scales, ticks, stacks and where the labels stand, without drawing anything.
//!
//! A chart is laid out into a [`Drawing`]: items of plain marks with coordinates. The page draws those as SVG, and so
//! can the server. Lengths are whole tenths of a pixel, so that no floating point and none of its formatting is needed.

mod length;
mod mark;
mod scale;
mod text;

mod bars;
mod columns;
mod stack;

pub use bars::{Bar, bars};
pub use columns::{Column, columns};
pub use length::Px;
pub use mark::{Anchor, Drawing, Frame, Ink, Item, Mark, Part};
pub use scale::{band, parts_of, position, ticks};
pub use stack::stack;
pub use text::{width_of, wrap};
