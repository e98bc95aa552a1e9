use shared::account::{AccountLine, AccountState};
use shared::api::{DeactivateAccount, NoWords, ResetAccount};
use shared::lang::{Lang, fill};

use super::form::form;
use super::list::Register;
use super::roles::role_words;
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::{moment, use_lang};
use crate::platform::net::{Call, call};
use crate::platform::reactive::{RwSignal, memo};
use crate::platform::sending::Sending;
use crate::platform::session::use_session;
use crate::platform::settings::use_meta;
use crate::platform::ui::{Button, button, focus_on, plain_button};

/// Something that is asked once more before it is done.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Question {
    Reset,
    Deactivate,
}

/// One account; its form while that is open.
pub fn row(register: Register, one: AccountLine) -> Tag {
    let lang = use_lang();
    let name = one.name.clone();
    let is_open = memo(move || register.open.with(|open| *open == Some(Some(name.clone()))));
    tag("li").class("row row-tall account-row").live(move || -> Part {
        if is_open.get() {
            return form(register, Some(one.clone())).into();
        }
        [Part::from(words(lang, &one)), ways(register, &one).into()].into()
    })
}

fn words(lang: Lang, one: &AccountLine) -> Tag {
    let texts = lang.register();
    let offset = use_meta().instance.utc_offset_minutes;
    let at = |moment_at: i64| moment(lang, moment_at, offset);
    let badge = match (one.state, one.invited_until) {
        (AccountState::Active, None) => None,
        (AccountState::Inactive, _) => Some(texts.inactive),
        (_, Some(_)) => Some(texts.invited),
        (AccountState::Invited, None) => Some(texts.lapsed),
    };
    let when = match (one.invited_until, one.signed_in_at) {
        (Some(until), _) => fill(texts.waits, &[("moment", &at(until))]),
        (None, Some(last)) => fill(texts.signed_in, &[("moment", &at(last))]),
        (None, None) => texts.never.to_owned(),
    };
    let roles: Vec<_> = one.roles.iter().map(|held| tag("li").with(role_words(lang, held))).collect();
    let named = [one.full_name.as_str(), " (", &one.name, ")"].concat();
    let mail = one
        .email
        .as_ref()
        .map(|email| tag("span").class("fine").attr("translate", "no").with(email.as_str()));
    tag("div")
        .class("row-words")
        .with(tag("span").class("row-name").with(named))
        .with(badge.map(|badge| [Part::from(" "), tag("span").class("badge").with(badge).into()]))
        .with(tag("ul").class("plain-list").with(roles))
        .with(mail)
        .with(tag("span").class("fine").with(when))
}

fn ways(register: Register, one: &AccountLine) -> Tag {
    let lang = use_lang();
    let texts = lang.register();
    let is_own = use_session().staff.with_untracked(|staff| staff.iter().any(|staff| staff.name == one.name));
    let is_active = one.state != AccountState::Inactive;
    let asked = RwSignal::new(None::<Question>);
    let sending = Sending::idle();
    let name = one.name.clone();
    tag("div").class("row-ways account-ways").with(sending.failed()).live(move || -> Part {
        if let Some(question) = asked.get() {
            return sure(register, sending, asked, question, name.clone(), is_active).into();
        }
        let own = name.clone();
        let ask = |label, question| {
            plain_button(Button::Quiet, label, move || {
                asked.set(Some(question));
                focus_on(".account-sure .button");
            })
            .attr("aria-label", [label, ": ", &name].concat())
        };
        let change =
            plain_button(Button::Quiet, lang.answers().change, move || register.open(Some(own.clone())))
                .attr("aria-label", fill(texts.change_named, &[("name", &name)]));
        let ways = if is_active {
            let away = (!is_own).then(|| ask(texts.deactivate, Question::Deactivate));
            // Whoever resets their own account is out before they have its link.
            let anew = (!is_own).then(|| ask(texts.reset, Question::Reset));
            vec![Some(change), anew, away]
        } else {
            vec![Some(ask(texts.reactivate, Question::Reset))]
        };
        ways.into_iter().flatten().collect::<Vec<_>>().into()
    })
}

/// The question, with what follows from a yes.
fn sure(
    register: Register,
    sending: Sending,
    asked: RwSignal<Option<Question>>,
    question: Question,
    name: String,
    is_active: bool,
) -> Tag {
    let lang = use_lang();
    let texts = lang.register();
    let moved = move || register.moved(texts.changed);
    let (why, label, look) = match question {
        Question::Reset if is_active => (texts.reset_why, texts.reset_sure, Button::Danger),
        Question::Reset => (texts.reactivate_why, texts.reset_sure, Button::Main),
        Question::Deactivate => (texts.deactivate_why, texts.deactivate_sure, Button::Danger),
    };
    let yes = move || {
        let name = name.clone();
        match question {
            Question::Reset => {
                let answer = async move {
                    call::<ResetAccount>(Call { path: &[&name], ..Call::default() }, &NoWords {}).await
                };
                sending.run(answer, move |link| register.give(link), moved);
            }
            Question::Deactivate => {
                let answer = async move {
                    call::<DeactivateAccount>(Call { path: &[&name], ..Call::default() }, &NoWords {}).await
                };
                sending.run(answer, move |all| register.now(all, texts.saved), moved);
            }
        }
    };
    tag("div")
        .class("account-sure")
        .with(tag("p").class("fine").with(why))
        .with(button(look, label, sending.busy, yes))
        .with(plain_button(Button::Quiet, lang.desk().cancel, move || asked.set(None)))
}
