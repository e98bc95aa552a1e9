use leptos::prelude::*;
use shared::account::{AccountLine, AccountPerson, NewInvitation, RoleHeld};
use shared::api::{ChangeAccount, IF_MATCH, InviteAccount};

use super::list::Register;
use super::roles::roles_field;
use crate::platform::dom::{Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::net::{Call, call};
use crate::platform::reactive::RwSignal;
use crate::platform::sending::Sending;
use crate::platform::settings::use_meta;
use crate::platform::ui::{Button, Field, TextKind, button, plain_button, text_field};

/// Where the form is on the page.
const PLACE: &str = ".account-form";

#[derive(Clone, Copy)]
struct Sheet {
    register: Register,
    agencies: StoredValue<Vec<String>>,
    sending: Sending,
    name: RwSignal<String>,
    full_name: RwSignal<String>,
    email: RwSignal<String>,
    roles: RwSignal<Vec<RoleHeld>>,
}

/// The form of an account, or of a new one.
pub fn form(register: Register, line: Option<AccountLine>) -> Tag {
    let lang = use_lang();
    let texts = lang.register();
    let kept = line.as_ref().map(|one| (one.name.clone(), one.version));
    let is_new = kept.is_none();
    let label = if is_new { texts.invite } else { lang.answers().change };
    let line = line.map(|one| (one.full_name, one.email.unwrap_or_default(), one.roles)).unwrap_or_default();
    let agencies = use_meta().agencies.iter().map(|agency| agency.key.clone()).collect();
    let sheet = Sheet {
        register,
        agencies: StoredValue::new(agencies),
        sending: Sending::idle(),
        name: RwSignal::new(String::new()),
        full_name: RwSignal::new(line.0),
        email: RwSignal::new(line.1),
        roles: RwSignal::new(line.2),
    };
    let problem =
        |field: &'static str| sheet.sending.problem_of(move |one| one.trim_start_matches("person.") == field);
    let name = Field::new("account-name", lang.account().name).hint(texts.name_hint).problem(problem("name"));
    let full_name = Field::new("account-full-name", texts.full_name).problem(problem("full_name"));
    let email =
        Field::new("account-email", texts.email).hint(texts.email_hint).optional().problem(problem("email"));
    let send = if is_new { texts.make } else { lang.answers().save };
    let ways = tag("div")
        .class("form-ways")
        .with(button(Button::Main, send, sheet.sending.busy, move || sheet.send(kept.clone())))
        .with(plain_button(Button::Quiet, lang.desk().cancel, move || register.close()));
    tag("div")
        .class("form template-form account-form")
        .attr("role", "group")
        .attr("aria-label", label)
        .with(is_new.then(|| text_field(name, TextKind::Line, sheet.name)))
        .with(text_field(full_name, TextKind::Line, sheet.full_name))
        .with(text_field(email, TextKind::Email, sheet.email))
        .with(roles_field(sheet.roles, sheet.sending))
        .with(sheet.sending.failed())
        .with(ways)
}

impl Sheet {
    fn send(self, kept: Option<(String, i64)>) {
        let has_agency = |key: &str| self.agencies.with_value(|known| known.iter().any(|one| one == key));
        let person = AccountPerson {
            full_name: self.full_name.get_untracked(),
            email: Some(self.email.get_untracked()),
            roles: self.roles.get_untracked(),
        };
        let (sending, register) = (self.sending, self.register);
        let texts = use_lang().register();
        let moved = move || register.moved(texts.changed);
        let Some((name, version)) = kept else {
            let new = NewInvitation { name: self.name.get_untracked(), person };
            if let Err(problems) = new.clone().check(has_agency) {
                return sending.blame(problems, PLACE);
            }
            let answer = async move { call::<InviteAccount>(Call::default(), &new).await };
            return sending.run(answer, move |link| register.give(link), moved);
        };
        let person = match person.check("", has_agency) {
            Ok(person) => person,
            Err(problems) => return sending.blame(problems, PLACE),
        };
        let answer = async move {
            let version = version.to_string();
            let headers = [(IF_MATCH, version.as_str())];
            call::<ChangeAccount>(Call { path: &[&name], headers: &headers, ..Call::default() }, &person)
                .await
        };
        sending.run(answer, move |all| register.now(all, texts.saved), moved);
    }
}
