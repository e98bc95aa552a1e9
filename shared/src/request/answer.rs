use serde::{Deserialize, Serialize};

use super::{NoticeKind, Obtain, SendBy};
use crate::calendar::Day;
use crate::problem::{Blame, FieldProblem, Problem};
use crate::text::{Label, Message};

/// The highest cost that is not a typing error, in rupiah.
const COST_MAX: u32 = 100_000_000;

/// Gives a request to an agency's PPID.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RequestAssignment {
    /// The agency's key.
    pub agency: String,
}

/// Why it takes longer, as the applicant reads it; why somebody reads who asks, as it is recorded.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RequestReason {
    /// Why.
    pub reason: String,
}

/// The notice that what was asked for is not held here.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewNotHeld {
    /// The letter's number.
    pub letter_number: String,
    /// Who signs it.
    pub official: String,
    /// Who holds it.
    pub holder: String,
    /// More words.
    #[serde(default)]
    pub text: String,
}

/// The notice that a request is refused.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewRequestRefusal {
    /// The letter's number.
    pub letter_number: String,
    /// Who signs it.
    pub official: String,
    /// The article that it rests on.
    pub article: String,
    /// The number of the consequence test that it rests on.
    #[serde(default)]
    pub consequence_test: String,
    /// The reason, as the applicant reads it.
    pub text: String,
}

/// The notice that a request is granted, as a whole or in part.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewGrant {
    /// The letter's number.
    pub letter_number: String,
    /// Who signs it.
    pub official: String,
    /// In which form it is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<Obtain>,
    /// What it costs, in rupiah.
    #[serde(default)]
    pub cost: u32,
    /// Which parts are blacked out: then it is granted in part.
    #[serde(default)]
    pub parts_withheld: String,
    /// The article that they are withheld under.
    #[serde(default)]
    pub article: String,
    /// The number of the consequence test that this rests on.
    #[serde(default)]
    pub consequence_test: String,
    /// More words.
    #[serde(default)]
    pub text: String,
}

/// A notice with every rule kept, whichever it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedNotice {
    /// What it says.
    pub kind: NoticeKind,
    /// The letter's number.
    pub letter_number: String,
    /// Who signs it.
    pub official: String,
    /// Who holds what is not held here.
    pub holder: Option<String>,
    /// The article that a refusal rests on.
    pub article: Option<String>,
    /// The number of the consequence test that it rests on.
    pub consequence_test: Option<String>,
    /// Which parts are blacked out.
    pub parts_withheld: Option<String>,
    /// In which form it is given.
    pub form: Option<Obtain>,
    /// What it costs, in rupiah.
    pub cost: u32,
    /// More words.
    pub text: Option<String>,
}

impl NewNotHeld {
    /// Reads every field.
    ///
    /// # Errors
    /// The problems by field, never empty.
    pub fn check(&self) -> Result<CheckedNotice, Vec<FieldProblem>> {
        let mut blame = Blame::default();
        let letter = letter(&mut blame, &self.letter_number, &self.official);
        let holder = blame.read("holder", label(&self.holder));
        let text = blame.optional("text", Some(&self.text), message);
        let whole = letter.zip(holder);
        blame.close(whole.map(|((letter_number, official), holder)| CheckedNotice {
            holder: Some(holder),
            text,
            ..CheckedNotice::begun(NoticeKind::NotHeld, letter_number, official)
        }))
    }
}

impl NewRequestRefusal {
    /// Reads every field.
    ///
    /// # Errors
    /// The problems by field, never empty.
    pub fn check(&self) -> Result<CheckedNotice, Vec<FieldProblem>> {
        let mut blame = Blame::default();
        let letter = letter(&mut blame, &self.letter_number, &self.official);
        let article = blame.read("article", label(&self.article));
        let consequence_test = blame.optional("consequence_test", Some(&self.consequence_test), label);
        let text = blame.read("text", message(&self.text));
        let whole = letter.zip(article).zip(text);
        blame.close(whole.map(|(((letter_number, official), article), text)| CheckedNotice {
            article: Some(article),
            consequence_test,
            text: Some(text),
            ..CheckedNotice::begun(NoticeKind::Refuse, letter_number, official)
        }))
    }
}

impl NewGrant {
    /// Whether it withholds something.
    pub fn is_in_part(&self) -> bool {
        !self.parts_withheld.trim().is_empty()
    }

    /// Reads every field. What is withheld is refused, so it needs its article as a refusal does.
    ///
    /// # Errors
    /// The problems by field, never empty.
    pub fn check(&self) -> Result<CheckedNotice, Vec<FieldProblem>> {
        let mut blame = Blame::default();
        let letter = letter(&mut blame, &self.letter_number, &self.official);
        let form = blame.read("form", self.form.ok_or(Problem::Required));
        let cost = blame.read("cost", cost(self.cost));
        let parts_withheld = blame.optional("parts_withheld", Some(&self.parts_withheld), message);
        let article = if self.is_in_part() {
            blame.read("article", label(&self.article))
        } else {
            blame.optional("article", Some(&self.article), label)
        };
        let consequence_test = blame.optional("consequence_test", Some(&self.consequence_test), label);
        let text = blame.optional("text", Some(&self.text), message);
        let kind = if self.is_in_part() { NoticeKind::GrantInPart } else { NoticeKind::Grant };
        let whole = letter.zip(cost);
        blame.close(whole.map(|((letter_number, official), cost)| CheckedNotice {
            article,
            consequence_test,
            parts_withheld,
            form,
            cost,
            text,
            ..CheckedNotice::begun(kind, letter_number, official)
        }))
    }
}

impl CheckedNotice {
    fn begun(kind: NoticeKind, letter_number: String, official: String) -> Self {
        Self {
            kind,
            letter_number,
            official,
            holder: None,
            article: None,
            consequence_test: None,
            parts_withheld: None,
            form: None,
            cost: 0,
            text: None,
        }
    }
}

/// Notes that what was granted reached the applicant.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewDelivery {
    /// How it reached them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub send: Option<SendBy>,
    /// The day it did, `YYYY-MM-DD`.
    pub delivered_on: String,
    /// What it cost, in rupiah.
    #[serde(default)]
    pub cost: u32,
    /// More words.
    #[serde(default)]
    pub text: String,
}

/// A delivery with every rule kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedDelivery {
    /// How it reached them.
    pub send: SendBy,
    /// The day it did.
    pub delivered_on: Day,
    /// What it cost, in rupiah.
    pub cost: u32,
    /// More words.
    pub text: Option<String>,
}

impl NewDelivery {
    /// Reads every field. Nothing is delivered before it is granted, nor tomorrow.
    ///
    /// # Errors
    /// The problems by field, never empty.
    pub fn check(&self, granted_on: Day, today: Day) -> Result<CheckedDelivery, Vec<FieldProblem>> {
        let mut blame = Blame::default();
        let send = blame.read("send", self.send.ok_or(Problem::Required));
        let delivered_on = blame.read("delivered_on", delivered_on(&self.delivered_on, granted_on, today));
        let cost = blame.read("cost", cost(self.cost));
        let text = blame.optional("text", Some(&self.text), message);
        let whole = send.zip(delivered_on).zip(cost);
        blame.close(whole.map(|((send, delivered_on), cost)| CheckedDelivery {
            send,
            delivered_on,
            cost,
            text,
        }))
    }
}

impl RequestReason {
    /// The reason.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn check(&self) -> Result<String, Vec<FieldProblem>> {
        let mut blame = Blame::default();
        let reason = blame.read("reason", message(&self.reason));
        blame.close(reason)
    }
}

fn letter(blame: &mut Blame, number: &str, official: &str) -> Option<(String, String)> {
    let number = blame.read("letter_number", label(number));
    let official = blame.read("official", label(official));
    number.zip(official)
}

fn delivered_on(raw: &str, granted_on: Day, today: Day) -> Result<Day, Problem> {
    let day = Day::parse_past(raw, today)?;
    if day < granted_on { Err(Problem::EndBeforeStart) } else { Ok(day) }
}

fn cost(cost: u32) -> Result<u32, Problem> {
    if cost > COST_MAX { Err(Problem::OutOfRange(COST_MAX)) } else { Ok(cost) }
}

pub(super) fn label(raw: &str) -> Result<String, Problem> {
    Label::parse(raw).map(|text| text.as_str().to_owned())
}

pub(super) fn message(raw: &str) -> Result<String, Problem> {
    Message::parse(raw).map(|text| text.as_str().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told<T>(checked: Result<T, Vec<FieldProblem>>) -> Vec<(String, Problem)> {
        let problems = checked.err().unwrap_or_default();
        problems.into_iter().map(|one| (one.field, one.problem)).collect()
    }

    fn required(fields: &[&str]) -> Vec<(String, Problem)> {
        fields.iter().map(|field| ((*field).to_owned(), Problem::Required)).collect()
    }

    fn grant() -> NewGrant {
        let (letter_number, official) = ("400/1/2026".into(), "PPID Dinas Contoh".into());
        NewGrant { letter_number, official, form: Some(Obtain::SoftCopy), ..NewGrant::default() }
    }

    #[test]
    fn each_letter_needs_what_the_law_asks_for() {
        assert_eq!(told(NewNotHeld::default().check()), required(&["letter_number", "official", "holder"]));
        assert_eq!(
            told(NewRequestRefusal::default().check()),
            required(&["letter_number", "official", "article", "text"])
        );
        assert_eq!(told(NewGrant::default().check()), required(&["letter_number", "official", "form"]));
        assert_eq!(told(RequestReason::default().check()), required(&["reason"]));
        let dear = NewGrant { cost: 100_000_001, ..grant() };
        assert_eq!(told(dear.check()), [("cost".to_owned(), Problem::OutOfRange(COST_MAX))]);
    }

    #[test]
    fn what_is_withheld_makes_it_a_grant_in_part() {
        assert_eq!(grant().check().map(|notice| notice.kind), Ok(NoticeKind::Grant));
        let part = NewGrant { parts_withheld: "Nama pegawai.".into(), ..grant() };
        assert_eq!(told(part.check()), required(&["article"]));
        let part = NewGrant { article: "Pasal 17 huruf h".into(), ..part };
        let checked = part.check().expect("nothing is missing");
        assert_eq!(
            (checked.kind, checked.parts_withheld.as_deref()),
            (NoticeKind::GrantInPart, Some("Nama pegawai."))
        );
    }

    #[test]
    fn a_delivery_lies_between_the_grant_and_today() {
        let (granted_on, today) = (Day::parse("2026-06-12").unwrap(), Day::parse("2026-06-15").unwrap());
        let check = |delivered_on: &str, expected: Option<Problem>| {
            let new = NewDelivery {
                send: Some(SendBy::PickUp),
                delivered_on: delivered_on.into(),
                ..NewDelivery::default()
            };
            let expected: Vec<_> =
                expected.into_iter().map(|problem| ("delivered_on".to_owned(), problem)).collect();
            assert_eq!(told(new.check(granted_on, today)), expected, "{delivered_on}");
        };
        check("2026-06-12", None);
        check("2026-06-15", None);
        check("2026-06-11", Some(Problem::EndBeforeStart));
        check("2026-06-16", Some(Problem::InFuture));
        check("kemarin", Some(Problem::NotADate));
        check("", Some(Problem::Required));
    }
}
