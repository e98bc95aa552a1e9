use shared::setup::{AgencySetting, Setup, SetupChange};

use super::sheet::{Keeping, Section, setup_form};
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::reactive::RwSignal;
use crate::platform::sending::Sending;
use crate::platform::settings::use_meta;
use crate::platform::ui::{Button, Field, TextKind, plain_button, switch, text_field};

const HERE: Section = Section::Agencies;

/// All agencies.
pub fn agencies(keeping: Keeping, setup: &Setup) -> Part {
    let rows: Vec<_> = setup.agencies.iter().map(|one| row(keeping, one.clone())).collect();
    let new = move || -> Part {
        if keeping.is_open(HERE, "") {
            return form(keeping, AgencySetting::default()).into();
        }
        plain_button(Button::Quiet, use_lang().setup().add_agency, move || keeping.begin(HERE, "")).into()
    };
    [Part::live(new), tag("ul").class("rows").with(rows).into()].into()
}

fn row(keeping: Keeping, one: AgencySetting) -> Tag {
    let lang = use_lang();
    tag("li").class("row row-tall").live(move || -> Part {
        if keeping.is_open(HERE, &one.key) {
            return form(keeping, one.clone()).into();
        }
        let words = tag("div")
            .class("row-words")
            .with(tag("span").class("row-name").with(one.label.as_str()))
            .with(
                one.retired
                    .then(|| [Part::from(" "), tag("span").class("badge").with(lang.setup().retired).into()]),
            )
            .with(tag("span").class("fine").with([&one.label_en, " · ", &one.key].concat()));
        let key = one.key.clone();
        let change = plain_button(Button::Quiet, lang.answers().change, move || keeping.begin(HERE, &key))
            .attr("aria-label", [lang.answers().change, ": ", &one.label].concat());
        [Part::from(words), change.into()].into()
    })
}

fn form(keeping: Keeping, one: AgencySetting) -> Tag {
    let texts = use_lang().setup();
    let sending = Sending::idle();
    let is_new = one.key.is_empty();
    let is_inspectorate = use_meta().instance.inspectorate == one.key;
    let (key, label) = (RwSignal::new(one.key), RwSignal::new(one.label));
    let (label_en, retired) = (RwSignal::new(one.label_en), RwSignal::new(one.retired));
    let line = |id, name, field| Field::new(id, name).problem(sending.problem(field));
    let fields: Vec<Part> = vec![
        is_new
            .then(|| {
                let field = line("agency-key", texts.key, "key").hint(texts.key_hint);
                text_field(field, TextKind::Code, key)
            })
            .into(),
        text_field(line("agency-label", texts.label, "label"), TextKind::Line, label).into(),
        text_field(line("agency-label-en", texts.label_en, "label_en"), TextKind::Line, label_en).into(),
        // The sealed lane is its alone.
        (!is_new && !is_inspectorate)
            .then(|| switch("agency-retired", texts.retired_agency, texts.retired_agency_hint, retired))
            .into(),
    ];
    let ways = keeping.ways(HERE, sending, move || {
        Ok(SetupChange::Agency(AgencySetting {
            key: key.get_untracked(),
            label: label.get_untracked(),
            label_en: label_en.get_untracked(),
            retired: retired.get_untracked(),
        }))
    });
    setup_form(if is_new { texts.add_agency } else { texts.agencies }, fields, sending, ways)
}
