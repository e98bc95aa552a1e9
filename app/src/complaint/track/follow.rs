use shared::api::FollowComplaint;
use shared::complaint::{NewFollower, Stage};
use shared::problem::Problem;
use shared::text::Email;

use super::case::Case;
use crate::platform::dom::{Part, tag};
use crate::platform::lang::use_lang;
use crate::platform::net::{Call, Failure, call};
use crate::platform::reactive::{RwSignal, memo, spawn};
use crate::platform::ui::{Button, Field, TextKind, button, failure_notice, focus_on, text_field};

/// Following by mail, where there is a mail server and something may still happen.
pub fn follow(case: Case) -> Part {
    let lang = use_lang();
    let texts = lang.tracking();
    let can = memo(move || {
        case.view.value.with(|view| {
            view.as_ref().is_some_and(|view| {
                let has_mail = view.support.is_some_and(|support| support.has_mail);
                has_mail && view.own.is_none() && !matches!(view.stage, Stage::Closed | Stage::Archived)
            })
        })
    });
    let email = RwSignal::new(String::new());
    let problem = RwSignal::new(None::<Problem>);
    let failure = RwSignal::new(None::<Failure>);
    let (busy, is_sent) = (RwSignal::new(false), RwSignal::new(false));
    let send = move || {
        if let Err(why) = email.with_untracked(|email| Email::parse(email)) {
            problem.set(Some(why));
            return focus_on("#follow-email");
        }
        problem.set(None);
        failure.set(None);
        busy.set(true);
        let new = NewFollower { email: email.get_untracked() };
        spawn(async move {
            let code = case.code();
            match call::<FollowComplaint>(Call { path: &[&code], ..Call::default() }, &new).await {
                Ok(_) => is_sent.set(true),
                Err(why) => failure.set(Some(why)),
            }
            busy.set(false);
        });
    };
    let failed = move || failure.get().map(|why| failure_notice(&why, move || failure.set(None)));
    let said = move || is_sent.get().then_some(texts.follow_sent);
    Part::live(move || {
        can.get().then(|| {
            let field =
                Field::new("follow-email", lang.filing().email).hint(texts.follow_lead).problem(problem);
            tag("details")
                .class("no-print follow")
                .with(tag("summary").with(texts.follow))
                .with(text_field(field, TextKind::Email, email))
                .with(button(Button::Quiet, texts.follow_send, busy, send))
                .live(failed)
                .with(tag("p").attr("role", "status").live(said))
        })
    })
}
