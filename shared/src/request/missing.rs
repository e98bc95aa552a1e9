use serde::{Deserialize, Serialize};

use super::{Applicant, NewRequest};

/// What a complaint's reporter is still to give, so that it becomes a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MissingDetails {
    /// Nothing where it is not to become one. The fields of [`NewRequest`], as problems name them, in the order of the form. A person needs no deed and a body no
    /// identity number; of telephone and mail one is enough.
    pub fields: Vec<String>,
}

impl NewRequest {
    /// The fields that hold nothing, as problems name them, in the order of the form.
    pub fn missing(&self) -> Vec<&'static str> {
        let Self { applicant, what, purpose, obtain, send } = self;
        let Applicant { kind, name, identity_number, deed, address, phone, email } = applicant;
        let is_blank = |text: &str| text.trim().is_empty();
        let fields = [
            ("applicant.kind", kind.is_none()),
            ("applicant.name", is_blank(name)),
            ("applicant.identity_number", is_blank(identity_number)),
            ("applicant.deed", is_blank(deed)),
            ("applicant.address", is_blank(address)),
            ("applicant.phone", is_blank(phone)),
            ("applicant.email", is_blank(email)),
            ("what", is_blank(what)),
            ("purpose", is_blank(purpose)),
            ("obtain", obtain.is_none()),
            ("send", send.is_none()),
        ];
        fields.into_iter().filter(|(_, is_missing)| *is_missing).map(|(name, _)| name).collect()
    }

    /// The same with what is given in the place of what is missing, and there alone.
    #[must_use]
    pub fn completed(self, given: &Self) -> Self {
        let text = |own: String, given: &str| if own.trim().is_empty() { given.to_owned() } else { own };
        let (own, more) = (self.applicant, &given.applicant);
        Self {
            applicant: Applicant {
                kind: own.kind.or(more.kind),
                name: text(own.name, &more.name),
                identity_number: text(own.identity_number, &more.identity_number),
                deed: text(own.deed, &more.deed),
                address: text(own.address, &more.address),
                phone: text(own.phone, &more.phone),
                email: text(own.email, &more.email),
            },
            what: text(self.what, &given.what),
            purpose: text(self.purpose, &given.purpose),
            obtain: self.obtain.or(given.obtain),
            send: self.send.or(given.send),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::request::{ApplicantKind, Obtain, SendBy};

    #[test]
    fn only_what_is_missing_is_taken() {
        let known = NewRequest {
            applicant: Applicant { name: "Warga Contoh".into(), ..Applicant::default() },
            what: "Rencana kerja.".into(),
            ..NewRequest::default()
        };
        let missing = known.missing();
        assert!(!missing.contains(&"applicant.name") && !missing.contains(&"what"));
        assert_eq!(missing.len(), 9);
        let given = NewRequest {
            applicant: Applicant {
                kind: Some(ApplicantKind::Person),
                name: "Orang Lain".into(),
                address: "Jalan Contoh 1".into(),
                ..Applicant::default()
            },
            what: "Lain.".into(),
            purpose: "Penelitian.".into(),
            obtain: Some(Obtain::View),
            send: Some(SendBy::PickUp),
        };
        let whole = known.completed(&given);
        assert_eq!((whole.applicant.name.as_str(), whole.what.as_str()), ("Warga Contoh", "Rencana kerja."));
        assert_eq!(
            (whole.applicant.address.as_str(), whole.purpose.as_str()),
            ("Jalan Contoh 1", "Penelitian.")
        );
        let still = ["applicant.identity_number", "applicant.deed", "applicant.phone", "applicant.email"];
        assert_eq!(whole.missing(), still);
        assert_eq!(NewRequest::default().missing().len(), 11);
    }
}
