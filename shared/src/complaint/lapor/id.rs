use std::fmt;

use crate::problem::Problem;

/// Characters of an id.
const MAX: u32 = 100;

/// The tracking id of a complaint in SP4N-LAPOR!, without the sign of a number before it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LaporId(String);

impl LaporId {
    /// Reads an id as people copy it.
    ///
    /// # Errors
    /// [`Problem::Required`], [`Problem::TooLong`] and [`Problem::ControlCharacters`].
    pub fn parse(raw: &str) -> Result<Self, Problem> {
        let id = raw.trim().trim_start_matches('#').trim_start();
        if id.is_empty() {
            Err(Problem::Required)
        } else if id.chars().count() > MAX as usize {
            Err(Problem::TooLong(MAX))
        } else if id.chars().any(char::is_control) {
            Err(Problem::ControlCharacters)
        } else {
            Ok(Self(id.to_owned()))
        }
    }

    /// The id.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for LaporId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_read_as_people_copy_them() {
        let check = |raw: &str, expected: Result<&str, Problem>| {
            assert_eq!(LaporId::parse(raw).as_ref().map(LaporId::as_str), expected.as_ref().copied());
        };
        check(" #4821003 ", Ok("4821003"));
        check("4821003", Ok("4821003"));
        check("#", Err(Problem::Required));
        check("1\u{7}", Err(Problem::ControlCharacters));
        check(&"1".repeat(101), Err(Problem::TooLong(100)));
    }
}
