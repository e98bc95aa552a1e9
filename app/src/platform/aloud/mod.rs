//! Reading a page aloud, for those who read slowly or not at all. The device's own voice reads, so nothing leaves it.
//!
//! The button comes with the page, the rest when it is first pressed. What codes and abbreviations are said as is in
//! `shared::speech`. Elements carry `data-aloud="no"` when nobody beside the reader may hear them, or when something beside
//! them has said it already.

mod choice;
mod voices;

mod bar;
mod passages;
mod reading;
mod utterance;

pub use bar::{Bar, Press, aloud, bar};
pub use choice::{AloudPart, aloud_choice, aloud_place, provide_aloud};
pub use reading::State;
pub use voices::provide_voices;
