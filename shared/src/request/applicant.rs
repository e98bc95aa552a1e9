use serde::{Deserialize, Serialize};

use crate::complaint::words;
use crate::problem::{Blame, Problem};
use crate::text::{Email, Label, PersonName, Phone, PlaceWords};

/// Bytes of the largest document of identity.
pub const APPLICANT_FILE_BYTES_MAX: u64 = 5_000_000;

words! {
    /// Who asks.
    ApplicantKind {
        /// A person.
        Person = "person",
        /// A body: an association, a company, an office.
        Body = "body",
    }
}

/// Who asks, as it is typed. Kept sealed and apart from the request.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Applicant {
    /// A person or a body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<ApplicantKind>,
    /// The person's name, or the body's.
    #[serde(default)]
    pub name: String,
    /// A person's identity number.
    #[serde(default)]
    pub identity_number: String,
    /// The number of a body's deed or registration.
    #[serde(default)]
    pub deed: String,
    /// Where letters reach them.
    #[serde(default)]
    pub address: String,
    /// Telephone number.
    #[serde(default)]
    pub phone: String,
    /// E-mail address.
    #[serde(default)]
    pub email: String,
}

/// Who asks, with every rule kept.
#[derive(Clone, PartialEq, Eq)]
pub struct CheckedApplicant {
    /// A person or a body.
    pub kind: ApplicantKind,
    /// The person's name, or the body's.
    pub name: String,
    /// A person's identity number, or the number of a body's deed or registration.
    pub document: Option<String>,
    /// Where letters reach them.
    pub address: String,
    /// Telephone number.
    pub phone: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
}

impl Applicant {
    /// Reads who asks. A body says under which number it stands, unless the document itself came, `has_file`. Somebody who cannot be reached by telephone or mail cannot be told that a letter waits, so one of the
    /// two must be there; `needs_mail` where what is granted is to come by mail.
    pub(super) fn check(
        &self,
        blame: &mut Blame,
        needs_mail: bool,
        has_file: bool,
    ) -> Option<CheckedApplicant> {
        let kind = blame.read("applicant.kind", self.kind.ok_or(Problem::Required));
        let name =
            blame.read("applicant.name", PersonName::parse(&self.name).map(|text| text.as_str().to_owned()));
        let label = |raw: &str| Label::parse(raw).map(|text| text.as_str().to_owned());
        let document = match kind {
            Some(ApplicantKind::Body) if has_file => {
                blame.optional("applicant.deed", Some(&self.deed), label)
            }
            Some(ApplicantKind::Body) => blame.read("applicant.deed", label(&self.deed)),
            _ => blame.optional("applicant.identity_number", Some(&self.identity_number), label),
        };
        let address = blame
            .read("applicant.address", PlaceWords::parse(&self.address).map(|text| text.as_str().to_owned()));
        let phone = blame.optional("applicant.phone", Some(&self.phone), |raw| {
            Phone::parse(raw).map(|text| text.as_str().to_owned())
        });
        let email = blame.optional("applicant.email", Some(&self.email), |raw| {
            Email::parse(raw).map(|text| text.as_str().to_owned())
        });
        let is_blank = |raw: &str| raw.trim().is_empty();
        if needs_mail && is_blank(&self.email) {
            blame.add("applicant.email", Problem::Required);
        } else if is_blank(&self.phone) && is_blank(&self.email) {
            blame.add("applicant.phone", Problem::Required);
        }
        Some(CheckedApplicant { kind: kind?, name: name?, document, address: address?, phone, email })
    }
}
