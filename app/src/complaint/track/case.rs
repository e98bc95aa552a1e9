//! What the parts of a complaint's page share.

use leptos::prelude::*;
use shared::api::{Endpoint, RECEIPT_SCHEME};
use shared::complaint::{ComplaintView, Secret, TrackingCode};

use crate::platform::net::{Call, Failure, Load, call};
use crate::platform::reactive::RwSignal;

/// What the parts of a complaint's page share.
#[derive(Clone, Copy)]
pub struct Case {
    /// Its code.
    pub code: StoredValue<TrackingCode>,
    /// Its secret, once it was entered and as long as it fits.
    pub secret: RwSignal<Option<Secret>>,
    /// Whether the last secret did not fit.
    pub wrong_secret: RwSignal<bool>,
    /// What the server shows of it.
    pub view: Load<ComplaintView>,
}

impl Case {
    /// Sends one of the reporter's commands, with the secret.
    pub async fn post<E>(self, body: E::Request) -> Result<ComplaintView, Failure>
    where
        E: Endpoint<Response = ComplaintView>,
    {
        let (code, authorization) = (self.code(), self.authorization());
        let headers = [("authorization", authorization.as_str())];
        call::<E>(Call { path: &[&code], headers: &headers, ..Call::default() }, &body).await
    }

    /// The header that shows the secret; empty without one.
    pub fn authorization(self) -> String {
        let secret = self.secret.get_untracked();
        secret.map_or(String::new(), |secret| [RECEIPT_SCHEME, " ", secret.as_str()].concat())
    }

    /// The code as addresses have it.
    pub fn code(self) -> String {
        self.code.with_value(|code| code.as_str().to_owned())
    }
}
