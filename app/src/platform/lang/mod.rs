//! The language of the page, and numbers and days as that language writes them.

mod choice;
mod format;

#[cfg(feature = "late-texts")]
pub mod late;

pub use choice::{LangChoice, provide_lang, served_lang, use_lang};
pub use format::{day_long, day_short, decimal, moment, month_long, month_short, number, percent};
