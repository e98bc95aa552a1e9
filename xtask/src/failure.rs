//! One kind of error: a sentence for the person at the terminal.

use std::fmt::{self, Display};

/// What went wrong, as a sentence that says what was being done.
#[derive(Debug)]
pub struct Failure(String);

impl Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// A result whose error can be shown as it is.
pub type Result<T = ()> = std::result::Result<T, Failure>;

/// Fails with a sentence.
pub fn fail<T>(sentence: impl Into<String>) -> Result<T> {
    Err(Failure(sentence.into()))
}

/// Says what was being done when something failed.
pub trait While<T> {
    /// Turns an error into a [`Failure`] that begins with what was being done.
    fn doing(self, what: impl Display) -> Result<T>;
}

impl<T, E: Display> While<T> for std::result::Result<T, E> {
    fn doing(self, what: impl Display) -> Result<T> {
        self.map_err(|error| Failure(format!("{what}: {error}")))
    }
}
