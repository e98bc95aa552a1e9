//! What the data-protection officer watches over (UU 27/2022, articles 46 and 53): who read whose identity, how long what is kept,
//! and breaches with their clock.

use serde::{Deserialize, Serialize};

use crate::calendar::Day;
use crate::complaint::desk::IdentityReading;
use crate::problem::{FieldProblem, Problem};
use crate::text::Message;

/// Milliseconds after which a breach must have been told: three times twenty-four hours (UU 27/2022, article 46).
pub const NOTICE_MILLISECONDS: i64 = 3 * 24 * 60 * 60 * 1000;
/// People that a breach can touch, as far as a form goes.
const PEOPLE_MAX: u32 = 100_000_000;
/// Months for which anything is kept.
const MONTHS_MAX: u32 = 600;

/// For how many months after a case has ended what is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Retention {
    /// Who complained.
    pub identity_months: u32,
    /// Photos and documents.
    pub files_months: u32,
    /// What was written.
    pub words_months: u32,
}

impl Default for Retention {
    /// A beginning until the province sets its own: no regulation that we have read gives numbers.
    fn default() -> Self {
        Self { identity_months: 12, files_months: 24, words_months: 60 }
    }
}

impl Retention {
    /// What is wrong with it.
    pub fn problems(self) -> Vec<FieldProblem> {
        let all = [
            ("identity_months", self.identity_months),
            ("files_months", self.files_months),
            ("words_months", self.words_months),
        ];
        let wrong = all.into_iter().filter(|(_, months)| !(1..=MONTHS_MAX).contains(months));
        wrong.map(|(field, _)| FieldProblem::new(field, Problem::OutOfRange(MONTHS_MAX))).collect()
    }
}

/// For how many months after a request for information has ended what is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RequestRetention {
    /// Who asked.
    pub applicant_months: u32,
    /// What was asked for, objected and told in words.
    pub words_months: u32,
}

/// Months for which a request is kept at least: an objection, its decision and a dispute must still find it.
const REQUEST_MONTHS_MIN: u32 = 6;

impl Default for RequestRetention {
    /// A beginning until the province sets its own: no regulation that we have read gives numbers.
    fn default() -> Self {
        Self { applicant_months: 12, words_months: 60 }
    }
}

impl RequestRetention {
    /// What is wrong with it.
    pub fn problems(self) -> Vec<FieldProblem> {
        let all = [("applicant_months", self.applicant_months), ("words_months", self.words_months)];
        let wrong = all.into_iter().filter(|(_, months)| !(REQUEST_MONTHS_MIN..=MONTHS_MAX).contains(months));
        wrong.map(|(field, _)| FieldProblem::new(field, Problem::OutOfRange(MONTHS_MAX))).collect()
    }
}

/// The same day so many months ago; the month's first where that has fewer days.
pub fn months_before(day: Day, months: u32) -> Day {
    let month = day.month().plus(-i32::try_from(months).unwrap_or(i32::MAX));
    Day::new(month.year(), month.number(), day.day()).unwrap_or(month.first_day())
}

/// What the officer sees.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ProtectionBoard {
    /// The moment now, in milliseconds since 1970 (UTC).
    pub now: i64,
    /// How long what is kept.
    pub retention: Retention,
    /// How long what is kept of requests for information.
    pub request_retention: RequestRetention,
    /// Who read whose identity, the latest first.
    pub readings: Vec<IdentityReading>,
    /// Breaches, the latest first.
    pub breaches: Vec<Breach>,
}

/// A breach.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Breach {
    /// Its number.
    pub id: i64,
    /// Goes up with every change: what a change rests on.
    pub version: i64,
    /// When it became known, in milliseconds since 1970 (UTC).
    pub found_at: i64,
    /// Until when it must have been told.
    pub due_at: i64,
    /// What is known of it.
    pub account: BreachAccount,
    /// When those concerned and the authority were told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub told_at: Option<i64>,
}

/// What is known of a breach: what the notice must say (UU 27/2022, article 46).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct BreachAccount {
    /// Which personal data was disclosed.
    pub data: String,
    /// When and how.
    pub course: String,
    /// What is done against it and to recover.
    pub remedy: String,
    /// How many people it touches, as far as known.
    pub people: u32,
}

/// Enters a breach. What happens from then on is counted from `found_at`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewBreach {
    /// When it became known, in milliseconds since 1970 (UTC).
    pub found_at: i64,
    /// What is known of it.
    pub account: BreachAccount,
}

/// Changes what is known of a breach, or says that it was told.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct BreachChange {
    /// What is known of it.
    pub account: BreachAccount,
    /// Whether those concerned and the authority have been told.
    pub told: bool,
}

impl BreachAccount {
    /// The same with its words as they are kept.
    ///
    /// # Errors
    /// All problems by field.
    pub fn check(self) -> Result<Self, Vec<FieldProblem>> {
        let mut problems = Vec::new();
        let mut words = |field: &str, raw: &str| {
            let read = Message::parse(raw).map_err(|problem| {
                problems.push(FieldProblem::new(["account.", field].concat(), problem));
            });
            read.map(|words| words.as_str().to_owned()).unwrap_or_default()
        };
        let kept = Self {
            data: words("data", &self.data),
            course: words("course", &self.course),
            remedy: words("remedy", &self.remedy),
            people: self.people,
        };
        if self.people > PEOPLE_MAX {
            problems.push(FieldProblem::new("account.people", Problem::OutOfRange(PEOPLE_MAX)));
        }
        if problems.is_empty() { Ok(kept) } else { Err(problems) }
    }
}

impl NewBreach {
    /// The same with its words as they are kept.
    ///
    /// # Errors
    /// All problems by field.
    pub fn check(self, now: i64) -> Result<Self, Vec<FieldProblem>> {
        let early = (self.found_at > now).then(|| FieldProblem::new("found_at", Problem::InFuture));
        match (self.account.check(), early) {
            (Ok(account), None) => Ok(Self { account, ..self }),
            (account, early) => Err(early.into_iter().chain(account.err().into_iter().flatten()).collect()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_breach_says_what_its_notice_must() {
        let account = BreachAccount {
            data: " Nama ".into(),
            course: "Kemarin".into(),
            remedy: String::new(),
            people: 3,
        };
        let new = NewBreach { found_at: 10, account };
        let fields: Vec<_> =
            new.check(5).expect_err("is wrong").into_iter().map(|one| (one.field, one.problem)).collect();
        assert_eq!(
            fields,
            [("found_at".to_owned(), Problem::InFuture), ("account.remedy".to_owned(), Problem::Required),]
        );
    }

    #[test]
    fn nothing_is_kept_for_ever_or_not_at_all() {
        assert_eq!(Retention::default().problems(), []);
        assert_eq!(RequestRetention::default().problems(), []);
        let soon = RequestRetention { applicant_months: 5, words_months: 6 };
        assert_eq!(soon.problems().len(), 1, "the applicant may still object");
        let odd = Retention { identity_months: 0, files_months: 601, words_months: 1 };
        assert_eq!(odd.problems().len(), 2);
    }

    #[test]
    fn months_are_counted_back() {
        let check = |day: &str, months, expected: &str| {
            assert_eq!(
                months_before(Day::parse(day).unwrap(), months),
                Day::parse(expected).unwrap(),
                "{day}"
            );
        };
        check("2026-11-28", 12, "2025-11-28");
        check("2026-03-31", 1, "2026-02-01");
        check("2026-01-15", 2, "2025-11-15");
    }
}
