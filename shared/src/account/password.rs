use super::AccountName;
use crate::problem::Problem;

/// Fewest characters of a password: NIST SP 800-63B asks for length and for nothing else.
pub const PASSWORD_MIN: u32 = 12;
/// Most characters of a password; more would only cost the server time.
pub const PASSWORD_MAX: u32 = 128;

/// Whether a new password is good enough: long, not one character over and over, and not the account's name.
///
/// # Errors
/// [`Problem::Required`], [`Problem::TooShort`], [`Problem::TooLong`], and [`Problem::Guessable`].
pub fn check_password(password: &str, name: &AccountName) -> Result<(), Problem> {
    let length = password.chars().count();
    let first = password.chars().next().ok_or(Problem::Required)?;
    if length < PASSWORD_MIN as usize {
        return Err(Problem::TooShort(PASSWORD_MIN));
    }
    if length > PASSWORD_MAX as usize {
        return Err(Problem::TooLong(PASSWORD_MAX));
    }
    let is_one_character = password.chars().all(|c| c == first);
    if is_one_character || password.to_lowercase().contains(name.as_str()) {
        return Err(Problem::Guessable);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passwords_are_long_and_their_own() {
        let name = AccountName::parse("sri.contoh").expect("is a name");
        let check =
            |password: &str, expected| assert_eq!(check_password(password, &name), expected, "{password}");
        check("kuda baterai benar", Ok(()));
        check("", Err(Problem::Required));
        check("pendek", Err(Problem::TooShort(12)));
        check(&"ab".repeat(65), Err(Problem::TooLong(128)));
        check("aaaaaaaaaaaaaa", Err(Problem::Guessable));
        check("Sri.Contoh2026", Err(Problem::Guessable));
    }
}
