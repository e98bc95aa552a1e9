use serde::{Deserialize, Serialize};

use super::{Category, Form};
use crate::calendar::Day;
use crate::problem::{Blame, FieldProblem, Problem};
use crate::text::{Label, Message, PlaceWords, Title};

/// Characters of an address of the web.
const LINK_MAX: u32 = 500;

/// What an entry says, as it is typed: the columns of the Daftar Informasi Publik.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewInformation {
    /// What it is called.
    pub title: String,
    /// Ringkasan isi: its content in a few sentences.
    pub summary: String,
    /// How soon it must be public.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<Category>,
    /// The key of the agency that holds it.
    pub agency: String,
    /// Penanggung jawab: who answers for making or issuing it.
    pub official: String,
    /// The day it was made, `YYYY-MM-DD`.
    pub made_on: String,
    /// Where it was made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub made_at: Option<String>,
    /// In which forms it can be had.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub forms: Vec<Form>,
    /// Retensi: until which day it is kept, `YYYY-MM-DD`; for good where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub keep_until: Option<String>,
    /// What it is about, in a word or two.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<String>,
    /// The same in plain words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plain: Option<String>,
    /// The same in the local language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub local: Option<String>,
    /// Where it stands on the web, if it does so elsewhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
}

/// Why an entry goes back or is withdrawn.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct InformationReason {
    /// Why.
    pub text: String,
}

/// What an entry says, with every rule kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedInformation {
    /// What it is called.
    pub title: String,
    /// Its content in a few sentences.
    pub summary: String,
    /// How soon it must be public.
    pub category: Category,
    /// The key of the agency that holds it.
    pub agency: String,
    /// Who answers for making or issuing it.
    pub official: String,
    /// The day it was made.
    pub made_on: Day,
    /// Where it was made.
    pub made_at: Option<String>,
    /// In which forms it can be had, in their natural order.
    pub forms: Vec<Form>,
    /// Until which day it is kept.
    pub keep_until: Option<Day>,
    /// What it is about.
    pub topic: Option<String>,
    /// The same in plain words.
    pub plain: Option<String>,
    /// The same in the local language.
    pub local: Option<String>,
    /// Where it stands on the web.
    pub link: Option<String>,
}

impl NewInformation {
    /// Reads every field and tells all problems at once, in the order of the form.
    ///
    /// # Errors
    /// The problems by field, never empty.
    pub fn check(
        &self,
        today: Day,
        is_agency: impl Fn(&str) -> bool,
    ) -> Result<CheckedInformation, Vec<FieldProblem>> {
        let mut blame = Blame::default();
        let title = blame.read("title", Title::parse(&self.title).map(|text| text.as_str().to_owned()));
        let summary = blame.read("summary", message(&self.summary));
        let category = blame.read("category", self.category.ok_or(Problem::Required));
        let agency = blame.read("agency", agency(&self.agency, is_agency));
        let official = blame.read("official", label(&self.official));
        let made_on = blame.read("made_on", Day::parse_past(&self.made_on, today));
        let made_at = blame.optional("made_at", self.made_at.as_deref(), |raw| {
            PlaceWords::parse(raw).map(|text| text.as_str().to_owned())
        });
        let forms: Vec<Form> = Form::ALL.iter().copied().filter(|form| self.forms.contains(form)).collect();
        let forms = blame.read("forms", if forms.is_empty() { Err(Problem::Required) } else { Ok(forms) });
        let keep_until =
            blame.optional("keep_until", self.keep_until.as_deref(), |raw| keep_until(raw, made_on));
        let topic = blame.optional("topic", self.topic.as_deref(), label);
        let plain = blame.optional("plain", self.plain.as_deref(), message);
        let local = blame.optional("local", self.local.as_deref(), message);
        let link = blame.optional("link", self.link.as_deref(), link);
        match (title, summary, category, agency, official, made_on, forms) {
            (
                Some(title),
                Some(summary),
                Some(category),
                Some(agency),
                Some(official),
                Some(made_on),
                Some(forms),
            ) => blame.close(Some(CheckedInformation {
                title,
                summary,
                category,
                agency,
                official,
                made_on,
                made_at,
                forms,
                keep_until,
                topic,
                plain,
                local,
                link,
            })),
            _ => blame.close(None),
        }
    }
}

pub(super) fn message(raw: &str) -> Result<String, Problem> {
    Message::parse(raw).map(|text| text.as_str().to_owned())
}

/// The key of an agency that is there.
pub(super) fn agency(key: &str, is_agency: impl Fn(&str) -> bool) -> Result<String, Problem> {
    match key {
        "" => Err(Problem::Required),
        key if is_agency(key) => Ok(key.to_owned()),
        _ => Err(Problem::UnknownValue),
    }
}

pub(super) fn label(raw: &str) -> Result<String, Problem> {
    Label::parse(raw).map(|text| text.as_str().to_owned())
}

fn keep_until(raw: &str, made_on: Option<Day>) -> Result<Day, Problem> {
    let day = Day::parse(raw.trim()).map_err(|_| Problem::NotADate)?;
    if made_on.is_some_and(|made_on| day < made_on) { Err(Problem::EndBeforeStart) } else { Ok(day) }
}

/// An address that a browser opens without running anything: `https`, a host with a dot, no spaces, nobody's password.
fn link(raw: &str) -> Result<String, Problem> {
    let raw = raw.trim();
    if raw.chars().count() > LINK_MAX as usize {
        return Err(Problem::TooLong(LINK_MAX));
    }
    let host = raw.strip_prefix("https://").and_then(|rest| rest.split(['/', '?', '#']).next());
    let is_host = |host: &str| {
        host.contains('.')
            && !host.starts_with('.')
            && host.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'))
    };
    let is_plain = raw.chars().all(|c| c.is_ascii_graphic() && !matches!(c, '"' | '<' | '>' | '\\' | '`'));
    if host.is_some_and(is_host) && is_plain { Ok(raw.to_owned()) } else { Err(Problem::NotALink) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn good() -> NewInformation {
        NewInformation {
            title: "Rencana kerja tahunan".into(),
            summary: "Rencana kerja Dinas Contoh tahun 2026.".into(),
            category: Some(Category::Regular),
            agency: "contoh".into(),
            official: "Kepala Dinas Contoh".into(),
            made_on: "2026-01-05".into(),
            forms: vec![Form::Digital, Form::Print, Form::Print],
            ..NewInformation::default()
        }
    }

    fn check(new: &NewInformation) -> Result<CheckedInformation, Vec<(String, Problem)>> {
        let today = Day::parse("2026-06-10").unwrap();
        let checked = new.check(today, |key| key == "contoh");
        checked.map_err(|problems| problems.into_iter().map(|one| (one.field, one.problem)).collect())
    }

    #[test]
    fn what_is_in_order_is_kept_tidy() {
        let kept = check(&NewInformation {
            title: "  Rencana kerja tahunan ".into(),
            topic: Some("  ".into()),
            link: Some(" https://contoh.example/rencana.pdf ".into()),
            ..good()
        })
        .unwrap();
        assert_eq!(kept.title, "Rencana kerja tahunan");
        assert_eq!((kept.forms, kept.topic), (vec![Form::Print, Form::Digital], None));
        assert_eq!(kept.link.as_deref(), Some("https://contoh.example/rencana.pdf"));
    }

    #[test]
    fn everything_that_is_wrong_is_told_at_once() {
        let fields: Vec<_> = check(&NewInformation::default()).unwrap_err();
        let names: Vec<&str> = fields.iter().map(|(field, _)| field.as_str()).collect();
        assert_eq!(names, ["title", "summary", "category", "agency", "official", "made_on", "forms"]);
        assert!(fields.iter().all(|(_, problem)| *problem == Problem::Required));
    }

    #[test]
    fn days_and_addresses_are_looked_at() {
        let check = |change: fn(&mut NewInformation), field: &str, problem: Problem| {
            let mut new = good();
            change(&mut new);
            assert_eq!(check(&new).unwrap_err(), [(field.to_owned(), problem)]);
        };
        check(|new| new.made_on = "2026-06-11".into(), "made_on", Problem::InFuture);
        check(|new| new.made_on = "kemarin".into(), "made_on", Problem::NotADate);
        check(|new| new.keep_until = Some("2025-01-01".into()), "keep_until", Problem::EndBeforeStart);
        check(|new| new.agency = "lain".into(), "agency", Problem::UnknownValue);
        check(|new| new.link = Some("http://contoh.example".into()), "link", Problem::NotALink);
        check(|new| new.link = Some("javascript:alert(1)".into()), "link", Problem::NotALink);
        check(|new| new.link = Some("https://a:b@contoh.example/".into()), "link", Problem::NotALink);
        check(|new| new.link = Some("https://contoh".into()), "link", Problem::NotALink);
        check(|new| new.link = Some("https://contoh.example/a b".into()), "link", Problem::NotALink);
    }
}
