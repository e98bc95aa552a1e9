use shared::access::Role;
use shared::account::RoleHeld;
use shared::lang::{Lang, fill};

use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::reactive::{RwSignal, Signal};
use crate::platform::sending::Sending;
use crate::platform::settings::{agency_name, use_meta};
use crate::platform::ui::{Button, Field, focus_on, plain_button, problem_line, select_field};

/// A role with the agency that it is held for.
pub fn role_words(lang: Lang, held: &RoleHeld) -> String {
    match &held.agency {
        Some(key) => [lang.role(held.role), " · ", &agency_name(lang, key)].concat(),
        None => lang.role(held.role).to_owned(),
    }
}

/// The roles that are held, and a way to one more.
pub fn roles_field(roles: RwSignal<Vec<RoleHeld>>, sending: Sending) -> Tag {
    let lang = use_lang();
    let texts = lang.register();
    let problem = sending.problem_of(|field| field.trim_start_matches("person.").starts_with("roles"));
    let held = move || -> Part {
        let rows: Vec<_> = roles.get().into_iter().map(|one| row(lang, roles, one)).collect();
        if rows.is_empty() {
            return tag("p").class("fine").with(texts.no_roles).into();
        }
        tag("ul").class("rows").with(rows).into()
    };
    let field = Field::new("account-roles", lang.account().roles).problem(problem);
    tag("fieldset")
        .class("field account-roles")
        .id("account-roles")
        .attr("tabindex", "-1")
        .live_class("field-bad", move || problem.get().is_some())
        .live_attr("aria-invalid", field.invalid())
        .live_attr("aria-describedby", field.described_by())
        .with(tag("legend").class("label").with(field.label))
        .with(problem_line(field))
        .live(held)
        .with(picker(roles))
}

fn row(lang: Lang, roles: RwSignal<Vec<RoleHeld>>, held: RoleHeld) -> Tag {
    let texts = lang.register();
    let words = role_words(lang, &held);
    let label = fill(texts.drop_role, &[("role", &words)]);
    let drop = move || {
        roles.update(|all| all.retain(|one| *one != held));
        focus_on("#account-roles");
    };
    tag("li")
        .class("row")
        .with(tag("span").class("row-words").with(words))
        .with(plain_button(Button::Quiet, texts.drop, drop).attr("aria-label", label))
}

/// Picks one more.
fn picker(roles: RwSignal<Vec<RoleHeld>>) -> Tag {
    let lang = use_lang();
    let texts = lang.register();
    let (role, agency) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let known = Role::ALL.iter().map(|role| (role.to_string(), lang.role(*role).to_owned())).collect();
    let meta = use_meta();
    let agencies = meta.agencies.iter().filter(|agency| !agency.retired);
    let agencies: Vec<_> =
        agencies.map(|agency| (agency.key.clone(), agency_name(lang, &agency.key))).collect();
    let picked = move || role.with(|word| word.parse::<Role>().ok());
    let needs_agency = move || picked().is_some_and(Role::is_of_agency);
    let agency_field = move || {
        needs_agency().then(|| {
            let field = Field::new("account-role-agency", texts.role_agency);
            select_field(field, lang.desk().pick, Signal::stored(agencies.clone()), agency)
        })
    };
    let is_whole = move || picked().is_some() && (!needs_agency() || agency.with(|key| !key.is_empty()));
    let add = move || {
        let Some(role_held) = picked() else { return focus_on("#account-role") };
        if !is_whole() {
            return focus_on("#account-role-agency");
        }
        let agency_held = Some(agency.get_untracked()).filter(|_| role_held.is_of_agency());
        let held = RoleHeld { role: role_held, agency: agency_held };
        roles.update(|all| {
            if !all.contains(&held) {
                all.push(held);
            }
        });
        role.set(String::new());
        agency.set(String::new());
        focus_on("#account-role");
    };
    tag("div")
        .class("account-picker")
        .with(select_field(
            Field::new("account-role", texts.role),
            lang.desk().pick,
            Signal::stored(known),
            role,
        ))
        .live(agency_field)
        .with(plain_button(Button::Quiet, texts.add_role, add))
}
