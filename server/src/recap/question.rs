//! What is asked: the parameters of an address or of the command line, checked against the instance's keys.

use shared::calendar::Day;
use shared::lang::Lang;
use shared::problem::{FieldProblem, Problem};
use shared::recap::{Dimension, Filter, NONE_KEY};
use shared::region::{RegionCode, RegionLevel};

use crate::platform::http::Pairs;
use crate::platform::settings::Settings;

/// A checked question to the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// What rows stand for.
    pub by: Dimension,
    /// Which complaints count.
    pub filter: Filter,
    /// The day whose end is shown: the filter's, or today.
    pub as_of: Day,
    /// The language of labels.
    pub lang: Lang,
}

impl Question {
    /// Reads parameters. `others` are names that the caller reads itself; `lang` is the reader's language unless a
    /// parameter says another.
    ///
    /// # Errors
    /// All problems by parameter: unknown parameters, words and keys, impossible and future days.
    pub fn parse(
        pairs: &Pairs,
        others: &[&str],
        settings: &Settings,
        today: Day,
        lang: Lang,
    ) -> Result<Self, Vec<FieldProblem>> {
        let mut problems = pairs.problems(Filter::is_filter_name, others);
        let by = word(pairs, others, "by", Dimension::Sector, &mut problems);
        let lang = word(pairs, others, "lang", lang, &mut problems);
        let filter = known_filter(pairs, settings, today).unwrap_or_else(|found| {
            problems.extend(found);
            Filter::default()
        });
        let as_of = filter.as_of.unwrap_or(today);
        if problems.is_empty() { Ok(Self { by, filter, as_of, lang }) } else { Err(problems) }
    }

    /// Reads the parameters of a page's address. Others do not count: sites that share an address add their own.
    ///
    /// # Errors
    /// All problems by parameter: unknown words and keys, impossible and future days.
    pub fn of_page(
        pairs: &Pairs,
        settings: &Settings,
        today: Day,
        lang: Lang,
    ) -> Result<Self, Vec<FieldProblem>> {
        let filter = known_filter(pairs, settings, today)?;
        Ok(Self { by: Dimension::Sector, as_of: filter.as_of.unwrap_or(today), filter, lang })
    }
}

fn known_filter(pairs: &Pairs, settings: &Settings, today: Day) -> Result<Filter, Vec<FieldProblem>> {
    let filter = Filter::parse(pairs.iter(), Some(today))?;
    let unknown = unknown_keys(&filter, settings);
    if unknown.is_empty() { Ok(filter) } else { Err(unknown) }
}

fn word<T: std::str::FromStr>(
    pairs: &Pairs,
    others: &[&str],
    name: &str,
    default: T,
    problems: &mut Vec<FieldProblem>,
) -> T {
    let Some(value) = pairs.get(name).filter(|_| others.contains(&name)) else { return default };
    value.trim().parse().unwrap_or_else(|_| {
        problems.push(FieldProblem::new(name, Problem::UnknownValue));
        default
    })
}

fn unknown_keys(filter: &Filter, settings: &Settings) -> Vec<FieldProblem> {
    let regency = |code: &str| {
        let is_regency = RegionCode::parse(code).is_ok_and(|code| code.level() == RegionLevel::Regency);
        is_regency && settings.region_name(code).is_some()
    };
    // A key that is absent, or that asks for those without, is known.
    let known = |key: &Option<String>, is_known: &dyn Fn(&str) -> bool| {
        key.as_deref().is_none_or(|key| key == NONE_KEY || is_known(key))
    };
    let checks = [
        ("sector", known(&filter.sector, &|key| settings.sector(key).is_some())),
        ("agency", known(&filter.agency, &|key| settings.agency(key).is_some())),
        ("region", known(&filter.region, &regency)),
    ];
    let unknown = checks.into_iter().filter(|(_, known)| !known);
    unknown.map(|(name, _)| FieldProblem::new(name, Problem::UnknownValue)).collect()
}
