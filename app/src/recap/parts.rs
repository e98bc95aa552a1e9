//! Parts that are drawn outside their page as well, on the page that shows every part.

pub use super::chips::chips;
pub use super::figures::nothing;
pub use super::headline::headline;
pub use super::waiting::waiting_row;
