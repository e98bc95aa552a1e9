use leptos::prelude::{expect_context, untrack};
use leptos_router::hooks::use_navigate;
use shared::calendar::Day;
use shared::complaint::Class;
use shared::region::Point;

use super::FormParts;
use super::draft::Draft;
use super::form::Form;
use super::sector;
use super::send::{Sending, send};
use super::shelf::saved_line;
use super::similar::similar;
use super::step::Step;
use super::stepper::{back, stepper};
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::{day_long, use_lang};
use crate::platform::reactive::{RwSignal, Signal};
use crate::platform::settings::use_meta;
use crate::platform::ui::{Button, Tone, button, late_part, notice, page_heading};

/// Everything once more, with ways back, and the button that sends.
pub fn review(form: Form) -> Part {
    let lang = use_lang();
    let texts = lang.filing();
    let sections = Step::ALL.into_iter().filter(|step| *step != Step::Review);
    let sections = sections.map(|step| section(form.draft, step)).collect::<Vec<_>>();
    let sending = Sending::new();
    let navigate = use_navigate();
    let label = Signal::derive(move || {
        if sending.waits_for_files.get() {
            texts.files_pending
        } else if sending.busy.get() {
            texts.sending
        } else {
            texts.send
        }
    });
    let failed = move || {
        sending.failure.get().map(|failure| {
            let words = [tag("p").with(failure.sentence(lang)), tag("p").with(texts.not_sent)];
            notice(Tone::Bad, words)
        })
    };
    let send = button(Button::Main, label, sending.busy, move || send(form, sending, navigate.clone()));
    let parts: [Part; 9] = [
        stepper(Step::Review).into(),
        page_heading(texts.review_heading.to_owned()).into(),
        tag("p").class("lead").with(texts.review_lead).into(),
        similar(form.draft),
        tag("div").class("review").with(sections).into(),
        tag("p").class("fine").with(texts.purpose).into(),
        Part::live(failed),
        tag("div").class("form-ways").with(send).with(back(Step::Review)).into(),
        saved_line(form).into(),
    ];
    parts.into()
}

fn section(draft: Draft, step: Step) -> Tag {
    let name = use_lang().filing().steps[step.index()];
    review_section(name, &step.address(), rows(draft, step))
}

/// What was filled in at one step, and the way back to it.
pub fn review_section(name: &str, address: &str, rows: Vec<(&'static str, Part)>) -> Tag {
    let texts = use_lang().filing();
    // Where a step asks one thing, its heading says what.
    let label_class = if rows.len() == 1 { "visually-hidden" } else { "" };
    let row = |(label, value): (&str, Part)| {
        let label = tag("dt").class(label_class).with(label);
        tag("div").class("review-row").with(label).with(tag("dd").with(value))
    };
    let rows: Vec<_> = rows.into_iter().map(row).collect();
    let change = tag("a")
        .class("review-change")
        .attr("href", address)
        .with(texts.change)
        .with(tag("span").class("visually-hidden").with([" ", name].concat()));
    let head =
        tag("div").class("review-head").with(tag("h2").class("review-heading").with(name)).with(change);
    tag("section").class("review-section").with(head).with(tag("dl").class("review-rows").with(rows))
}

/// What was said in a step, each with its label.
fn rows(draft: Draft, step: Step) -> Vec<(&'static str, Part)> {
    if step == Step::Files {
        let parts: FormParts = expect_context();
        return vec![(use_lang().filing().files, late_part(parts.attached))];
    }
    said(draft, step).into_iter().map(|(label, value)| (label, value.into())).collect()
}

fn said(draft: Draft, step: Step) -> Vec<(&'static str, String)> {
    let lang = use_lang();
    let texts = lang.filing();
    let text = |signal: RwSignal<String>| {
        let text = signal.get_untracked();
        if text.trim().is_empty() { texts.not_given.to_owned() } else { text }
    };
    let on = |is_on: bool| (if is_on { texts.on } else { texts.off }).to_owned();
    match step {
        Step::Class => {
            let class = draft.class.with_untracked(|class| class.parse::<Class>());
            vec![(texts.class, class.map(|class| lang.class(class)).unwrap_or_default().to_owned())]
        }
        Step::What => {
            let day = draft.event_date.with_untracked(|raw| Day::parse(raw));
            let day = day.map_or(texts.not_given.to_owned(), |day| day_long(lang, day));
            let mut rows = vec![(texts.title, text(draft.title)), (texts.content, text(draft.content))];
            if untrack(|| draft.has_day()) {
                rows.push((texts.event_date, day));
            }
            rows
        }
        Step::Place => vec![
            (texts.place_label, region_names(draft).unwrap_or(texts.not_given.to_owned())),
            (
                texts.position_label,
                draft.point.get_untracked().map_or(texts.not_given.to_owned(), Point::written),
            ),
            (texts.place_words, text(draft.place)),
        ],
        Step::Sector => {
            let chosen = draft.sector.get_untracked();
            let meta = use_meta();
            let known = meta.sectors.iter().find(|sector| sector.key == chosen);
            vec![(
                texts.sector,
                known.map_or(texts.sector_unknown.to_owned(), |known| sector::name(lang, known)),
            )]
        }
        Step::Protection => vec![
            (texts.officials_label, on(draft.officials.with_untracked(|answer| answer == "yes"))),
            (texts.anonymous, on(draft.anonymous.get_untracked())),
            (texts.confidential, on(draft.confidential.get_untracked())),
            (texts.name, text(draft.name)),
            (texts.phone, text(draft.phone)),
            (texts.email, text(draft.email)),
        ],
        Step::Files | Step::Review => Vec::new(),
    }
}

/// From the village up to the regency. The smaller regions' names were seen when they were chosen.
fn region_names(draft: Draft) -> Option<String> {
    let names = draft.region_names.get_untracked();
    let named: Vec<&str> = names.iter().rev().map(String::as_str).filter(|name| !name.is_empty()).collect();
    (!named.is_empty()).then(|| named.join(", "))
}
