use std::fmt;

use crate::problem::Problem;

/// Fewest characters of a name.
const MIN: u32 = 3;
/// Most characters of a name.
const MAX: u32 = 40;

/// The name an account signs in with: small letters of the Latin alphabet, digits, dots, dashes and underscores.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountName(String);

impl AccountName {
    /// Reads a name as people type it: capitals and space around it do not matter.
    ///
    /// # Errors
    /// [`Problem::Required`], [`Problem::TooShort`] and [`Problem::TooLong`]; [`Problem::UnknownValue`] for other
    /// characters.
    pub fn parse(raw: &str) -> Result<Self, Problem> {
        let name = raw.trim().to_ascii_lowercase();
        let length = name.chars().count();
        let is_known = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '_' | '-');
        if name.is_empty() {
            Err(Problem::Required)
        } else if length < MIN as usize {
            Err(Problem::TooShort(MIN))
        } else if length > MAX as usize {
            Err(Problem::TooLong(MAX))
        } else if name.chars().all(is_known) {
            Ok(Self(name))
        } else {
            Err(Problem::UnknownValue)
        }
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for AccountName {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_plain() {
        let check = |raw: &str, expected: Result<&str, Problem>| {
            assert_eq!(AccountName::parse(raw).as_ref().map(AccountName::as_str), expected.as_ref().copied());
        };
        check(" Sri.Contoh ", Ok("sri.contoh"));
        check("a_b-9", Ok("a_b-9"));
        check("  ", Err(Problem::Required));
        check("ab", Err(Problem::TooShort(3)));
        check(&"a".repeat(41), Err(Problem::TooLong(40)));
        check("sri contoh", Err(Problem::UnknownValue));
        check("śri", Err(Problem::UnknownValue));
    }
}
