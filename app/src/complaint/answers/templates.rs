use shared::access::Role;
use shared::api::ListTemplates;
use shared::complaint::desk::template::Template;
use shared::lang::fill;

use super::form::form;
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::net::{Call, Load, call, load};
use crate::platform::reactive::{RwSignal, memo};
use crate::platform::session::use_session;
use crate::platform::settings::sector_name;
use crate::platform::ui::{Button, Tone, failure_notice, focus_on, notice, plain_button, skeleton};

/// What is open on the page.
#[derive(Clone, Copy)]
pub struct Shelf {
    /// The templates.
    pub list: Load<Vec<Template>>,
    /// Whose form is open: a new one's, or that of a number.
    pub open: RwSignal<Option<Option<i64>>>,
    /// Words about what was done last.
    pub told: RwSignal<Option<(Tone, &'static str)>>,
}

/// All templates; the coordinator writes and changes them.
pub fn templates() -> Tag {
    let texts = use_lang().answers();
    let session = use_session();
    let may_change = session.staff.with_untracked(|staff| {
        staff.iter().flat_map(|staff| &staff.roles).any(|held| held.role == Role::Coordinator)
    });
    let list = load(|| call::<ListTemplates>(Call::default(), &()));
    let shelf = Shelf { list, open: RwSignal::new(None), told: RwSignal::new(None) };
    let told = move || {
        let (tone, words) = shelf.told.get()?;
        Some(notice(tone, tag("p").with(words)))
    };
    let add = move || {
        may_change.then(|| {
            plain_button(Button::Main, texts.add, move || open(shelf, None)).attr("id", "template-add")
        })
    };
    let is_new = memo(move || shelf.open.get() == Some(None));
    let new = move || if is_new.get() { form(shelf, None).into() } else { Part::live(add) };
    let rows = move || -> Part {
        match (list.value.get(), list.failure.get()) {
            (Some(all), _) if all.is_empty() => tag("p").with(texts.no_templates).into(),
            (Some(all), _) => tag("ul")
                .class("rows")
                .with(all.into_iter().map(|one| row(shelf, one, may_change)).collect::<Vec<_>>())
                .into(),
            (None, Some(failure)) => {
                session.note(&failure);
                failure_notice(&failure, move || list.again()).into()
            }
            (None, None) => skeleton(4).into(),
        }
    };
    tag("section")
        .class("panel")
        .with(tag("h2").id("templates").attr("tabindex", "-1").with(texts.templates))
        .live(told)
        .live(new)
        .live(rows)
}

fn open(shelf: Shelf, which: Option<i64>) {
    shelf.told.set(None);
    shelf.open.set(Some(which));
    focus_on("#template-name");
}

fn row(shelf: Shelf, one: Template, may_change: bool) -> Tag {
    let lang = use_lang();
    let texts = lang.answers();
    let id = one.id;
    let is_open = memo(move || shelf.open.get() == Some(Some(id)));
    tag("li").class("row row-tall").live(move || -> Part {
        if is_open.get() {
            return form(shelf, Some(one.clone())).into();
        }
        let sector = one.sector.as_deref();
        let sector = sector.map_or_else(|| texts.all_sectors.to_owned(), |key| sector_name(lang, key));
        let about = [lang.outcome(one.outcome), " · ", &sector].concat();
        let words = tag("div")
            .class("row-words")
            .with(tag("span").class("row-name").with(one.name.as_str()))
            .with(tag("span").class("fine").with(about))
            .with(tag("p").class("template-text").with(one.text.as_str()));
        let change = may_change.then(|| {
            plain_button(Button::Quiet, texts.change, move || open(shelf, Some(id)))
                .attr("aria-label", fill(texts.change_named, &[("name", &one.name)]))
        });
        [Part::from(words), change.into()].into()
    })
}
