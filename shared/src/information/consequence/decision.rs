use serde::{Deserialize, Serialize};

use super::proposal::until;
use crate::calendar::Day;
use crate::complaint::words;
use crate::information::entry::{label, message};
use crate::problem::{Blame, FieldProblem, Problem};

/// Names of those who considered one test.
pub const CONSIDERERS_MAX: u32 = 30;

words! {
    /// What a decision fixes.
    ConsequenceOutcome {
        /// It is excluded, for a term.
        Excluded = "excluded",
        /// It is not, or not any more.
        Open = "open",
    }
}

impl ConsequenceOutcome {
    /// That of a decision which fixes a term, or none.
    pub const fn of(until: Option<Day>) -> Self {
        if until.is_some() { Self::Excluded } else { Self::Open }
    }
}

/// Who considered a proposal, and what they found, as it is typed. It stays within the office.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewConsideration {
    /// The day they met, `YYYY-MM-DD`.
    pub considered_on: String,
    /// Part 6: their names, each with the office.
    pub considered_by: Vec<String>,
    /// What they found.
    pub said: String,
}

/// Who considered a proposal, and what they found. It stays within the office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Consideration {
    /// The day they met.
    pub considered_on: Day,
    /// Part 6: their names.
    pub considered_by: Vec<String>,
    /// What they found.
    pub said: String,
}

impl NewConsideration {
    /// Reads every field and tells all problems at once, in the order of the form.
    ///
    /// # Errors
    /// The problems by field, never empty.
    pub fn check(&self, today: Day) -> Result<Consideration, Vec<FieldProblem>> {
        let mut blame = Blame::default();
        let considered_on = blame.read("considered_on", Day::parse_past(&self.considered_on, today));
        let considered_by = blame.read("considered_by", names(&self.considered_by));
        let said = blame.read("said", message(&self.said));
        let whole = match (considered_on, considered_by, said) {
            (Some(considered_on), Some(considered_by), Some(said)) => {
                Some(Consideration { considered_on, considered_by, said })
            }
            _ => None,
        };
        blame.close(whole)
    }
}

/// Empty lines of a form are no names.
fn names(raw: &[String]) -> Result<Vec<String>, Problem> {
    let written: Vec<String> = raw
        .iter()
        .filter(|name| !name.trim().is_empty())
        .map(|name| label(name))
        .collect::<Result<_, _>>()?;
    if written.is_empty() {
        return Err(Problem::Required);
    }
    if written.len() > CONSIDERERS_MAX as usize {
        return Err(Problem::TooMany(CONSIDERERS_MAX));
    }
    let is_repeated = |(place, name): (usize, &String)| written[..place].contains(name);
    if written.iter().enumerate().any(is_repeated) { Err(Problem::Repeated) } else { Ok(written) }
}

/// What the PPID fixes, as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewConsequenceDecision {
    /// Part 7: the decision's number.
    pub number: String,
    /// Part 7: its day, `YYYY-MM-DD`.
    pub decided_on: String,
    /// What it fixes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<ConsequenceOutcome>,
    /// Part 5: the last day of the term, `YYYY-MM-DD`; asked for where it is excluded, and not read where it is not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
}

/// What the PPID fixes, with every rule kept: what is excluded has a term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fixed {
    /// Part 7: the decision's number.
    pub number: String,
    /// Part 7: its day.
    pub decided_on: Day,
    /// Part 5: the last day of the term; none where it is open.
    pub until: Option<Day>,
}

impl Fixed {
    /// What it fixes.
    pub const fn outcome(&self) -> ConsequenceOutcome {
        ConsequenceOutcome::of(self.until)
    }
}

impl NewConsequenceDecision {
    /// Reads every field and tells all problems at once, in the order of the form. A decision is not older than the
    /// consideration that it rests on.
    ///
    /// # Errors
    /// The problems by field, never empty.
    pub fn check(&self, today: Day, considered_on: Option<Day>) -> Result<Fixed, Vec<FieldProblem>> {
        let mut blame = Blame::default();
        let number = blame.read("number", label(&self.number));
        let decided_on = Day::parse_past(&self.decided_on, today).and_then(|day| match considered_on {
            Some(considered_on) if day < considered_on => Err(Problem::EndBeforeStart),
            _ => Ok(day),
        });
        let decided_on = blame.read("decided_on", decided_on);
        let outcome = blame.read("outcome", self.outcome.ok_or(Problem::Required));
        // The decision's day is no later than today, so what ends after today ends after it.
        let until = match outcome {
            Some(ConsequenceOutcome::Excluded) => {
                blame.read("until", until(self.until.as_deref().unwrap_or_default(), today))
            }
            Some(ConsequenceOutcome::Open) | None => None,
        };
        let whole = match (number, decided_on) {
            (Some(number), Some(decided_on)) => Some(Fixed { number, decided_on, until }),
            _ => None,
        };
        blame.close(whole)
    }
}

/// What was fixed, with what it rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ConsequenceDecision {
    /// Part 7: its number.
    pub number: String,
    /// Part 7: its day.
    pub decided_on: Day,
    /// What it fixes.
    pub outcome: ConsequenceOutcome,
    /// Part 5: the last day of the term, where it is excluded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Day>,
    /// The consideration that it rests on.
    pub consideration: Consideration,
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: &str = "2026-06-10";

    fn today() -> Day {
        Day::parse(TODAY).unwrap()
    }

    fn told(problems: Vec<FieldProblem>) -> Vec<(String, Problem)> {
        problems.into_iter().map(|one| (one.field, one.problem)).collect()
    }

    #[test]
    fn who_considered_is_named() {
        let check = |on: &str, by: &[&str], said: &str| {
            let considered_by = by.iter().map(|name| (*name).to_owned()).collect();
            let new = NewConsideration { considered_on: on.into(), considered_by, said: said.into() };
            new.check(today()).map(|kept| kept.considered_by).map_err(told)
        };
        assert_eq!(check(TODAY, &[" Kepala Biro ", ""], "Setuju.").unwrap(), ["Kepala Biro"]);
        let empty = check("", &[""], "").unwrap_err();
        let names: Vec<&str> = empty.iter().map(|(field, _)| field.as_str()).collect();
        assert_eq!(names, ["considered_on", "considered_by", "said"]);
        let blame = |on: &str, by: &[&str], field: &str, problem| {
            assert_eq!(check(on, by, "Setuju.").unwrap_err(), [(field.to_owned(), problem)]);
        };
        blame("2026-06-11", &["A"], "considered_on", Problem::InFuture);
        blame(TODAY, &["A", "A "], "considered_by", Problem::Repeated);
        blame(TODAY, &[&"A".repeat(121)], "considered_by", Problem::TooLong(120));
        let many: Vec<String> = (0..=CONSIDERERS_MAX).map(|number| format!("Anggota {number}")).collect();
        let many: Vec<&str> = many.iter().map(String::as_str).collect();
        blame(TODAY, &many, "considered_by", Problem::TooMany(30));
    }

    #[test]
    fn what_is_excluded_has_a_term() {
        let check = |change: fn(&mut NewConsequenceDecision), expected: &[(&str, Problem)]| {
            let mut new = NewConsequenceDecision {
                number: "1/CONTOH/2026".into(),
                decided_on: TODAY.into(),
                outcome: Some(ConsequenceOutcome::Excluded),
                until: Some("2027-06-10".into()),
            };
            change(&mut new);
            let problems = new.check(today(), Day::new(2026, 6, 2)).map_err(told).err().unwrap_or_default();
            let problems: Vec<_> = problems.iter().map(|(field, one)| (field.as_str(), *one)).collect();
            assert_eq!(problems, expected);
        };
        check(|_| {}, &[]);
        check(|new| new.until = None, &[("until", Problem::Required)]);
        check(|new| new.until = Some(TODAY.into()), &[("until", Problem::NotInFuture)]);
        check(|new| new.decided_on = "2026-06-11".into(), &[("decided_on", Problem::InFuture)]);
        check(|new| new.decided_on = "2026-06-01".into(), &[("decided_on", Problem::EndBeforeStart)]);
        check(|new| new.number = " ".into(), &[("number", Problem::Required)]);
        check(|new| new.outcome = None, &[("outcome", Problem::Required)]);
        let open = NewConsequenceDecision {
            number: "2/CONTOH/2026".into(),
            decided_on: TODAY.into(),
            outcome: Some(ConsequenceOutcome::Open),
            until: Some("kapan-kapan".into()),
        };
        let fixed = open.check(today(), None).unwrap();
        assert_eq!((fixed.outcome(), fixed.until), (ConsequenceOutcome::Open, None));
    }
}
