//! Answers that are written once and filled in: a text with fields between braces, such as `{nama jalan}`.

use serde::{Deserialize, Serialize};

use crate::complaint::Outcome;
use crate::problem::{FieldProblem, Problem};
use crate::text::{Message, Title};

/// Characters of a field's name.
const FIELD_MAX: usize = 40;

/// Fields that the page fills in by itself, as they are written in templates.
pub mod known {
    /// The tracking code.
    pub const CODE: &str = "kode";
    /// The title as filed.
    pub const TITLE: &str = "judul";
    /// The day of receipt.
    pub const RECEIVED: &str = "tanggal terima";
    /// The agency's name.
    pub const AGENCY: &str = "perangkat daerah";
    /// The promised day.
    pub const PROMISED: &str = "tanggal janji";
    /// All of them.
    pub const ALL: [&str; 5] = [CODE, TITLE, RECEIVED, AGENCY, PROMISED];
}

/// A template, as whoever answers picks it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Template {
    /// Its number.
    pub id: i64,
    /// Goes up with every change: what a change rests on.
    pub version: i64,
    /// What it is called.
    pub name: String,
    /// The sector that it is for; for all where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sector: Option<String>,
    /// What its answer brings.
    pub outcome: Outcome,
    /// Its text, with fields.
    pub text: String,
}

/// A template as it is written or changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewTemplate {
    /// What it is called.
    pub name: String,
    /// The sector's key; for all where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sector: Option<String>,
    /// What its answer brings.
    pub outcome: Outcome,
    /// Its text, with fields.
    pub text: String,
}

impl NewTemplate {
    /// The same with its words as they are kept.
    ///
    /// # Errors
    /// All problems by field; whether the sector is known is left to whoever knows sectors.
    pub fn check(self) -> Result<Self, Vec<FieldProblem>> {
        let (name, text) = (Title::parse(&self.name), Message::parse(&self.text));
        match (name, text) {
            (Ok(name), Ok(text)) => {
                Ok(Self { name: name.as_str().to_owned(), text: text.as_str().to_owned(), ..self })
            }
            (name, text) => {
                let name = name.err().map(|problem| FieldProblem::new("name", problem));
                let text = text.err().map(|problem| FieldProblem::new("text", problem));
                Err(name.into_iter().chain(text).collect())
            }
        }
    }
}

/// A piece of a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Piece<'t> {
    /// Words that stay.
    Words(&'t str),
    /// A field, by its name.
    Field(&'t str),
}

/// The names of a text's fields, each once, in their order.
pub fn fields(text: &str) -> Vec<&str> {
    let mut names = Vec::new();
    for piece in pieces(text) {
        if let Piece::Field(name) = piece
            && !names.contains(&name)
        {
            names.push(name);
        }
    }
    names
}

/// A text with its fields filled in; those of which nothing is known stay as they are.
pub fn filled(text: &str, value: impl Fn(&str) -> Option<String>) -> String {
    let fill = |piece| match piece {
        Piece::Words(words) => words.to_owned(),
        Piece::Field(name) => value(name).unwrap_or_else(|| ["{", name, "}"].concat()),
    };
    pieces(text).into_iter().map(fill).collect()
}

/// Reads an answer whose fields are all filled in.
///
/// # Errors
/// As [`Message::parse`]; and where a field is still open.
pub fn parse_answer(text: &str) -> Result<Message, Problem> {
    let message = Message::parse(text)?;
    if fields(message.as_str()).is_empty() { Ok(message) } else { Err(Problem::Unfilled) }
}

/// A field's name is a short run of letters, digits and spaces: what else stands between braces is left alone.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let (mut pieces, mut rest) = (Vec::new(), text);
    let mut from = 0;
    while let Some(open) = rest[from..].find('{').map(|at| from + at) {
        let Some(close) = rest[open..].find('}').map(|at| open + at) else { break };
        let name = &rest[open + 1..close];
        if !is_name(name) {
            from = open + 1;
            continue;
        }
        if open > 0 {
            pieces.push(Piece::Words(&rest[..open]));
        }
        pieces.push(Piece::Field(name));
        (rest, from) = (&rest[close + 1..], 0);
    }
    if !rest.is_empty() {
        pieces.push(Piece::Words(rest));
    }
    pieces
}

fn is_name(name: &str) -> bool {
    !name.trim().is_empty()
        && name.chars().count() <= FIELD_MAX
        && name.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '_' | '-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_found_once_and_in_their_order() {
        let check = |text: &str, expected: &[&str]| assert_eq!(fields(text), expected, "{text}");
        check("Lampu di {nama jalan} menyala sejak {hari}. {nama jalan} aman.", &["nama jalan", "hari"]);
        check("", &[]);
        check("{}", &[]);
        check("{ }", &[]);
        check("{a", &[]);
        check("a}", &[]);
        check("{{kode}}", &["kode"]);
        check("{ a.b } dan {kode}", &["kode"]);
        check(&["{", &"a".repeat(41), "}"].concat(), &[]);
        check("{hári ke-2}", &["hári ke-2"]);
    }

    #[test]
    fn what_is_known_is_filled_in_and_the_rest_stays() {
        let value = |name: &str| (name == known::CODE).then(|| "CTH-CTH".to_owned());
        assert_eq!(filled("Aduan {kode} di {nama jalan} {!}.", value), "Aduan CTH-CTH di {nama jalan} {!}.");
        assert_eq!(filled("{kode}{kode}", value), "CTH-CTHCTH-CTH");
        // What is filled in is not read again.
        assert_eq!(filled("{judul}", |_| Some("{kode}".to_owned())), "{kode}");
    }

    #[test]
    fn an_answer_has_no_open_fields() {
        assert_eq!(parse_answer("Selesai {nama jalan}.").err(), Some(Problem::Unfilled));
        assert_eq!(parse_answer(" ").err(), Some(Problem::Required));
        assert!(parse_answer("Selesai {.").is_ok());
    }
}
