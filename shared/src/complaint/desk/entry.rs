use serde::{Deserialize, Serialize};

use crate::calendar::Day;
use crate::complaint::{Channel, CheckedFiling, Filing, KnownKeys, LaporId};
use crate::problem::{FieldProblem, Problem};

/// A letter that came longer ago than this many years is a typing error.
const YEARS_MAX: u32 = 5;

/// What the fields of the filing within begin with, as problems name them.
pub const ENTRY_FILING: &str = "filing.";

/// A complaint that came to an office by letter, telephone, visit or LAPOR!, entered by the staff.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewEntry {
    /// The way it came in: `letter`, `phone`, `visit` or `lapor`.
    pub channel: Channel,
    /// The day it reached the office, `YYYY-MM-DD`: day zero of every deadline.
    pub received_on: String,
    /// Its tracking id in LAPOR!, where it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lapor_id: Option<String>,
    /// What it says, in the words of whoever complains.
    pub filing: Filing,
}

/// An entry that keeps every rule.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckedEntry {
    /// The way it came in.
    pub channel: Channel,
    /// The day it reached the office.
    pub received_on: Day,
    /// Its tracking id in LAPOR!.
    pub lapor_id: Option<LaporId>,
    /// What it says.
    pub filing: CheckedFiling,
}

impl NewEntry {
    /// The ways that complaints come to an office.
    pub const CHANNELS: [Channel; 4] = [Channel::Letter, Channel::Phone, Channel::Visit, Channel::Lapor];

    /// Reads every field and tells all problems at once, in the order of the form.
    ///
    /// # Errors
    /// The problems by field, never empty.
    pub fn check(&self, today: Day, known: &impl KnownKeys) -> Result<CheckedEntry, Vec<FieldProblem>> {
        let mut problems = Vec::new();
        let mut blame = |field: &str, problem| problems.push(FieldProblem::new(field, problem));
        if !Self::CHANNELS.contains(&self.channel) {
            blame("channel", Problem::UnknownValue);
        }
        let received_on = Day::parse_recent(&self.received_on, today, YEARS_MAX);
        if let Err(problem) = received_on {
            blame("received_on", problem);
        }
        let given = self.lapor_id.as_deref().filter(|id| !id.trim().is_empty());
        let lapor_id = given.map(LaporId::parse).transpose();
        match &lapor_id {
            Err(problem) => blame("lapor_id", *problem),
            Ok(None) if self.channel == Channel::Lapor => blame("lapor_id", Problem::Required),
            Ok(_) => {}
        }
        let filing = self.filing.check(today, known);
        match (received_on, lapor_id, filing) {
            (Ok(received_on), Ok(lapor_id), Ok(filing)) if problems.is_empty() => {
                Ok(CheckedEntry { channel: self.channel, received_on, lapor_id, filing })
            }
            (_, _, filing) => {
                let within = filing.err().into_iter().flatten();
                problems.extend(
                    within.map(|one| FieldProblem { field: [ENTRY_FILING, &one.field].concat(), ..one }),
                );
                Err(problems)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::region::RegionCode;

    struct All;

    impl KnownKeys for All {
        fn has_sector(&self, _: &str) -> bool {
            true
        }

        fn has_region(&self, _: &RegionCode) -> bool {
            true
        }
    }

    fn entry() -> NewEntry {
        let filing = Filing {
            class: "complaint".into(),
            title: "Lampu jalan padam".into(),
            content: "Lampu di depan pasar padam sejak Senin.".into(),
            place: Some("Depan pasar".into()),
            ..Filing::default()
        };
        NewEntry { channel: Channel::Letter, received_on: "2026-11-20".into(), lapor_id: None, filing }
    }

    fn problems(entry: &NewEntry) -> Vec<(String, Problem)> {
        let today = Day::parse("2026-11-28").expect("a day");
        let checked = entry.check(today, &All);
        checked.err().into_iter().flatten().map(|one| (one.field, one.problem)).collect()
    }

    #[test]
    fn what_comes_to_an_office_is_read() {
        assert_eq!(problems(&entry()), []);
        let lapor = NewEntry { channel: Channel::Lapor, lapor_id: Some(" #123 ".into()), ..entry() };
        let today = Day::parse("2026-11-28").expect("a day");
        let id = lapor.check(today, &All).expect("is in order").lapor_id;
        assert_eq!(id.as_ref().map(LaporId::as_str), Some("123"));
    }

    #[test]
    fn all_problems_are_told_at_once() {
        let filing = Filing { title: String::new(), ..entry().filing };
        let wrong =
            NewEntry { channel: Channel::Web, received_on: "2026-11-29".into(), lapor_id: None, filing };
        let expected = [
            ("channel", Problem::UnknownValue),
            ("received_on", Problem::InFuture),
            ("filing.title", Problem::Required),
        ];
        assert_eq!(problems(&wrong), expected.map(|(field, problem)| (field.to_owned(), problem)));
        let nameless = NewEntry { channel: Channel::Lapor, ..entry() };
        assert_eq!(problems(&nameless), [("lapor_id".to_owned(), Problem::Required)]);
        let old = NewEntry { received_on: "2020-11-20".into(), ..entry() };
        assert_eq!(problems(&old), [("received_on".to_owned(), Problem::TooOld(5))]);
    }
}
