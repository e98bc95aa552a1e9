//! Words as a voice says them: what is short on paper is said in full, codes are spelled, and long texts come in pieces.
//!
//! Voices of phones read "SP4N-LAPOR!" or "Kab." as they please, take `3–5` for a word, and some end a long text half-way.

mod pieces;
mod spell;
mod spoken;
mod voice;

pub use pieces::pieces;
pub use spell::spelled;
pub use spoken::spoken;
pub use voice::{Voice, best_voice};
