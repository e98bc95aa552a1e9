use leptos::prelude::*;
use shared::api::{LAPOR_UPLOAD_PATH, PlanLapor};
use shared::complaint::lapor::{LaporOutcome, LaporPlan, LaporSheet};
use shared::lang::fill;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::mapping::{columns, words};
use super::outcome::outcome;
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::net::{Call, call, send_blob};
use crate::platform::reactive::RwSignal;
use crate::platform::sending::Sending;
use crate::platform::ui::{Button, Field, Tone, button, focus_on, frame, notice, plain_button, switch};

/// An export on its way in.
#[derive(Clone, Copy)]
struct Import {
    sheet: RwSignal<Option<LaporSheet>>,
    mapping: RwSignal<shared::complaint::lapor::LaporMapping>,
    adds: RwSignal<bool>,
    found: RwSignal<Option<LaporOutcome>>,
    is_gone: RwSignal<bool>,
    sending: Sending,
}

/// Choosing an export, saying how it is read, trying and entering it.
pub fn import(entered: impl Fn() + Copy + 'static) -> Tag {
    let texts = use_lang().lapor();
    let import = Import {
        sheet: RwSignal::new(None),
        mapping: RwSignal::default(),
        adds: RwSignal::new(true),
        found: RwSignal::new(None),
        is_gone: RwSignal::new(false),
        sending: Sending::idle(),
    };
    let step = move || -> Part {
        let is_done = import.found.with(|found| found.as_ref().is_some_and(|found| found.applied));
        if is_done {
            return done(import).into();
        }
        match import.sheet.get() {
            None => choose(import).into(),
            Some(sheet) => read(import, sheet, entered),
        }
    };
    let gone = move || import.is_gone.get().then(|| notice(Tone::Warning, tag("p").with(texts.gone)));
    tag("section")
        .class("panel")
        .with(tag("h2").id("lapor-import").attr("tabindex", "-1").with(texts.import))
        .live(gone)
        .live(step)
}

fn choose(import: Import) -> Tag {
    let texts = use_lang().lapor();
    let field = Field::new("lapor-file", texts.file).problem(import.sending.problem("file"));
    let busy = import.sending.busy;
    let input = tag("input")
        .class("input")
        .id("lapor-file")
        .attr("type", "file")
        .attr(
            "accept",
            ".csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        )
        .live_attr("aria-describedby", field.described_by())
        .live_attr("aria-invalid", field.invalid())
        .on("change", move |event| {
            let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            let Some(file) = input.as_ref().and_then(HtmlInputElement::files).and_then(|files| files.get(0))
            else {
                return;
            };
            import.is_gone.set(false);
            let answer = async move { send_blob::<LaporSheet>(LAPOR_UPLOAD_PATH, &file).await };
            import.sending.run(
                answer,
                move |sheet| {
                    import.mapping.set(sheet.mapping.clone());
                    import.sheet.set(Some(sheet));
                    focus_on("#lapor-columns");
                },
                || {},
            );
            // The same file may be chosen again after it was mended.
            if let Some(input) = input {
                input.set_value("");
            }
        });
    tag("div")
        .class("form")
        .with(tag("p").with(texts.import_lead))
        .with(frame(field, input))
        .with(tag("p").attr("role", "status").live(move || busy.get().then_some(texts.reading)))
        .with(import.sending.failed())
}

fn read(import: Import, sheet: LaporSheet, entered: impl Fn() + Copy + 'static) -> Part {
    let lang = use_lang();
    let texts = lang.lapor();
    let lead = fill(texts.columns_lead, &[("n", &sheet.rows.to_string())]);
    let unknown = move || {
        let unknown = import.found.with(|found| found.as_ref().map(|found| found.unknown.clone()))?;
        if unknown.is_empty() {
            return None;
        }
        let parts: [Part; 3] = [
            tag("h3").with(texts.words).into(),
            tag("p").with(texts.words_lead).into(),
            words(import.mapping, &unknown).into(),
        ];
        Some(Part::from(parts))
    };
    let found = move || import.found.with(|found| found.as_ref().map(outcome));
    let id = StoredValue::new(sheet.id.clone());
    let send = move |applies: bool| {
        let plan =
            LaporPlan { mapping: import.mapping.get_untracked(), adds: import.adds.get_untracked(), applies };
        let answer = async move {
            call::<PlanLapor>(Call { path: &[&id.get_value()], ..Call::default() }, &plan).await
        };
        import.sending.run(
            answer,
            move |found: LaporOutcome| {
                let is_applied = found.applied;
                import.found.set(Some(found));
                if is_applied {
                    entered();
                }
                focus_on("#lapor-outcome");
            },
            move || {
                import.is_gone.set(true);
                import.sheet.set(None);
                import.found.set(None);
                focus_on("#lapor-import");
            },
        );
    };
    let enter = move || {
        let is_tried = import.found.with(Option::is_some);
        is_tried.then(|| button(Button::Main, texts.enter, import.sending.busy, move || send(true)))
    };
    let ways = tag("div")
        .class("form-ways")
        .live(enter)
        .with(button(Button::Quiet, texts.try_it, import.sending.busy, move || send(false)))
        .with(plain_button(Button::Quiet, texts.another, move || {
            import.sheet.set(None);
            import.found.set(None);
            focus_on("#lapor-import");
        }));
    let parts: [Part; 9] = [
        tag("h3").id("lapor-columns").attr("tabindex", "-1").with(texts.columns).into(),
        tag("p").with(lead).into(),
        sample(&sheet).into(),
        columns(import.mapping, &sheet.columns, import.sending).into(),
        Part::live(unknown),
        switch("lapor-adds", texts.adds, texts.adds_hint, import.adds).into(),
        Part::live(found),
        import.sending.failed(),
        ways.into(),
    ];
    tag("div").class("form").with(parts).into()
}

/// The first rows, as they came.
fn sample(sheet: &LaporSheet) -> Tag {
    let texts = use_lang().lapor();
    let head: Vec<_> =
        sheet.columns.iter().map(|name| tag("th").attr("scope", "col").with(name.as_str())).collect();
    let rows: Vec<_> = sheet
        .sample
        .iter()
        .map(|row| {
            let cells = row.iter().map(|cell| tag("td").with(cell.chars().take(80).collect::<String>()));
            tag("tr").with(cells.collect::<Vec<_>>())
        })
        .collect();
    let table = tag("table")
        .class("table")
        .with(tag("caption").with(texts.sample))
        .with(tag("thead").with(tag("tr").with(head)))
        .with(tag("tbody").with(rows));
    tag("div")
        .class("table-scroll")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", texts.sample)
        .with(table)
}

fn done(import: Import) -> Tag {
    let texts = use_lang().lapor();
    let found = move || import.found.with(|found| found.as_ref().map(outcome));
    tag("div").class("form").live(found).with(plain_button(Button::Quiet, texts.another, move || {
        import.found.set(None);
        import.sheet.set(None);
        focus_on("#lapor-import");
    }))
}
