use leptos::prelude::*;
use leptos_router::hooks::use_location;
use shared::account::{Acceptance, Invitation, InvitationToken, PASSWORD_MIN, Welcome};
use shared::api::{AcceptInvitation, ReadInvitation};
use shared::lang::fill;
use shared::problem::{ErrorCode, Problem};
use web_sys::Event;

use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::net::{Call, Failure, Load, call, load};
use crate::platform::reactive::{RwSignal, Signal, spawn};
use crate::platform::ui::{
    Button, Field, TextKind, Tone, button, failure_notice, focus_on, notice, page_heading, plain_button,
    qr_picture, skeleton, text_field,
};

/// Where an invitation is accepted. Its token stands behind the number sign, which browsers send to no server.
pub fn invitation_page() -> Tag {
    let token = use_location().hash.get_untracked().trim_start_matches('#').to_owned();
    let token = StoredValue::new(token);
    let invitation = load(move || async move {
        let asked = InvitationToken { token: token.get_value() };
        call::<ReadInvitation>(Call::default(), &asked).await
    });
    let welcome = RwSignal::new(None::<Welcome>);
    let content = move || -> Part {
        if let Some(welcome) = welcome.get() {
            return codes(welcome).into();
        }
        match (invitation.value.get(), invitation.failure.get()) {
            (Some(found), _) => form(found, token, welcome).into(),
            (None, Some(failure)) => failed(&failure, invitation),
            (None, None) => skeleton(6).into(),
        }
    };
    tag("div").class("page page-narrow").live(content)
}

fn failed(failure: &Failure, invitation: Load<Invitation>) -> Part {
    let texts = use_lang().account();
    if failure.code() == Some(ErrorCode::NotFound) {
        let parts: [Part; 2] = [
            page_heading(texts.no_invitation.to_owned()).into(),
            notice(Tone::Warning, tag("p").with(texts.no_invitation_lead)).into(),
        ];
        return parts.into();
    }
    failure_notice(failure, move || invitation.again()).into()
}

fn form(invitation: Invitation, token: StoredValue<String>, welcome: RwSignal<Option<Welcome>>) -> Tag {
    let lang = use_lang();
    let texts = lang.account();
    let [password, totp] = std::array::from_fn(|_| RwSignal::new(String::new()));
    let busy = RwSignal::new(false);
    let failure = RwSignal::new(None::<Failure>);
    let said = move |field: &'static str| {
        Signal::derive(move || {
            failure.with(|failure| match failure {
                Some(Failure::Problem(envelope)) => {
                    envelope.problems.iter().find(|one| one.field == field).map(|one| one.problem)
                }
                _ => None,
            })
        })
    };
    let send = move || {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        failure.set(None);
        let acceptance = Acceptance {
            token: token.get_value(),
            password: password.get_untracked(),
            totp: totp.get_untracked(),
        };
        spawn(async move {
            match call::<AcceptInvitation>(Call::default(), &acceptance).await {
                Ok(done) => {
                    welcome.set(Some(done));
                    focus_on("h1");
                }
                Err(why) => {
                    failure.set(Some(why));
                    focus_on("[aria-invalid=true]");
                }
            }
            busy.set(false);
        });
    };
    let whole = move || {
        let failure = failure.get()?;
        let is_of_fields = matches!(&failure, Failure::Problem(envelope) if !envelope.problems.is_empty());
        (!is_of_fields).then(|| notice(Tone::Bad, tag("p").with(failure.sentence(lang))))
    };
    let length = Signal::derive(move || {
        let typed = password.with(|password| password.chars().count());
        said("password")
            .get()
            .filter(|problem| *problem != Problem::TooShort(PASSWORD_MIN) || typed < PASSWORD_MIN as usize)
    });
    let key = tag("section")
        .class("panel")
        .with(tag("h2").with(texts.key))
        .with(tag("p").with(texts.key_hint))
        .with(qr_picture(&invitation.totp_address, texts.key_picture))
        .with(tag("p").class("secret-key").with(tag("code").with(grouped(&invitation.totp_key))));
    let choose = tag("section")
        .class("panel")
        .with(tag("h2").with(texts.choose))
        .with(text_field(
            Field::new("password", texts.password).hint(texts.choose_hint).problem(length),
            TextKind::NewPassword,
            password,
        ))
        .with(text_field(Field::new("totp", texts.totp).problem(said("totp")), TextKind::OneTimeCode, totp))
        .live(whole)
        .with(button(Button::Main, texts.accept, busy, || {}).attr("type", "submit"));
    tag("form")
        .class("form")
        .attr("novalidate", "")
        .on("submit", move |event: Event| {
            event.prevent_default();
            send();
        })
        .with(page_heading(fill(texts.welcome, &[("name", &invitation.full_name)])))
        .with(tag("p").class("lead").with(fill(texts.welcome_lead, &[("account", &invitation.name)])))
        .with(key)
        .with(choose)
}

/// The codes, this one time.
fn codes(welcome: Welcome) -> Tag {
    let texts = use_lang().account();
    let codes: Vec<_> =
        welcome.recovery_codes.iter().map(|code| tag("li").with(tag("code").with(code.as_str()))).collect();
    // A new page: what was typed and shown here is gone with it.
    let go_on = || {
        let _ = window().location().replace("/petugas");
    };
    tag("div")
        .class("form")
        .with(page_heading(texts.ready.to_owned()))
        .with(
            tag("section")
                .class("panel")
                .with(tag("h2").with(texts.codes))
                .with(tag("p").with(texts.codes_lead))
                .with(tag("ul").class("codes").with(codes)),
        )
        .with(tag("div").with(plain_button(Button::Main, texts.to_sign_in, go_on)))
}

/// In groups of four, to be typed.
fn grouped(key: &str) -> String {
    let letters: Vec<char> = key.chars().collect();
    letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}
