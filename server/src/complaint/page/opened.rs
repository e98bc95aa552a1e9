//! A complaint that its reporter has opened with the secret, and what they do there.

use axum::response::Response;
use http::StatusCode;
use shared::complaint::{
    Action, ComplaintView, EntryKind, NewMessage, NewRefusal, NewWithdrawal, Rating, Secret,
};
use shared::problem::{ErrorCode, Problem};

use super::case::{Seen, Unlock, page};
use super::find::{find, names, shut};
use super::own::{Draft, Opened};
use super::sent::{KEPT, Sent};
use super::typed::key;
use crate::complaint::store::Complaint;
use crate::complaint::view::view;
use crate::complaint::{accept, access, message, refuse, reporter_step, withdraw};
use crate::error::Error;
use crate::platform::idempotency::{fresh_key, request_hash};
use crate::platform::pages::form::Tone;
use crate::platform::pages::{Keep, Visit};

/// A complaint that its reporter has opened.
pub(super) struct Case<'a> {
    visit: &'a Visit,
    pub(super) complaint: Complaint,
    secret: &'a str,
    sent: &'a Sent,
}

impl<'a> Case<'a> {
    /// Opens it with the secret that a form has sent; the page that says why not where it does not fit.
    pub(super) async fn open(
        visit: &'a Visit,
        code: &str,
        sent: &'a Sent,
    ) -> Result<Result<Self, Response>, Error> {
        let complaint = match find(visit, code).await? {
            Ok(complaint) => complaint,
            Err(entry) => return Ok(Err(entry)),
        };
        let secret = sent.fields.get("secret").unwrap_or_default();
        if let Err(problem) = Secret::parse(secret) {
            let typed: String = secret.chars().take(60).collect();
            let unlock =
                Unlock { typed: &typed, problem: Some(visit.lang().problem(problem)), is_wrong: false };
            let error = Error::field("secret", problem);
            return shut(visit, &complaint, unlock, Some(error)).await.map(Err);
        }
        match access::check_secret(&visit.state, &complaint, secret) {
            Ok(()) => Ok(Ok(Self { visit, complaint, secret, sent })),
            Err(error) if error.code() == ErrorCode::Unauthorized => {
                let unlock = Unlock { is_wrong: true, ..Unlock::default() };
                shut(visit, &complaint, unlock, Some(error)).await.map(Err)
            }
            Err(error) => Err(error),
        }
    }

    /// Writes to the office, or gives what was asked for.
    pub(super) async fn write(&self) -> Result<ComplaintView, Error> {
        self.only(&["key", "text"])?;
        let key = key(&self.sent.fields)?;
        if let Some(failure) = self.sent.failure() {
            return Err(failure);
        }
        let text = self.text("text").unwrap_or_default();
        let problems = self.sent.problems();
        if !problems.is_empty() {
            return Err(Error::invalid(problems));
        }
        let new = |files: Vec<String>| NewMessage { text: text.clone(), files };
        let hash = request_hash(&new(self.sent.marks()));
        message::add(&self.visit.state, self.complaint.clone(), Some(key), hash, new(self.sent.ids())).await
    }

    /// Accepts the answer.
    pub(super) async fn accept(&self) -> Result<ComplaintView, Error> {
        self.only(&["stars", "words"])?;
        let stars = self.sent.fields.get("stars").map(str::parse).transpose();
        let stars = stars.map_err(|_| Error::field("stars", Problem::WrongType))?;
        let words = accept::words(&Rating { stars, words: self.text("words") })?;
        reporter_step::make(&self.visit.state, self.complaint.id, Action::Accept, words).await
    }

    /// Refuses it.
    pub(super) async fn refuse(&self) -> Result<ComplaintView, Error> {
        self.only(&["reason"])?;
        let words = refuse::words(&NewRefusal { reason: self.text("reason").unwrap_or_default() })?;
        reporter_step::make(&self.visit.state, self.complaint.id, Action::Refuse, words).await
    }

    /// Takes the complaint back.
    pub(super) async fn withdraw(&self) -> Result<ComplaintView, Error> {
        self.only(&["reason"])?;
        let words = withdraw::words(&NewWithdrawal { reason: self.text("reason") })?;
        reporter_step::make(&self.visit.state, self.complaint.id, Action::Withdraw, words).await
    }

    /// Refuses fields that the form does not have.
    fn only(&self, names: &[&str]) -> Result<(), Error> {
        let single: Vec<&str> = names.iter().copied().chain(["secret"]).collect();
        let problems = self.sent.fields.problems(|name| name == KEPT && names.contains(&"text"), &single);
        if problems.is_empty() { Ok(()) } else { Err(Error::invalid(problems)) }
    }

    /// A field's text, with the line breaks that all others have.
    fn text(&self, name: &str) -> Option<String> {
        self.sent.fields.get(name).map(|text| text.replace("\r\n", "\n"))
    }

    /// The page as things stand, with what has happened on top.
    pub(super) async fn show(&self, said: Option<&str>) -> Result<Response, Error> {
        let view = self.view().await?;
        self.done(&view, said)
    }

    fn done(&self, view: &ComplaintView, said: Option<&str>) -> Result<Response, Error> {
        let said = said.map(|words| (Tone::Good, words.to_owned()));
        let opened = Opened { secret: self.secret, key: fresh_key(), said, draft: None };
        let (title, path) = names(self.visit, view);
        let page = page(self.visit, &title, &path, view, None, &Seen::Open(opened));
        Ok(self.visit.show(StatusCode::OK, page, Keep::Never))
    }

    /// The page with the form as it was filled in, and why it did not get through.
    pub(super) async fn again(
        &self,
        verb: &str,
        kind: EntryKind,
        said: &str,
        error: Error,
    ) -> Result<Response, Error> {
        let lang = self.visit.lang();
        let view = self.view().await?;
        // Sent twice, or loaded again: what was wanted has happened already.
        let is_done = view.entries.last().is_some_and(|last| last.kind == kind);
        if error.code() == ErrorCode::Conflict && is_done {
            return self.done(&view, Some(said));
        }
        let said = match error.code() {
            ErrorCode::Invalid if !error.problems().is_empty() => None,
            ErrorCode::KeyReused => Some(lang.tracking().sent_before),
            code => Some(lang.error(code)),
        };
        let (refused, kept) = (self.sent.refused_names().collect(), self.sent.ready(self.visit).await?);
        let problems = error.problems().to_vec();
        let draft = Draft { verb, fields: &self.sent.fields, problems, refused, kept };
        // The same key as long as nothing was sent under it.
        let key = key(&self.sent.fields).ok().filter(|_| error.code() != ErrorCode::KeyReused);
        let opened = Opened {
            secret: self.secret,
            key: key.unwrap_or_else(fresh_key),
            said: said.map(|words| (Tone::Bad, words.to_owned())),
            draft: Some(draft),
        };
        let (title, path) = names(self.visit, &view);
        let page = page(self.visit, &title, &path, &view, None, &Seen::Open(opened));
        Ok(self.visit.refuse(error, page))
    }

    /// Everything of it, read anew.
    async fn view(&self) -> Result<ComplaintView, Error> {
        let mut connection = self.visit.state.db.read().await?;
        let code = self.complaint.code.as_deref().unwrap_or_default();
        let now = access::find(&self.visit.state, &mut connection, code, self.visit.address).await?;
        Ok(view(&mut connection, &self.visit.settings, &now, true, self.visit.today).await?)
    }
}
