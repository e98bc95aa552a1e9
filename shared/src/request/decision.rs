use serde::{Deserialize, Serialize};

use super::answer::{label, message};
use super::{Ground, RequestAction};
use crate::calendar::Day;
use crate::complaint::words;
use crate::problem::{Blame, FieldProblem, Problem};

/// Calendar days within which a request is answered anew at the latest; a later day is a typing error.
const ANEW_DAYS_MAX: u32 = 90;

words! {
    /// What the superior decides.
    DecisionOutcome {
        /// The objection is right: the request is answered anew.
        Upheld = "upheld",
        /// The objection is wrong: what was told stands.
        Dismissed = "dismissed",
    }
}

impl DecisionOutcome {
    /// What is done by deciding so.
    pub const fn action(self) -> RequestAction {
        match self {
            Self::Upheld => RequestAction::Uphold,
            Self::Dismissed => RequestAction::Dismiss,
        }
    }
}

/// An objection, as the applicant writes it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewObjection {
    /// One of the grounds that are offered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ground: Option<Ground>,
    /// What is wrong, in the applicant's words.
    #[serde(default)]
    pub text: String,
}

impl NewObjection {
    /// Reads both fields. Whether the ground is offered the request's course says.
    ///
    /// # Errors
    /// The problems by field, never empty.
    pub fn check(&self) -> Result<(Ground, String), Vec<FieldProblem>> {
        let mut blame = Blame::default();
        let ground = blame.read("ground", self.ground.ok_or(Problem::Required));
        let text = blame.read("text", message(&self.text));
        blame.close(ground.zip(text))
    }
}

/// The superior's decision.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewDecision {
    /// What is decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<DecisionOutcome>,
    /// The letter's number.
    pub letter_number: String,
    /// Who signs it.
    pub official: String,
    /// The reasons, as the applicant reads them.
    pub reasons: String,
    /// By which day the request is answered anew, `YYYY-MM-DD`; where the objection is upheld.
    #[serde(default)]
    pub answer_by: String,
}

/// A decision with every rule kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedDecision {
    /// What is decided.
    pub outcome: DecisionOutcome,
    /// The letter's number.
    pub letter_number: String,
    /// Who signs it.
    pub official: String,
    /// The reasons.
    pub reasons: String,
    /// By which day the request is answered anew; there where the objection is upheld, and only there.
    pub answer_by: Option<Day>,
}

impl NewDecision {
    /// Reads every field.
    ///
    /// # Errors
    /// The problems by field, never empty.
    pub fn check(&self, today: Day) -> Result<CheckedDecision, Vec<FieldProblem>> {
        let mut blame = Blame::default();
        let outcome = blame.read("outcome", self.outcome.ok_or(Problem::Required));
        let letter_number = blame.read("letter_number", label(&self.letter_number));
        let official = blame.read("official", label(&self.official));
        let reasons = blame.read("reasons", message(&self.reasons));
        let answer_by = match outcome {
            Some(DecisionOutcome::Upheld) => blame.read("answer_by", answer_by(&self.answer_by, today)),
            _ => None,
        };
        let whole = outcome.zip(letter_number).zip(official.zip(reasons));
        blame.close(whole.map(|((outcome, letter_number), (official, reasons))| CheckedDecision {
            outcome,
            letter_number,
            official,
            reasons,
            answer_by,
        }))
    }
}

fn answer_by(raw: &str, today: Day) -> Result<Day, Problem> {
    if raw.trim().is_empty() {
        return Err(Problem::Required);
    }
    let day = Day::parse(raw.trim())?;
    if day <= today {
        Err(Problem::NotInFuture)
    } else if day.days_since(today) > ANEW_DAYS_MAX as i32 {
        Err(Problem::TooFarAhead(ANEW_DAYS_MAX))
    } else {
        Ok(day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told<T>(checked: Result<T, Vec<FieldProblem>>) -> Vec<(String, Problem)> {
        let problems = checked.err().unwrap_or_default();
        problems.into_iter().map(|one| (one.field, one.problem)).collect()
    }

    #[test]
    fn only_who_is_right_is_given_a_day() {
        let today = Day::parse("2026-07-01").unwrap();
        let decided = |outcome, answer_by: &str| NewDecision {
            outcome: Some(outcome),
            letter_number: "K-1".into(),
            official: "Atasan PPID".into(),
            reasons: "Alasan.".into(),
            answer_by: answer_by.into(),
        };
        let check = |outcome, answer_by: &str, expected: Result<Option<&str>, Problem>| {
            let found = decided(outcome, answer_by).check(today);
            match expected {
                Ok(day) => assert_eq!(found.unwrap().answer_by.map(|day| day.to_string()).as_deref(), day),
                Err(problem) => assert_eq!(told(found), [("answer_by".to_owned(), problem)]),
            }
        };
        check(DecisionOutcome::Upheld, "2026-07-08", Ok(Some("2026-07-08")));
        check(DecisionOutcome::Upheld, "", Err(Problem::Required));
        check(DecisionOutcome::Upheld, "2026-07-01", Err(Problem::NotInFuture));
        check(DecisionOutcome::Upheld, "2026-12-01", Err(Problem::TooFarAhead(ANEW_DAYS_MAX)));
        check(DecisionOutcome::Dismissed, "", Ok(None));
        check(DecisionOutcome::Dismissed, "2026-07-08", Ok(None));
        let fields: Vec<String> =
            told(NewDecision::default().check(today)).into_iter().map(|(field, _)| field).collect();
        assert_eq!(fields, ["outcome", "letter_number", "official", "reasons"]);
        assert_eq!(told(NewObjection::default().check()).len(), 2);
    }
}
