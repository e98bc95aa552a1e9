//! Geometry of covering parts of a picture, without drawing. Everything is in the picture's own pixels, from its upper
//! left corner, so that neither the screen nor how far one has zoomed in changes what is covered.

mod cover;
mod covers;
mod hit;
mod view;

pub use cover::{Corner, Cover};
pub use covers::Covers;
pub use hit::{Hit, hit};
pub use view::{Extent, Spot, View, Zoom};
