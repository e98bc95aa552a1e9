use std::convert::Infallible;

use axum::extract::FromRequestParts;
use http::request::Parts;
use shared::problem::{FieldProblem, Problem};

use crate::error::Error;

/// The parameters after an address's question mark, in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pairs(Vec<(String, String)>);

impl Pairs {
    /// Reads what follows a question mark.
    pub fn parse(query: &str) -> Self {
        Self(form_urlencoded::parse(query.as_bytes()).into_owned().collect())
    }

    /// Pairs that were read elsewhere: a form's fields.
    pub fn new(pairs: Vec<(String, String)>) -> Self {
        Self(pairs)
    }

    /// All parameters.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// All but those of a name.
    #[must_use]
    pub fn without(&self, name: &str) -> Self {
        Self(self.0.iter().filter(|(known, _)| known != name).cloned().collect())
    }

    /// The first value of a parameter that is not empty.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.iter().find(|(known, value)| *known == name && !value.trim().is_empty()).map(|(_, value)| value)
    }

    /// The last value of a parameter.
    pub fn last(&self, name: &str) -> Option<&str> {
        self.iter().filter(|(known, _)| *known == name).last().map(|(_, value)| value)
    }

    /// The parameters that are not among the known ones, and those of `single` that come twice.
    pub fn problems(&self, known: impl Fn(&str) -> bool, single: &[&str]) -> Vec<FieldProblem> {
        let mut problems: Vec<_> = self
            .iter()
            .filter(|(name, _)| !known(name) && !single.contains(name))
            .map(|(name, _)| FieldProblem::new(shown(name), Problem::UnknownField))
            .collect();
        for name in single {
            if self.iter().filter(|(given, _)| given == name).count() > 1 {
                problems.push(FieldProblem::new(*name, Problem::Repeated));
            }
        }
        problems
    }

    /// Refuses parameters that nobody asked for: a mistyped filter must not look like an answer to it.
    pub fn only(&self, known: impl Fn(&str) -> bool) -> Result<(), Error> {
        let problems = self.problems(known, &[]);
        if problems.is_empty() { Ok(()) } else { Err(Error::invalid(problems)) }
    }
}

/// A name that came from outside, short enough to be said back.
fn shown(name: &str) -> String {
    name.chars().filter(|c| !c.is_control()).take(60).collect()
}

impl<S: Sync> FromRequestParts<S> for Pairs {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self::parse(parts.uri.query().unwrap_or_default()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_are_read_and_strangers_named() {
        let pairs = Pairs::parse("by=sector&as_of=2020-06-30&q=a%20b+c&by=stage&bad=%ff");
        assert_eq!(pairs.get("q"), Some("a b c"));
        assert_eq!(pairs.get("none"), None);
        let problems = pairs.problems(|name| matches!(name, "as_of" | "q"), &["by"]);
        assert_eq!(
            problems,
            [FieldProblem::new("bad", Problem::UnknownField), FieldProblem::new("by", Problem::Repeated)]
        );
        assert_eq!(Pairs::parse("").only(|_| false), Ok(()));
        assert!(Pairs::parse("a=1").only(|name| name == "b").is_err());
    }
}
