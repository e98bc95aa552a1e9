use serde::{Deserialize, Serialize};

use super::{Applicant, CheckedApplicant};
use crate::complaint::words;
use crate::problem::{Blame, FieldProblem, Problem};
use crate::text::Message;

words! {
    /// How the information is to be had.
    Obtain {
        /// Seen or read at the office.
        View = "view",
        /// Heard.
        Hear = "hear",
        /// As a file.
        SoftCopy = "soft_copy",
        /// On paper.
        HardCopy = "hard_copy",
    }
}

words! {
    /// How it is to reach the applicant.
    SendBy {
        /// They come for it.
        PickUp = "pick_up",
        /// By mail.
        Email = "email",
        /// By post.
        Post = "post",
        /// By a courier.
        Courier = "courier",
    }
}

/// A filled form as it travels. [`NewRequest::check`] reads it, on the phone and again on the server.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewRequest {
    /// Who asks.
    #[serde(default)]
    pub applicant: Applicant,
    /// Which information.
    #[serde(default)]
    pub what: String,
    /// What for.
    #[serde(default)]
    pub purpose: String,
    /// How it is to be had.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub obtain: Option<Obtain>,
    /// How it is to reach the applicant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub send: Option<SendBy>,
}

/// A request with every rule kept.
#[derive(Clone, PartialEq, Eq)]
pub struct CheckedRequest {
    /// Who asks.
    pub applicant: CheckedApplicant,
    /// Which information.
    pub what: String,
    /// What for.
    pub purpose: String,
    /// How it is to be had.
    pub obtain: Obtain,
    /// How it is to reach the applicant.
    pub send: SendBy,
}

impl NewRequest {
    /// Reads every field and tells all problems at once, in the order of the form.
    ///
    /// # Errors
    /// The problems by field, never empty.
    pub fn check(&self) -> Result<CheckedRequest, Vec<FieldProblem>> {
        self.check_with(false)
    }

    /// The same of a form that a document of identity came with, or did not: it stands in for its number.
    ///
    /// # Errors
    /// The problems by field, never empty.
    pub fn check_with(&self, has_file: bool) -> Result<CheckedRequest, Vec<FieldProblem>> {
        let mut blame = Blame::default();
        let applicant = self.applicant.check(&mut blame, self.send == Some(SendBy::Email), has_file);
        let message = |raw: &str| Message::parse(raw).map(|text| text.as_str().to_owned());
        let what = blame.read("what", message(&self.what));
        let purpose = blame.read("purpose", message(&self.purpose));
        let obtain = blame.read("obtain", self.obtain.ok_or(Problem::Required));
        let send = blame.read("send", self.send.ok_or(Problem::Required));
        let all = applicant.zip(what).zip(purpose).zip(obtain.zip(send));
        blame.close(all.map(|(((applicant, what), purpose), (obtain, send))| CheckedRequest {
            applicant,
            what,
            purpose,
            obtain,
            send,
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::super::ApplicantKind;
    use super::*;
    use crate::text::MESSAGE_MAX;

    fn good() -> NewRequest {
        NewRequest {
            applicant: Applicant {
                kind: Some(ApplicantKind::Person),
                name: " Warga Contoh ".into(),
                address: "Jalan Contoh 1, Palu".into(),
                phone: "0812 0000 0000".into(),
                ..Applicant::default()
            },
            what: "Rencana kerja Dinas Contoh tahun 2026.".into(),
            purpose: "Penelitian.".into(),
            obtain: Some(Obtain::SoftCopy),
            send: Some(SendBy::PickUp),
        }
    }

    fn problems(request: &NewRequest) -> Vec<(String, Problem)> {
        let problems = request.check().err().unwrap_or_default();
        problems.into_iter().map(|one| (one.field, one.problem)).collect()
    }

    #[test]
    fn what_is_in_order_is_kept_tidy() {
        let kept = good().check().unwrap_or_else(|problems| panic!("{problems:?}"));
        assert_eq!(
            (&*kept.applicant.name, kept.applicant.phone.as_deref()),
            ("Warga Contoh", Some("081200000000"))
        );
        assert_eq!((kept.applicant.document, kept.applicant.email), (None, None));
    }

    #[test]
    fn everything_that_is_wrong_is_told_at_once() {
        let found = problems(&NewRequest::default());
        let names: Vec<&str> = found.iter().map(|(field, _)| field.as_str()).collect();
        let expected = ["applicant.kind", "applicant.name", "applicant.address", "applicant.phone"];
        assert_eq!(names[..4], expected);
        assert_eq!(names[4..], ["what", "purpose", "obtain", "send"]);
        assert!(found.iter().all(|(_, problem)| *problem == Problem::Required));
    }

    #[test]
    fn each_field_is_looked_at() {
        let check = |change: fn(&mut NewRequest), field: &str, problem: Problem| {
            let mut new = good();
            change(&mut new);
            assert_eq!(problems(&new), [(field.to_owned(), problem)]);
        };
        check(|new| new.applicant.kind = Some(ApplicantKind::Body), "applicant.deed", Problem::Required);
        check(|new| new.applicant.phone = "12".into(), "applicant.phone", Problem::NotAPhone);
        check(|new| new.applicant.email = "warga".into(), "applicant.email", Problem::NotAnEmail);
        check(|new| new.applicant.phone.clear(), "applicant.phone", Problem::Required);
        check(|new| new.send = Some(SendBy::Email), "applicant.email", Problem::Required);
        check(|new| new.what = "x".repeat(2_001), "what", Problem::TooLong(MESSAGE_MAX));
    }

    #[test]
    fn a_body_says_under_which_number_it_stands() {
        let mut new = good();
        new.applicant.kind = Some(ApplicantKind::Body);
        new.applicant.deed = "Akta 12".into();
        new.applicant.identity_number = "7271".into();
        let kept = new.check().unwrap_or_else(|problems| panic!("{problems:?}"));
        assert_eq!(kept.applicant.document.as_deref(), Some("Akta 12"));
        new.applicant.deed.clear();
        assert_eq!(problems(&new), [("applicant.deed".to_owned(), Problem::Required)]);
        let kept = new.check_with(true).unwrap_or_else(|problems| panic!("{problems:?}"));
        assert_eq!(kept.applicant.document, None, "the document stands in for its number");
    }
}
