use std::fmt;

use crate::problem::Problem;

/// Crockford's base 32: no I, L, O or U, so that a code read out on the phone comes back right.
pub const CODE_ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Random characters in a tracking code: 45 bits, so that codes can be neither guessed nor counted through.
pub const CODE_RANDOM: usize = 9;

/// A tracking code, `ABC-DEF-GHJ-K` when written: nine random characters and one that checks them.
///
/// It may be shared: alone it shows the stage and the dates, never the content of an unpublished complaint.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TrackingCode(String);

impl TrackingCode {
    /// Makes a code of nine random values, of which the lowest five bits each are used.
    pub fn from_random(random: [u8; CODE_RANDOM]) -> Self {
        let mut code: String =
            random.iter().map(|byte| char::from(CODE_ALPHABET[usize::from(byte & 31)])).collect();
        let check = check_character(code.as_bytes());
        code.push(check);
        Self(code)
    }

    /// Reads a code as people type it: small or capital letters, spaces or dashes anywhere, O for 0, I and L for 1.
    ///
    /// # Errors
    /// [`Problem::Required`] for an empty one; [`Problem::MistypedCode`] where the length, a character or the check
    /// character is wrong, so a typing error is told before the server is asked.
    pub fn parse(raw: &str) -> Result<Self, Problem> {
        let mut code = String::with_capacity(CODE_RANDOM + 1);
        for c in raw.chars() {
            match c.to_ascii_uppercase() {
                ' ' | '-' | '\t' | '\n' | '\r' => {}
                'O' => code.push('0'),
                'I' | 'L' => code.push('1'),
                c if c.is_ascii() && CODE_ALPHABET.contains(&(c as u8)) && code.len() <= CODE_RANDOM => {
                    code.push(c)
                }
                _ => return Err(Problem::MistypedCode),
            }
        }
        if code.is_empty() {
            return Err(Problem::Required);
        }
        let (body, check) = code.as_bytes().split_at(code.len() - 1);
        if body.len() == CODE_RANDOM && check == [check_character(body) as u8] {
            Ok(Self(code))
        } else {
            Err(Problem::MistypedCode)
        }
    }

    /// The ten characters without dashes, as addresses and the database hold them.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for TrackingCode {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (code, last) = self.0.split_at(CODE_RANDOM);
        write!(out, "{}-{}-{}-{last}", &code[..3], &code[3..6], &code[6..])
    }
}

/// ISO/IEC 7064's hybrid system with modulus 32: finds every single wrong character and every swap of neighbours
/// but for a few pairs.
fn check_character(body: &[u8]) -> char {
    let mut product = 32;
    for character in body {
        let value = CODE_ALPHABET.iter().position(|known| known == character).unwrap_or(0);
        let sum = (product + value) % 32;
        product = (if sum == 0 { 32 } else { sum }) * 2 % 33;
    }
    char::from(CODE_ALPHABET[(33 - product) % 32])
}

/// The reporter's secret: 26 characters of base 32 that only they have. The server keeps its hash alone.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Characters of a secret: 130 bits.
    pub const LENGTH: usize = 26;

    /// Reads a secret as people type or paste it.
    pub fn parse(raw: &str) -> Result<Self, Problem> {
        let mut secret = String::with_capacity(Self::LENGTH);
        for c in raw.chars() {
            match c.to_ascii_uppercase() {
                ' ' | '-' | '\t' | '\n' | '\r' => {}
                'O' => secret.push('0'),
                'I' | 'L' => secret.push('1'),
                c if c.is_ascii() && CODE_ALPHABET.contains(&(c as u8)) && secret.len() < Self::LENGTH => {
                    secret.push(c.to_ascii_lowercase());
                }
                _ => return Err(Problem::MistypedCode),
            }
        }
        match secret.len() {
            0 => Err(Problem::Required),
            Self::LENGTH => Ok(Self(secret)),
            _ => Err(Problem::MistypedCode),
        }
    }

    /// The 26 characters, in small letters.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Secret(…)")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn codes_are_read_as_people_type_them() {
        let code = TrackingCode::from_random([0, 1, 2, 3, 4, 5, 6, 7, 8]);
        let written = code.to_string();
        assert_eq!(written.len(), 13);
        for typed in [
            written.clone(),
            written.to_lowercase(),
            written.replace('-', ""),
            written.replace('0', "o").replace('1', "l"),
            format!("  {written}\n"),
        ] {
            assert_eq!(TrackingCode::parse(&typed), Ok(code.clone()), "{typed}");
        }
        assert_eq!(TrackingCode::parse(""), Err(Problem::Required));
        for bad in ["012", "0123456789ABC", "ÄÖÜ", "012-345-678-U", "' or 1=1"] {
            assert_eq!(TrackingCode::parse(bad), Err(Problem::MistypedCode), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn one_wrong_character_is_always_found(random: [u8; CODE_RANDOM], place in 0usize..10, other in 0usize..32) {
            let code = TrackingCode::from_random(random);
            let mut typed = code.as_str().as_bytes().to_vec();
            prop_assume!(typed[place] != CODE_ALPHABET[other]);
            typed[place] = CODE_ALPHABET[other];
            let typed = String::from_utf8(typed).expect("is ASCII");
            prop_assert_eq!(TrackingCode::parse(&typed), Err(Problem::MistypedCode));
        }

        #[test]
        fn any_text_is_read_or_refused(raw in ".{0,40}") {
            if let Ok(code) = TrackingCode::parse(&raw) {
                prop_assert_eq!(TrackingCode::parse(&code.to_string()), Ok(code));
            }
            if let Ok(secret) = Secret::parse(&raw) {
                prop_assert_eq!(secret.as_str().len(), Secret::LENGTH);
            }
        }
    }
}
