//! The language of the page, and numbers and days as that language writes them.

mod choice;
mod format;

pub use choice::{LangChoice, provide_lang, use_lang};
pub use format::{day_long, day_short, decimal, moment, month_long, month_short, number, percent};
