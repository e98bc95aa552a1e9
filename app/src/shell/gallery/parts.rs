use leptos::prelude::AnyView;
use shared::problem::Problem;

use super::{beside, nothing, shown};
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::reactive::{RwSignal, Signal};
use crate::platform::ui::{
    Button, Choice, Field, TextKind, button, choices as cards, date_field, plain_button, select_field,
    switch, text_area, text_field,
};

/// Each look of a button in each state.
pub fn buttons() -> Part {
    let texts = use_lang().gallery();
    let looks = [Button::Main, Button::Quiet, Button::Danger];
    let normal = looks.map(|look| plain_button(look, texts.normal, nothing));
    let busy = looks.map(|look| button(look, texts.busy, Signal::stored(true), nothing));
    let disabled = looks.map(|look| plain_button(look, texts.disabled, nothing).attr("disabled", ""));
    let links = [Button::Main, Button::Quiet]
        .map(|look| tag("a").class(look.class()).attr("href", "/gaya").with(texts.link));
    let row = |state, buttons: Vec<Tag>| shown(state, tag("div").class("form-ways").with(buttons));
    [
        row(texts.normal, normal.into()),
        row(texts.busy, busy.into()),
        row(texts.disabled, disabled.into()),
        row(texts.link, links.into()),
    ]
    .into()
}

/// Each kind of field in each state.
pub fn fields() -> Part {
    let texts = use_lang().gallery();
    let text = |words: &str| RwSignal::new(words.to_owned());
    let field = |id| Field::new(id, texts.label);
    let wrong = |problem| Signal::stored(Some(problem));
    let line = |field: Field, words: &str| text_field(field, TextKind::Line, text(words));
    let options = || vec![("1".to_owned(), texts.one.to_owned()), ("2".to_owned(), texts.other.to_owned())];
    let list = |field: Field, chosen: &str| {
        select_field(field, texts.label, Signal::stored(options()), text(chosen))
    };
    let over = texts.content_given.repeat(2);
    let disabled = |part: AnyView| tag("fieldset").attr("disabled", "").with(part);
    beside(vec![
        shown(texts.empty, line(field("contoh-baris").hint(texts.hint).optional(), "")),
        shown(texts.filled, line(field("contoh-baris-isi").hint(texts.hint), texts.title_given)),
        shown(texts.wrong, line(field("contoh-baris-salah").problem(wrong(Problem::Required)), "")),
        shown(texts.disabled, disabled(line(field("contoh-baris-mati"), texts.title_given))),
        shown(texts.filled, text_field(field("contoh-kode"), TextKind::Code, text("CTH-CTH-CTH-0"))),
        shown(texts.filled, date_field(field("contoh-hari"), None, None, text("2026-11-30"))),
        shown(texts.empty, list(field("contoh-daftar"), "")),
        shown(texts.disabled, disabled(list(field("contoh-daftar-mati"), "1"))),
        shown(texts.filled, text_area(field("contoh-uraian"), 200, text(texts.content_given))),
        shown(
            texts.wrong,
            text_area(field("contoh-uraian-panjang").problem(wrong(Problem::TooLong(40))), 40, text(&over)),
        ),
    ])
}

/// Cards and switches, chosen and not.
pub fn choices() -> Part {
    let texts = use_lang().gallery();
    let options = || {
        let option = |value: &str, label: &'static str, hint| Choice {
            value: value.to_owned(),
            label: label.to_owned(),
            hint,
        };
        vec![option("1", texts.one, Some(texts.hint)), option("2", texts.other, None)]
    };
    let group = |id, chosen: &str, problem| {
        let field = Field::new(id, texts.label).problem(Signal::stored(problem));
        cards(field, options(), RwSignal::new(chosen.to_owned()))
    };
    let switches = tag("div")
        .class("switches")
        .with(switch("contoh-nyala", texts.one, texts.hint, RwSignal::new(true)))
        .with(switch("contoh-padam", texts.other, texts.hint, RwSignal::new(false)));
    let off = tag("fieldset").attr("disabled", "").with(group("contoh-pilihan-mati", "1", None));
    beside(vec![
        shown(texts.filled, group("contoh-pilihan", "1", None)),
        shown(texts.wrong, group("contoh-pilihan-kosong", "", Some(Problem::Required))),
        shown(texts.disabled, off),
        shown(texts.normal, switches),
    ])
}
