use std::future::Future;
use std::pin::Pin;

use leptos::prelude::*;
use shared::api::{Endpoint, IF_MATCH};
use shared::complaint::desk::CaseView;
use shared::lang::Lang;
use shared::problem::{ErrorCode, Problem};

use super::desk_case::DeskCase;
use crate::platform::dom::{Part, tag};
use crate::platform::net::{Call, Failure, call};
use crate::platform::reactive::{RwSignal, Signal, spawn};
use crate::platform::session::{Session, use_session};
use crate::platform::ui::{Tone, focus_on, notice};

type Answer = Pin<Box<dyn Future<Output = Result<CaseView, Failure>>>>;

/// A command on its way. It rests on the version that was there when its form was opened, so that what has changed
/// meanwhile is not overlooked.
#[derive(Clone, Copy)]
pub struct DeskCommand {
    /// Whether it is under way.
    pub busy: RwSignal<bool>,
    case: DeskCase,
    version: StoredValue<i64>,
    failure: RwSignal<Option<Failure>>,
    session: Session,
}

impl DeskCommand {
    /// Not yet begun.
    pub fn new(case: DeskCase) -> Self {
        let version = StoredValue::new(case.now(|view| view.version).unwrap_or_default());
        Self {
            busy: RwSignal::new(false),
            case,
            version,
            failure: RwSignal::new(None),
            session: use_session(),
        }
    }

    /// Sends it and shows the case as it stands afterwards.
    pub fn send<E>(self, body: impl Future<Output = Result<E::Request, Failure>> + 'static)
    where
        E: Endpoint<Response = CaseView> + 'static,
    {
        let (code, version) = (self.case.code.get_value(), self.version.get_value().to_string());
        let answer = async move {
            let body = body.await?;
            let headers = [(IF_MATCH, version.as_str())];
            call::<E>(Call { path: &[&code], headers: &headers, ..Call::default() }, &body).await
        };
        self.run(Box::pin(answer));
    }

    fn run(self, answer: Answer) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.failure.set(None);
        let case = self.case;
        spawn(async move {
            match answer.await {
                Ok(view) => {
                    case.seen.set(Some(view.entries.len()));
                    case.view.value.set(Some(view));
                    case.open.set(None);
                    focus_on("#case-done");
                }
                Err(failure) => {
                    self.session.note(&failure);
                    if let Failure::Problem(envelope) = &failure
                        && let Some(version) = envelope.version
                    {
                        // Whoever has looked at what is new may try again on it.
                        self.version.try_set_value(version);
                        case.view.again();
                    }
                    self.failure.set(Some(failure));
                    focus_on("#case-failed, [aria-invalid=true]");
                }
            }
            self.busy.set(false);
        });
    }

    /// What the server said about a field.
    pub fn problem(self, field: &'static str) -> Signal<Option<Problem>> {
        Signal::derive(move || {
            self.failure.with(|failure| match failure {
                Some(Failure::Problem(envelope)) => {
                    envelope.problems.iter().find(|one| one.field == field).map(|one| one.problem)
                }
                _ => None,
            })
        })
    }

    /// Why it did not work.
    pub fn failed(self, lang: Lang) -> Part {
        Part::live(move || {
            let failure = self.failure.get()?;
            let words = match &failure {
                Failure::Problem(envelope) if envelope.code == ErrorCode::Conflict => {
                    lang.desk().changed.to_owned()
                }
                Failure::Problem(envelope) => match &envelope.rule {
                    Some(rule) => lang.rule(rule).to_owned(),
                    None => failure.sentence(lang),
                },
                _ => failure.sentence(lang),
            };
            Some(
                tag("div")
                    .id("case-failed")
                    .attr("tabindex", "-1")
                    .with(notice(Tone::Bad, tag("p").with(words))),
            )
        })
    }
}
