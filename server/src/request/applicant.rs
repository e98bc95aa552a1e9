//! Who asks, sealed, so that a stolen database or backup names nobody.

use serde::{Deserialize, Serialize};
use shared::request::{ApplicantKind, ApplicantView, CheckedApplicant};

use crate::platform::seal::{self, Unopened};
use crate::secret::Keys;

/// Who asks. It is never logged: it has no `Debug`.
#[derive(Serialize, Deserialize)]
struct Sealed {
    kind: ApplicantKind,
    name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    document: Option<String>,
    address: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    phone: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    email: Option<String>,
}

/// Seals who asks for one request: moved to another one's row it does not open.
pub(super) fn close(keys: &Keys, request_id: i64, applicant: &CheckedApplicant) -> Vec<u8> {
    let CheckedApplicant { kind, name, document, address, phone, email } = applicant.clone();
    let plain = serde_json::to_vec(&Sealed { kind, name, document, address, phone, email })
        .expect("six texts are always JSON");
    seal::close(keys, &seal::of_applicant(request_id), &plain)
}

/// Opens what [`close`] has sealed for the same request.
pub(super) fn open(keys: &Keys, request_id: i64, sealed: &[u8]) -> Result<ApplicantView, Unopened> {
    let plain = seal::open(keys, &seal::of_applicant(request_id), sealed)?;
    let Sealed { kind, name, document, address, phone, email } =
        serde_json::from_slice(&plain).map_err(|_| Unopened)?;
    Ok(ApplicantView { kind, name, document, address, phone, email })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::seal::Identity;

    fn someone() -> CheckedApplicant {
        CheckedApplicant {
            kind: ApplicantKind::Person,
            name: "Warga Contoh".into(),
            document: Some("7271000000000001".into()),
            address: "Jalan Contoh 1".into(),
            phone: Some("+628120000000".into()),
            email: None,
        }
    }

    #[test]
    fn what_is_sealed_opens_for_its_request_alone() {
        let keys = Keys::load(tempfile::tempdir().unwrap().path()).unwrap();
        let sealed = close(&keys, 7, &someone());
        let opened = open(&keys, 7, &sealed).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(
            (opened.name.as_str(), opened.document.as_deref()),
            ("Warga Contoh", Some("7271000000000001"))
        );
        assert!(open(&keys, 8, &sealed).is_err());
        assert!(Identity::open(&keys, 7, &sealed).is_err(), "it is no reporter's");
        assert!(!sealed.windows(5).any(|window| window == b"Warga"));
        let others = Keys::load(tempfile::tempdir().unwrap().path()).unwrap();
        assert!(open(&others, 7, &sealed).is_err());
    }
}
