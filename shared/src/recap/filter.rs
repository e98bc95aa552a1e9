use crate::calendar::{Day, Month};
use crate::complaint::{Channel, Class, Group, Stage};
use crate::problem::{FieldProblem, Problem};

/// Which complaints a recap counts. In addresses each part is a parameter of its field's name; absent means all.
///
/// The same text is read by the page, the server and the command line, so that a link shows what it says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Filter {
    /// In this stage.
    pub stage: Option<Stage>,
    /// In this group of stages.
    pub group: Option<Group>,
    /// Of this sector; `none` for those without.
    pub sector: Option<String>,
    /// With this agency; `none` for those without.
    pub agency: Option<String>,
    /// In this regency; `none` for those without.
    pub region: Option<String>,
    /// Of this class.
    pub class: Option<Class>,
    /// That came in this way.
    pub channel: Option<Channel>,
    /// First month of receipt.
    pub from: Option<Month>,
    /// Last month of receipt, included.
    pub to: Option<Month>,
    /// As they stood at the end of this local day.
    pub as_of: Option<Day>,
}

/// Names of the parameters, in the order in which addresses are written.
const NAMES: [&str; 10] =
    ["stage", "group", "sector", "agency", "region", "class", "channel", "from", "to", "as_of"];

impl Filter {
    /// Reads parameters. Those of other names are left to the caller: `is_filter_name` tells them apart.
    ///
    /// Keys of sectors, agencies and regions are read by form alone; whether they exist the server checks.
    ///
    /// # Errors
    /// All problems by parameter: unknown words, impossible days, a repeated parameter, `from` after `to`, and a day
    /// after `today` ([`Problem::InFuture`]).
    pub fn parse<'a>(
        pairs: impl IntoIterator<Item = (&'a str, &'a str)>,
        today: Option<Day>,
    ) -> Result<Self, Vec<FieldProblem>> {
        let mut filter = Self::default();
        let mut problems = Vec::new();
        let mut seen: Vec<&str> = Vec::new();
        for (name, value) in pairs {
            let value = value.trim();
            if !Self::is_filter_name(name) || value.is_empty() {
                continue;
            }
            let read = if seen.contains(&name) { Err(Problem::Repeated) } else { filter.read(name, value) };
            seen.push(name);
            if let Err(problem) = read {
                problems.push(FieldProblem::new(name, problem));
            }
        }
        if let (Some(as_of), Some(today)) = (filter.as_of, today)
            && as_of > today
        {
            problems.push(FieldProblem::new("as_of", Problem::InFuture));
        }
        if let (Some(from), Some(to)) = (filter.from, filter.to)
            && from > to
        {
            problems.push(FieldProblem::new("to", Problem::EndBeforeStart));
        }
        if problems.is_empty() { Ok(filter) } else { Err(problems) }
    }

    /// Whether a parameter is one of the filter's.
    pub fn is_filter_name(name: &str) -> bool {
        NAMES.contains(&name)
    }

    fn read(&mut self, name: &str, value: &str) -> Result<(), Problem> {
        let unknown = |_| Problem::UnknownValue;
        match name {
            "stage" => self.stage = Some(value.parse().map_err(unknown)?),
            "group" => self.group = Some(value.parse().map_err(unknown)?),
            "sector" => self.sector = Some(key(value)?),
            "agency" => self.agency = Some(key(value)?),
            "region" => self.region = Some(key(value)?),
            "class" => self.class = Some(value.parse().map_err(unknown)?),
            "channel" => self.channel = Some(value.parse().map_err(unknown)?),
            "from" => self.from = Some(Month::parse(value)?),
            "to" => self.to = Some(Month::parse(value)?),
            _ => self.as_of = Some(Day::parse(value)?),
        }
        Ok(())
    }

    /// The parameters that are set. All values are plain letters, digits, dots, dashes and underscores, so they can
    /// stand in an address as they are.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let values = [
            self.stage.map(|value| value.to_string()),
            self.group.map(|value| value.to_string()),
            self.sector.clone(),
            self.agency.clone(),
            self.region.clone(),
            self.class.map(|value| value.to_string()),
            self.channel.map(|value| value.to_string()),
            self.from.map(|value| value.to_string()),
            self.to.map(|value| value.to_string()),
            self.as_of.map(|value| value.to_string()),
        ];
        NAMES.into_iter().zip(values).filter_map(|(name, value)| Some((name, value?))).collect()
    }

    /// The parameters as an address has them, without a question mark; empty when nothing is set.
    pub fn to_query(&self) -> String {
        let mut query = String::new();
        for (name, value) in self.pairs() {
            if !query.is_empty() {
                query.push('&');
            }
            query.push_str(name);
            query.push('=');
            query.push_str(&value);
        }
        query
    }
}

fn key(value: &str) -> Result<String, Problem> {
    let plain = value.len() <= 60
        && value.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-'));
    if plain { Ok(value.to_owned()) } else { Err(Problem::UnknownValue) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(query: &str) -> Result<Filter, Vec<(String, Problem)>> {
        let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        let problems = |found: Vec<FieldProblem>| {
            found.into_iter().map(|problem| (problem.field, problem.problem)).collect()
        };
        Filter::parse(pairs, Day::new(2026, 11, 25)).map_err(problems)
    }

    #[test]
    fn a_filter_comes_back_from_its_address() {
        let query = "stage=disposed&group=awaiting_follow_up&sector=dana_desa&agency=none&region=72.01&class=complaint\
                     &channel=lapor&from=2020-01&to=2020-06&as_of=2020-06-30";
        let filter = parse(query).expect("is a good query");
        assert_eq!(filter.to_query(), query);
        assert_eq!(parse(""), Ok(Filter::default()));
        assert_eq!(parse("stage=&utm_source=x"), Ok(Filter::default()));
    }

    #[test]
    fn bad_parameters_are_named() {
        let check = |query: &str, field: &str, problem: Problem| {
            assert_eq!(parse(query), Err(vec![(field.to_owned(), problem)]), "{query}");
        };
        check("as_of=2026-11-26", "as_of", Problem::InFuture);
        check("as_of=2026-02-30", "as_of", Problem::NotADate);
        check("from=2026-05&to=2026-04", "to", Problem::EndBeforeStart);
        check("stage=lost", "stage", Problem::UnknownValue);
        check("sector=a%20b", "sector", Problem::UnknownValue);
        check("stage=closed&stage=disposed", "stage", Problem::Repeated);
    }
}
