//! A member of the staff who is signed in.

use std::sync::atomic::{AtomicU32, Ordering};

use serde::Serialize;
use serde_json::{Value, json};
use server::{
    account::{
        invite::{self, NewAccount},
        store,
    },
    platform::{access, db::DbError},
    testing::TestServer,
};
use shared::{
    access::Role,
    account::{AccountName, RoleHeld},
    api::{Endpoint, GetCase, IF_MATCH, fill},
    complaint::{Filed, desk::CaseView},
};

use crate::{answer::Answer, client::Client};

/// Someone at a desk.
#[derive(Clone, Debug)]
pub struct Staff {
    /// Their browser, with the session's cookie.
    pub client: Client,
    /// Their account.
    pub account_id: i64,
    /// Their account's name.
    pub name: String,
}

static NUMBER: AtomicU32 = AtomicU32::new(1);

impl Staff {
    /// Someone with one role, for an agency where it is held for one. Their session is made behind the interface:
    /// how people sign in has tests of its own.
    pub async fn with(server: &TestServer, role: Role, agency: Option<&str>) -> Self {
        Self::with_roles(server, vec![RoleHeld { role, agency: agency.map(str::to_owned) }]).await
    }

    /// Someone with several.
    ///
    /// # Panics
    /// When a role and its agency do not go together.
    pub async fn with_roles(server: &TestServer, roles: Vec<RoleHeld>) -> Self {
        Self::invited(server, roles, false).await
    }

    /// Someone who gets mail.
    pub async fn with_mail(server: &TestServer, role: Role, agency: Option<&str>) -> Self {
        Self::invited(server, vec![RoleHeld { role, agency: agency.map(str::to_owned) }], true).await
    }

    async fn invited(server: &TestServer, roles: Vec<RoleHeld>, has_mail: bool) -> Self {
        let state = &server.state;
        let name = format!("petugas-{}", NUMBER.fetch_add(1, Ordering::Relaxed));
        let new = NewAccount {
            name: AccountName::parse(&name).expect("is a name"),
            full_name: format!("Petugas Contoh {name}"),
            email: has_mail.then(|| format!("{name}@contoh.example")),
            roles,
        };
        let now = server.clock.now();
        let invited = invite::invite(&state.db, &state.keys, &state.settings(), new, now).await;
        let account_id = invited.expect("can be invited").account_id;
        // A password that nothing fits: who has none yet is nobody's colleague.
        let ready = state
            .db
            .write(move |tx| Box::pin(async move { store::set_password(tx, account_id, "none", 0).await }));
        ready.await.unwrap_or_else(|error: DbError| panic!("{error}"));
        Self { client: Client::new(&server.url), account_id, name }.back(server).await
    }

    /// The same person, signed in anew: sessions do not outlast days that pass.
    pub async fn back(&self, server: &TestServer) -> Self {
        let (account_id, now) = (self.account_id, server.clock.now());
        let begun = server
            .state
            .db
            .write(move |tx| Box::pin(async move { access::begin(tx, account_id, "test", now).await }));
        let begun = begun.await.unwrap_or_else(|error: DbError| panic!("{error}"));
        let client = Client::new(&server.url).with("cookie", &cookie(&begun.secret));
        Self { client, ..self.clone() }
    }

    /// Looks at a case that they may see.
    pub async fn case(&self, filed: &Filed) -> CaseView {
        self.client.get(&fill(GetCase::PATH, &[&filed.code])).await.expect(200).to()
    }

    /// Gives a command, resting on a version.
    pub async fn command(&self, path: &str, filed: &Filed, version: i64, body: &impl Serialize) -> Answer {
        self.client.with(IF_MATCH, &version.to_string()).post(&fill(path, &[&filed.code]), body).await
    }

    /// Gives a command that is obeyed, resting on the present version.
    pub async fn order(&self, path: &str, filed: &Filed, body: Value) -> CaseView {
        let version = self.case(filed).await.version;
        self.command(path, filed, version, &body).await.expect(200).to()
    }

    /// Gives one that needs no words.
    pub async fn just(&self, path: &str, filed: &Filed) -> CaseView {
        self.order(path, filed, json!({})).await
    }
}

/// The header of a session's cookie.
pub fn cookie(secret: &str) -> String {
    format!("{}={secret}", access::SESSION_COOKIE)
}
