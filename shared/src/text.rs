//! Texts that people write, as types that cannot hold a bad one.

use crate::problem::Problem;

/// Characters of a title: at least this many.
pub const TITLE_MIN: u32 = 5;
/// Characters of a title: at most this many.
pub const TITLE_MAX: u32 = 150;
/// Characters of a complaint's content: at least this many.
pub const CONTENT_MIN: u32 = 20;
/// Characters of a complaint's content: at most this many.
pub const CONTENT_MAX: u32 = 5_000;
/// Characters of a place described in words.
pub const PLACE_MAX: u32 = 300;
/// Characters of a reporter's name.
pub const NAME_MAX: u32 = 100;
/// Characters that say what is seen in a photo: more is tiring to listen to.
pub const PHOTO_WORDS_MAX: u32 = 200;
/// Characters of a name or a heading that stands in a list.
pub const LABEL_MAX: u32 = 120;
/// Characters of an e-mail address (RFC 5321, 4.5.3.1.3, less the angle brackets).
pub const EMAIL_MAX: u32 = 254;
/// Characters of a message, reason or refusal.
pub const MESSAGE_MAX: u32 = 2_000;

macro_rules! text_type {
    ($(#[$doc:meta])* $name:ident, $min:expr, $max:expr, $lines:expr) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name(String);

        impl $name {
            /// Reads the text: surrounding white space goes, control characters and wrong lengths are refused.
            pub fn parse(raw: &str) -> Result<Self, Problem> {
                check(raw, $min, $max, $lines).map(Self)
            }

            /// The text as it is stored.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
    };
}

text_type!(
    /// A complaint's title: one line.
    Title, TITLE_MIN, TITLE_MAX, false
);
text_type!(
    /// What happened, in the reporter's words.
    Content, CONTENT_MIN, CONTENT_MAX, true
);
text_type!(
    /// A place in words.
    PlaceWords, 1, PLACE_MAX, true
);
text_type!(
    /// What is seen in a photo: one line.
    PhotoWords, 1, PHOTO_WORDS_MAX, false
);
text_type!(
    /// What somebody or something is called in a list: one line.
    Label, 1, LABEL_MAX, false
);
text_type!(
    /// A person's name.
    PersonName, 1, NAME_MAX, false
);
text_type!(
    /// A message, a reason, an answer.
    Message, 1, MESSAGE_MAX, true
);

fn check(raw: &str, min: u32, max: u32, lines: bool) -> Result<String, Problem> {
    let text = raw.trim();
    if text.chars().all(is_invisible) {
        return Err(Problem::Required);
    }
    if text.chars().any(|c| is_forbidden(c, lines)) {
        return Err(Problem::ControlCharacters);
    }
    let length = text.chars().count();
    if length < min as usize {
        return Err(Problem::TooShort(min));
    }
    if length > max as usize {
        return Err(Problem::TooLong(max));
    }
    Ok(if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text.to_owned() })
}

/// Control characters cannot be shown, and direction overrides make a text read as something else.
fn is_forbidden(c: char, lines: bool) -> bool {
    let line_break = lines && matches!(c, '\n' | '\r' | '\t');
    let separator = !lines && matches!(c, '\u{2028}' | '\u{2029}');
    let direction = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    (c.is_control() && !line_break) || separator || direction || c == '\u{feff}'
}

/// White space and what has no width. Joiners are part of some scripts and signs, so they may stand beside letters, but
/// a text of nothing else is an empty one.
fn is_invisible(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{ad}' | '\u{115f}' | '\u{1160}' | '\u{180e}' | '\u{200b}'..='\u{200f}')
        || matches!(c, '\u{2060}'..='\u{2064}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{ffa0}')
}

/// A telephone number: digits with an optional leading plus, 8 to 15 of them (ITU-T E.164).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phone(String);

impl Phone {
    /// Reads a number as people write it, with spaces, dots, dashes and brackets.
    pub fn parse(raw: &str) -> Result<Self, Problem> {
        let mut digits = String::new();
        for c in raw.trim().chars() {
            match c {
                '+' if digits.is_empty() => digits.push(c),
                '0'..='9' => digits.push(c),
                ' ' | '.' | '-' | '(' | ')' => {}
                _ => return Err(Problem::NotAPhone),
            }
        }
        let count = digits.trim_start_matches('+').len();
        if (8..=15).contains(&count) { Ok(Self(digits)) } else { Err(Problem::NotAPhone) }
    }

    /// The number without separators.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// An e-mail address: something, an at sign, a domain with a dot. Whether it exists only a mail can tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Email(String);

impl Email {
    /// Reads an address.
    pub fn parse(raw: &str) -> Result<Self, Problem> {
        let address = raw.trim();
        if address.chars().count() > EMAIL_MAX as usize {
            return Err(Problem::TooLong(EMAIL_MAX));
        }
        let bad =
            |c: char| c.is_whitespace() || is_forbidden(c, false) || matches!(c, '<' | '>' | ',' | ';' | '"');
        let fits = address.split_once('@').is_some_and(|(user, domain)| {
            !user.is_empty()
                && !domain.contains('@')
                && domain.split('.').count() >= 2
                && domain.split('.').all(|label| !label.is_empty())
        });
        if fits && !address.chars().any(bad) {
            Ok(Self(address.to_owned()))
        } else {
            Err(Problem::NotAnEmail)
        }
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_one_clean_line() {
        let check = |raw: &str, expected: Result<&str, Problem>| {
            let found = Title::parse(raw);
            assert_eq!(found.as_ref().map(Title::as_str).map_err(|problem| *problem), expected, "{raw:?}");
        };
        check("  Jalan rusak  ", Ok("Jalan rusak"));
        check("", Err(Problem::Required));
        check(" \t ", Err(Problem::Required));
        check("\u{200b}\u{200d}\u{2060}\u{ad}\u{3164} ", Err(Problem::Required));
        check("Jalan\u{2028}rusak", Err(Problem::ControlCharacters));
        check("\u{1}\u{2}\u{3}\u{4}\u{5}\u{6}", Err(Problem::ControlCharacters));
        check("Jalan\nrusak", Err(Problem::ControlCharacters));
        check("Jalan \u{202e}kasur", Err(Problem::ControlCharacters));
        check("Air", Err(Problem::TooShort(TITLE_MIN)));
        check(&"a".repeat(151), Err(Problem::TooLong(TITLE_MAX)));
        check(&"é".repeat(150), Ok(&"é".repeat(150)));
    }

    #[test]
    fn content_keeps_its_lines() {
        let text = Content::parse("Baris pertama,\r\nbaris kedua dan ketiga").expect("is long enough");
        assert_eq!(text.as_str(), "Baris pertama,\nbaris kedua dan ketiga");
    }

    #[test]
    fn phones_lose_their_separators() {
        let check = |raw: &str, expected: Result<&str, Problem>| {
            let found = Phone::parse(raw);
            assert_eq!(found.as_ref().map(Phone::as_str).map_err(|problem| *problem), expected, "{raw:?}");
        };
        check("+62 812-3456-7890", Ok("+6281234567890"));
        check("(0451) 421.234", Ok("0451421234"));
        check("12345", Err(Problem::NotAPhone));
        check("0812 satu dua", Err(Problem::NotAPhone));
        check("08+1234567", Err(Problem::NotAPhone));
    }

    #[test]
    fn emails_have_a_user_and_a_domain() {
        for good in ["warga@contoh.example", "a.b+c@d.e.example"] {
            assert!(Email::parse(good).is_ok(), "{good}");
        }
        for bad in [
            "warga",
            "@contoh.example",
            "warga@contoh",
            "a b@contoh.example",
            "a@b@c.example",
            "a@.example",
            "a\u{202e}b@c.example",
        ] {
            assert_eq!(Email::parse(bad), Err(Problem::NotAnEmail), "{bad}");
        }
    }
}
