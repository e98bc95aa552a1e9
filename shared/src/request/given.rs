use serde::{Deserialize, Serialize};

use crate::complaint::{BOXES_MAX, PhotoBox, words};
use crate::privacy::Passage;
use crate::problem::{Blame, FieldProblem, Problem};

/// Bytes of the largest file that a request is given.
pub const REQUEST_FILE_BYTES_MAX: u64 = 200_000_000;
/// Files of one request.
pub const REQUEST_FILES_MAX: usize = 50;
/// Bytes of the largest text that passages are blackened in.
pub const BLACKENED_TEXT_BYTES_MAX: u64 = 1_000_000;
/// Bytes of the largest picture that boxes are painted over, and of the largest PDF that is looked through.
pub const BLACKENED_FILE_BYTES_MAX: u64 = 20_000_000;
/// Passages of one text.
pub const PASSAGES_MAX: usize = 1_000;
/// Words that are looked for in one document.
pub const GONE_WORDS_MAX: usize = 100;
/// Characters of such a word, and the fewest letters and digits that it must have.
pub const GONE_WORD_MAX: usize = 200;
const GONE_LETTERS_MIN: usize = 2;

words! {
    /// How a file is given.
    GivenAs {
        /// As it came.
        Whole = "whole",
        /// A picture with boxes over parts of it.
        Covered = "covered",
        /// A text with passages blackened.
        Blackened = "blackened",
        /// A copy that was blackened elsewhere; the words that were to be gone are not in its text.
        Checked = "checked",
        /// The same without a layer of text: nothing but pixels, which nobody looked through.
        NoTextLayer = "no_text_layer",
    }
}

impl GivenAs {
    /// Whether something of it is black.
    pub fn is_in_part(self) -> bool {
        self != Self::Whole
    }
}

/// A file of what a request is granted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RequestFile {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// What it is, by its content.
    pub media_type: String,
    /// Bytes.
    pub size: u64,
    /// The SHA-256 of its bytes, in hexadecimal digits.
    pub sha256: String,
    /// How it is given; none while nobody has said that it may be: the applicant sees nothing of it then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub given_as: Option<GivenAs>,
    /// How many boxes or passages are black, or words were looked for.
    #[serde(default)]
    pub parts: u32,
    /// Whether what lies under the black is kept, sealed. Only those who could draw it anew are told.
    #[serde(default, skip_serializing_if = "is_not")]
    pub has_original: bool,
}

fn is_not(flag: &bool) -> bool {
    !flag
}

impl RequestFile {
    /// Whether parts of it can be covered with boxes.
    pub fn is_picture(&self) -> bool {
        ["image/jpeg", "image/png", "image/webp"].contains(&self.media_type.as_str())
    }

    /// Whether passages of it can be blackened.
    pub fn is_text(&self) -> bool {
        self.media_type.starts_with("text/")
    }

    /// Whether its layer of text can be looked through.
    pub fn is_pdf(&self) -> bool {
        self.media_type == "application/pdf"
    }
}

/// Says that the applicant is given a file: as it is, or with what must not be seen of it. Of the three lists at most one has
/// something in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct FileToGive {
    /// Of a picture: the boxes to be painted over it.
    #[serde(default)]
    pub boxes: Vec<PhotoBox>,
    /// Of a text: the passages to be blackened.
    #[serde(default)]
    pub passages: Vec<Passage>,
    /// Of a PDF that was blackened elsewhere: the words that must not be in it any more. They are looked for and forgotten.
    #[serde(default)]
    pub words: Vec<String>,
}

impl FileToGive {
    /// Looks at what the lists say by themselves.
    ///
    /// # Errors
    /// The problems by field, never empty.
    pub fn check(&self) -> Result<(), Vec<FieldProblem>> {
        let mut blame = Blame::default();
        let most = |count: usize, most: usize| {
            if count > most { Err(Problem::TooMany(most as u32)) } else { Ok(()) }
        };
        blame.read("boxes", most(self.boxes.len(), BOXES_MAX));
        blame.read("passages", most(self.passages.len(), PASSAGES_MAX));
        blame.read("words", most(self.words.len(), GONE_WORDS_MAX));
        for (place, word) in self.words.iter().enumerate().take(GONE_WORDS_MAX) {
            blame.read(&["words.", &place.to_string()].concat(), gone_word(word));
        }
        blame.close(Some(()))
    }
}

fn gone_word(word: &str) -> Result<(), Problem> {
    let letters = word.chars().filter(|sign| sign.is_alphanumeric()).count();
    if letters == 0 {
        Err(Problem::Required)
    } else if letters < GONE_LETTERS_MIN {
        Err(Problem::TooShort(GONE_LETTERS_MIN as u32))
    } else if word.chars().count() > GONE_WORD_MAX {
        Err(Problem::TooLong(GONE_WORD_MAX as u32))
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_are_none_are_refused() {
        let check = |word: &str, expected: Option<Problem>| {
            let give = FileToGive { words: vec!["Budi".into(), word.into()], ..FileToGive::default() };
            let problems = give.check().err().unwrap_or_default();
            let found: Vec<_> = problems.into_iter().map(|one| (one.field, one.problem)).collect();
            let expected: Vec<_> =
                expected.map(|problem| ("words.1".to_owned(), problem)).into_iter().collect();
            assert_eq!(found, expected, "{word}");
        };
        check("Siti Aminah", None);
        check(" - ", Some(Problem::Required));
        check("a.", Some(Problem::TooShort(2)));
        check(&"x".repeat(201), Some(Problem::TooLong(200)));
        let many = FileToGive { words: vec!["Budi".into(); 101], ..FileToGive::default() };
        assert_eq!(many.check().unwrap_err()[0].problem, Problem::TooMany(100));
        assert_eq!(FileToGive::default().check(), Ok(()));
    }
}
