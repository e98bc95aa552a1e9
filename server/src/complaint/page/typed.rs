use shared::complaint::{Filing, REPORTER_FIELDS, Reporter};
use shared::problem::{FieldProblem, Problem};

use super::sent::KEPT;
use crate::error::Error;
use crate::platform::http::Pairs;
use crate::platform::idempotency;

/// The fields that come once.
const SINGLE: [&str; 9] =
    ["key", "class", "title", "content", "event_date", "region", "place", "sector", "about_officials"];

/// Switches: each says "no", and "yes" after it where it is on.
const SWITCHES: [&str; 2] = ["anonymous", "confidential"];

/// A filled form as people see it again when something is to be mended.
pub(super) struct Typed {
    /// The key under which it is filed, once.
    pub key: String,
    /// What was typed; its files are added by the caller.
    pub filing: Filing,
    /// The answer to the question about officials; none where it was left open.
    pub officials: Option<bool>,
}

impl Typed {
    /// An empty form.
    pub(super) fn new() -> Self {
        let filing = Filing { anonymous: true, ..Filing::default() };
        Self { key: idempotency::fresh_key(), filing, officials: None }
    }

    /// Reads what was sent.
    pub(super) fn read(fields: &Pairs) -> Result<Self, Error> {
        let single: Vec<&str> = SINGLE.into_iter().chain(REPORTER_FIELDS).collect();
        let problems = fields.problems(|name| SWITCHES.contains(&name) || name == KEPT, &single);
        if !problems.is_empty() {
            return Err(Error::invalid(problems));
        }
        let text = |name: &str| fields.get(name).unwrap_or_default().replace("\r\n", "\n");
        let given = |name: &str| fields.get(name).map(|value| value.replace("\r\n", "\n"));
        let switch = |name: &str, unsaid: bool| match fields.last(name) {
            None => Ok(unsaid),
            Some("yes") => Ok(true),
            Some("no") => Ok(false),
            Some(_) => Err(Error::field(name, Problem::UnknownValue)),
        };
        let officials = match fields.get("about_officials") {
            None => None,
            Some("yes") => Some(true),
            Some("no") => Some(false),
            Some(_) => return Err(Error::field("about_officials", Problem::UnknownValue)),
        };
        let [name, phone, email] = REPORTER_FIELDS.map(text);
        let is_named = [&name, &phone, &email].iter().any(|text| !text.is_empty());
        let filing = Filing {
            class: text("class"),
            title: text("title"),
            content: text("content"),
            event_date: given("event_date"),
            region: given("region"),
            point: None,
            place: given("place"),
            sector: given("sector"),
            files: Vec::new(),
            reporter: is_named.then_some(Reporter { name, phone, email }),
            anonymous: switch("anonymous", true)?,
            confidential: switch("confidential", false)?,
            about_officials: officials.unwrap_or_default(),
        };
        Ok(Self { key: key(fields)?, filing, officials })
    }

    /// What only a form can have: a question that decides who may read must not be overlooked.
    pub(super) fn problems(&self) -> Option<FieldProblem> {
        self.officials.is_none().then(|| FieldProblem::new("about_officials", Problem::Required))
    }
}

/// The key that the server wrote into the form.
pub(super) fn key(fields: &Pairs) -> Result<String, Error> {
    let bad = |problem| Error::malformed().with(vec![FieldProblem::new("key", problem)]);
    let key = fields.get("key").ok_or_else(|| bad(Problem::Required))?.to_ascii_lowercase();
    if idempotency::is_key(&key) { Ok(key) } else { Err(bad(Problem::WrongType)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str = "0191d8c0-7c3f-7b2e-9f31-5b1c2d3e4f50";

    fn read(query: &str) -> Result<Typed, Error> {
        Typed::read(&Pairs::parse(&format!("key={KEY}&{query}")))
    }

    #[test]
    fn what_is_cut_out_hides_and_what_is_switched_off_does_not() {
        let check = |query: &str, anonymous: bool, confidential: bool| {
            let filing = read(query).map(|typed| typed.filing).expect("is a form");
            assert_eq!((filing.anonymous, filing.confidential), (anonymous, confidential), "{query}");
        };
        check("", true, false);
        check("anonymous=no&confidential=no", false, false);
        check("anonymous=no&anonymous=yes&confidential=no&confidential=yes", true, true);
        assert!(read("anonymous=perhaps").is_err());
    }

    #[test]
    fn an_open_question_is_told() {
        let check = |query: &str, expected: Option<bool>| {
            let typed = read(query).expect("is a form");
            assert_eq!(typed.officials, expected, "{query}");
            assert_eq!(typed.problems().is_some(), expected.is_none(), "{query}");
        };
        check("", None);
        check("about_officials=yes", Some(true));
        check("about_officials=no", Some(false));
    }

    #[test]
    fn fields_nobody_asked_for_are_refused() {
        for query in ["stage=closed", "title=a&title=b", "reporter.age=1", "about_officials=perhaps"] {
            assert!(read(query).is_err(), "{query}");
        }
        assert!(Typed::read(&Pairs::parse("title=a")).is_err(), "a key is needed");
        let typed = read("content=a%0D%0Ab&reporter.phone=0811").expect("is a form");
        assert_eq!(typed.filing.content, "a\nb");
        assert_eq!(typed.filing.reporter.expect("is named").phone, "0811");
    }
}
