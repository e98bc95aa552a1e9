use std::str::FromStr;

use super::{Category, Form};
use crate::problem::{FieldProblem, Problem};

/// Characters of a search.
pub const INFORMATION_SEARCH_MAX: u32 = 200;
/// The first and the last year that can be asked for.
const YEARS: std::ops::RangeInclusive<i16> = 1945..=2200;

/// Which entries of the Daftar Informasi Publik are asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InformationFilter {
    /// Words that they hold.
    pub q: Option<String>,
    /// How soon they must be public.
    pub category: Option<Category>,
    /// The key of the agency that holds them.
    pub agency: Option<String>,
    /// The year they were made in.
    pub year: Option<i16>,
    /// A form they can be had in.
    pub form: Option<Form>,
    /// What they are about.
    pub topic: Option<String>,
}

impl InformationFilter {
    /// The parameters of an address that it is read from.
    pub const NAMES: [&str; 6] = ["q", "category", "agency", "year", "form", "topic"];

    /// Reads an address. An empty value asks for nothing.
    ///
    /// # Errors
    /// The problems by parameter.
    pub fn parse<'a>(pairs: impl Iterator<Item = (&'a str, &'a str)>) -> Result<Self, Vec<FieldProblem>> {
        let (mut filter, mut problems) = (Self::default(), Vec::new());
        for (name, value) in pairs {
            let value = value.trim();
            if value.is_empty() {
                continue;
            }
            let read = match name {
                "q" => text(value).map(|text| filter.q = Some(text)),
                "category" => word(value).map(|category| filter.category = Some(category)),
                "agency" => text(value).map(|key| filter.agency = Some(key)),
                "year" => year(value).map(|year| filter.year = Some(year)),
                "form" => word(value).map(|form| filter.form = Some(form)),
                "topic" => text(value).map(|topic| filter.topic = Some(topic)),
                _ => Ok(()),
            };
            problems.extend(read.err().map(|problem| FieldProblem::new(name, problem)));
        }
        if problems.is_empty() { Ok(filter) } else { Err(problems) }
    }
}

fn text(value: &str) -> Result<String, Problem> {
    if value.chars().count() > INFORMATION_SEARCH_MAX as usize {
        return Err(Problem::TooLong(INFORMATION_SEARCH_MAX));
    }
    if value.chars().any(char::is_control) {
        return Err(Problem::ControlCharacters);
    }
    Ok(value.to_owned())
}

fn word<T: FromStr>(value: &str) -> Result<T, Problem> {
    value.parse().map_err(|_| Problem::UnknownValue)
}

fn year(value: &str) -> Result<i16, Problem> {
    value.parse().ok().filter(|year| YEARS.contains(year)).ok_or(Problem::UnknownValue)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_read() {
        let pairs =
            [("q", " anggaran "), ("category", "regular"), ("year", "2026"), ("agency", ""), ("after", "9")];
        let filter = InformationFilter::parse(pairs.into_iter()).unwrap();
        let expected = InformationFilter {
            q: Some("anggaran".into()),
            category: Some(Category::Regular),
            year: Some(2026),
            ..InformationFilter::default()
        };
        assert_eq!(filter, expected);
    }

    #[test]
    fn what_is_unknown_is_told() {
        let long = "x".repeat(201);
        let pairs =
            [("category", "excluded"), ("year", "26"), ("form", "stone"), ("q", &*long), ("topic", "\u{0}")];
        let problems = InformationFilter::parse(pairs.into_iter()).unwrap_err();
        let told: Vec<_> = problems.iter().map(|one| (one.field.as_str(), one.problem)).collect();
        assert_eq!(
            told,
            [
                ("category", Problem::UnknownValue),
                ("year", Problem::UnknownValue),
                ("form", Problem::UnknownValue),
                ("q", Problem::TooLong(200)),
                ("topic", Problem::ControlCharacters),
            ]
        );
    }
}
