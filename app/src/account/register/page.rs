use shared::api::ListAccounts;

use super::form::form;
use super::link::link;
use super::list::{Register, fits, in_order};
use super::row::row;
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::net::{Call, call, load};
use crate::platform::reactive::{RwSignal, memo};
use crate::platform::session::use_session;
use crate::platform::ui::{
    Button, Field, TextKind, failure_notice, notice, page_heading, plain_button, skeleton, text_field,
};

/// All accounts, and inviting somebody.
pub fn register_page() -> Tag {
    let lang = use_lang();
    let texts = lang.register();
    let session = use_session();
    let list = load(|| call::<ListAccounts>(Call::default(), &()));
    let register =
        Register { list, open: RwSignal::new(None), link: RwSignal::new(None), told: RwSignal::new(None) };
    let typed = RwSignal::new(String::new());
    let told = move || {
        let (tone, words) = register.told.get()?;
        Some(notice(tone, tag("p").with(words)))
    };
    let add =
        move || plain_button(Button::Main, texts.invite, move || register.open(None)).id("account-invite");
    let is_new = memo(move || register.open.get() == Some(None));
    let new = move || if is_new.get() { form(register, None) } else { add() };
    let made = move || register.link.get().map(|made| link(register, made));
    let rows = move || -> Part {
        match (list.value.get(), list.failure.get()) {
            (Some(all), _) => {
                let typed = typed.get();
                let fitting = in_order(all).into_iter().filter(|one| fits(lang, one, &typed));
                let rows: Vec<_> = fitting.map(|one| row(register, one)).collect();
                if rows.is_empty() {
                    return tag("p").with(texts.none).into();
                }
                tag("ul").class("rows").with(rows).into()
            }
            (None, Some(failure)) => {
                session.note(&failure);
                failure_notice(&failure, move || list.again()).into()
            }
            (None, None) => skeleton(6).into(),
        }
    };
    let search = Field::new("account-search", texts.search);
    tag("div")
        .class("page page-narrow")
        .with(page_heading(texts.page.to_owned()))
        .with(tag("p").class("lead").with(texts.lead))
        .live(made)
        .with(
            tag("section")
                .class("panel")
                .id("accounts")
                .attr("tabindex", "-1")
                .attr("aria-label", texts.page)
                .live(told)
                .live(new)
                .with(text_field(search, TextKind::Line, typed))
                .live(rows),
        )
}
