//! Form parts and small pieces that pages are made of. Each is found by its role and its label.

mod button;
mod choice;
mod field;
mod heading;
mod late;
mod notice;
mod qr;
mod refused;

pub use button::{Button, button, plain_button, submit_button};
pub use choice::{Choice, choices, switch, switch_bound};
pub use field::{
    Bound, Field, TextKind, date_field, frame, optional, problem_id, problem_line, select_field, text_area,
    text_field,
};
pub use heading::{Arrival, arrive, focus_on, is_first_page, page_heading, provide_arrival};
pub use late::{Drawn, LatePage, late, late_part};
pub use notice::{Tone, failure_notice, notice, skeleton};
pub use qr::qr_picture;
pub use refused::refused;
