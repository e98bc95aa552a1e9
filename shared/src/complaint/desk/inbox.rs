use serde::{Deserialize, Serialize};

use crate::calendar::Day;
use crate::complaint::{Class, Stage, words};
use crate::problem::{FieldProblem, Problem};
use crate::regulation::{Deadline, Step};

words! {
    /// Which part of the cases an inbox shows.
    Lane {
        /// What waits for the office of whoever asks.
        Todo = "todo",
        /// All that is not closed or archived.
        Open = "open",
        /// What is closed or archived.
        Done = "done",
        /// What waits to be looked at once more: closed cases to be checked, answers to be released.
        Check = "check",
    }
}

words! {
    /// When something is due.
    When {
        /// It was due before today.
        Late = "late",
        /// Today, or earlier.
        Today = "today",
        /// Within seven days, or earlier.
        Week = "week",
    }
}

/// Characters of a search.
const SEARCH_MAX: u32 = 100;

/// Which cases an inbox shows. In addresses each part is a parameter of its field's name; absent means all, except for
/// the lane: there it means what waits.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct InboxFilter {
    /// This part of them.
    pub lane: Option<Lane>,
    /// In this stage.
    pub stage: Option<Stage>,
    /// With this agency.
    pub agency: Option<String>,
    /// Of this sector; `none` for those without.
    pub sector: Option<String>,
    /// Due by then.
    pub due: Option<When>,
    /// With these words in code, title or content.
    pub q: Option<String>,
}

impl InboxFilter {
    /// The parameters' names, in the order in which addresses are written.
    pub const NAMES: [&str; 6] = ["lane", "stage", "agency", "sector", "due", "q"];

    /// Reads parameters; those of other names are left to the caller.
    ///
    /// # Errors
    /// All problems by parameter: unknown words, a repeated parameter, a search that is too long.
    pub fn parse<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Self, Vec<FieldProblem>> {
        let mut filter = Self::default();
        let (mut problems, mut seen) = (Vec::new(), Vec::new());
        for (name, value) in pairs {
            let value = value.trim();
            if !Self::NAMES.contains(&name) || value.is_empty() {
                continue;
            }
            let read = if seen.contains(&name) { Err(Problem::Repeated) } else { filter.read(name, value) };
            seen.push(name);
            if let Err(problem) = read {
                problems.push(FieldProblem::new(name, problem));
            }
        }
        if problems.is_empty() { Ok(filter) } else { Err(problems) }
    }

    fn read(&mut self, name: &str, value: &str) -> Result<(), Problem> {
        let unknown = |_| Problem::UnknownValue;
        match name {
            "lane" => self.lane = Some(value.parse().map_err(unknown)?),
            "stage" => self.stage = Some(value.parse().map_err(unknown)?),
            "due" => self.due = Some(value.parse().map_err(unknown)?),
            "agency" => self.agency = Some(value.to_owned()),
            "sector" => self.sector = Some(value.to_owned()),
            _ if value.chars().count() > SEARCH_MAX as usize => return Err(Problem::TooLong(SEARCH_MAX)),
            _ => self.q = Some(value.to_owned()),
        }
        Ok(())
    }

    /// The parameters of an address, each with its value as it is.
    pub fn pairs(&self) -> Vec<(&'static str, &str)> {
        let values = [
            self.lane.map(Lane::as_str),
            self.stage.map(Stage::as_str),
            self.agency.as_deref(),
            self.sector.as_deref(),
            self.due.map(When::as_str),
            self.q.as_deref(),
        ];
        Self::NAMES.into_iter().zip(values).filter_map(|(name, value)| Some((name, value?))).collect()
    }
}

/// What the office must do next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Due {
    /// The step.
    pub step: Step,
    /// Its last day.
    pub due_on: Day,
    /// Working days that are left after today; negative once it is late.
    pub days_left: i32,
}

/// The deadline that the office works against in a stage; none where it waits for the reporter, or nothing is left.
pub fn due_of(stage: Stage, deadlines: &[Deadline]) -> Option<&Deadline> {
    let step = match stage {
        Stage::Received | Stage::Verified | Stage::OutsideJurisdiction => Step::VerifyAndDispose,
        Stage::Disposed => Step::FirstFollowUp,
        Stage::InProgress => Step::Done,
        Stage::Postponed | Stage::Answered | Stage::Closed | Stage::Archived => return None,
    };
    let of = |step: Step| deadlines.iter().find(|deadline| deadline.step == step);
    // What was done once, such as a first disposition, leaves the whole case to be done.
    let open = of(step).filter(|deadline| deadline.met_on.is_none() && deadline.due_on.is_some());
    open.or_else(|| of(Step::Done).filter(|deadline| deadline.due_on.is_some()))
}

/// One case in an inbox.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CaseLine {
    /// The tracking code, with dashes.
    pub code: String,
    /// What a command rests on.
    pub version: i64,
    /// Its class.
    pub class: Class,
    /// Its stage.
    pub stage: Stage,
    /// The title as filed; none once it is erased.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The sector's key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sector: Option<String>,
    /// The agency that has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<String>,
    /// The region's names, joined.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// The local day of receipt.
    pub received_on: Day,
    /// Its age in working days.
    pub age_working_days: u32,
    /// What the office must do next, and by when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Due>,
    /// Who of the office has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assigned: Option<String>,
    /// Whether it is in the sealed lane.
    pub sealed: bool,
    /// Whether an answer waits for the responsible officer.
    pub awaits_approval: bool,
}

/// A page of an inbox: what is due first on top.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CaseList {
    /// The cases.
    pub rows: Vec<CaseLine>,
    /// For the next page: the value of `after`. None on the last one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
    /// The ledger's revision: what the stream tells when something has changed.
    pub revision: i64,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Certainty;

    #[test]
    fn a_filter_is_what_its_address_says() {
        let check = |pairs: &[(&str, &str)]| {
            let filter = InboxFilter::parse(pairs.iter().copied()).expect("is one");
            assert_eq!(filter.pairs(), pairs);
        };
        check(&[]);
        check(&[
            ("lane", "open"),
            ("stage", "disposed"),
            ("agency", "esdm"),
            ("sector", "none"),
            ("due", "late"),
        ]);
        check(&[("q", "lampu jalan")]);
        assert_eq!(InboxFilter::parse([("after", "x"), ("lane", " ")]), Ok(InboxFilter::default()));
    }

    #[test]
    fn what_is_no_filter_is_told() {
        let check = |pairs: &[(&str, &str)], name: &str, problem: Problem| {
            let expected = Err(vec![FieldProblem::new(name, problem)]);
            assert_eq!(InboxFilter::parse(pairs.iter().copied()), expected);
        };
        check(&[("stage", "lost")], "stage", Problem::UnknownValue);
        check(&[("lane", "open"), ("lane", "done")], "lane", Problem::Repeated);
        check(&[("q", &"a".repeat(101))], "q", Problem::TooLong(100));
    }

    #[test]
    fn each_stage_has_its_clock() {
        let day = |raw: &str| Day::parse(raw).expect("a day of the calendar");
        let deadline = |step, due_on: Option<&str>, met_on: Option<&str>| Deadline {
            step,
            due_on: due_on.map(day),
            working_days: 3,
            from: None,
            confirmed: true,
            certainty: Certainty::Known,
            paused: false,
            met_on: met_on.map(day),
        };
        let all = [
            deadline(Step::VerifyAndDispose, Some("2026-06-12"), Some("2026-06-11")),
            deadline(Step::FirstFollowUp, Some("2026-06-18"), None),
            deadline(Step::Done, Some("2026-06-30"), None),
        ];
        let check = |stage, expected: Option<Step>| {
            assert_eq!(due_of(stage, &all).map(|deadline| deadline.step), expected, "{stage}");
        };
        check(Stage::Disposed, Some(Step::FirstFollowUp));
        check(Stage::InProgress, Some(Step::Done));
        // It was disposed once and came back: the whole case is what is late next.
        check(Stage::OutsideJurisdiction, Some(Step::Done));
        check(Stage::Postponed, None);
        check(Stage::Answered, None);
        check(Stage::Closed, None);
    }
}
