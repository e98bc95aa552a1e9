use std::rc::Rc;

use leptos::prelude::*;
use shared::complaint::FILES_MAX;
use shared::problem::Problem;
use web_sys::{Event, File, HtmlInputElement};

use super::list::Attachments;
use super::one::State;
use super::row::{Ways, row};
use crate::platform::dom::{Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::reactive::{RwSignal, Signal};
use crate::platform::redact::redact_place;
use crate::platform::ui::{Field, optional, problem_line};

const ACCEPTED: &str = "image/jpeg,image/png,image/webp,application/pdf";

/// Chooses files, and shows how far each is. `changed` hears of every file that comes or goes.
pub fn attachments(field: Field, files: Attachments, changed: impl Fn() + Copy + 'static) -> Tag {
    let lang = use_lang();
    let texts = lang.filing();
    let too_many = RwSignal::new(false);
    let outer = field.problem;
    let field = field.problem(Signal::derive(move || {
        too_many.get().then_some(Problem::TooMany(FILES_MAX as u32)).or_else(|| outer.get())
    }));
    let chosen = move |event: Event| {
        let input: HtmlInputElement = event_target(&event);
        let list = input.files();
        let picked: Vec<File> =
            list.iter().flat_map(|list| (0..list.length()).filter_map(|at| list.get(at))).collect();
        too_many.set(files.take_in(picked));
        changed();
        // So that the same file can be chosen again after it was removed.
        input.set_value("");
    };
    let camera_id = [field.id, "-camera"].concat();
    let hint_id = [field.id, "-hint"].concat();
    let gone = move || {
        too_many.set(false);
        changed();
    };
    let asked = RwSignal::new(None);
    let ways = Ways { files, asked, changed: Rc::new(gone) };
    let rows = move || {
        let rows: Vec<_> = files.all().into_iter().map(|one| row(lang, ways.clone(), one)).collect();
        (!rows.is_empty()).then(|| tag("ul").class("attachments").with(rows))
    };
    let look = move || {
        let has_held = files.all().iter().any(|one| {
            one.content.track();
            one.state.with(|state| *state == State::Waiting) && files.is_held(one)
        });
        has_held.then(|| tag("p").class("attachments-look").with(texts.files_look))
    };
    let hint = field.hint.unwrap_or_default();
    let picker = |id: &str, classes, accepted| {
        let input = tag("input").id(id).class(classes).attr("type", "file").attr("accept", accepted);
        input.on("change", chosen)
    };
    let opener = |id: &str, classes, label| tag("label").class(classes).attr("for", id).with(label);
    let pickers = tag("div")
        .class("pickers")
        .with(picker(&camera_id, "picker picker-camera", "image/*").attr("capture", "environment"))
        .with(opener(&camera_id, "button button-quiet picker-camera-label", texts.take_photo))
        .with(picker(field.id, "picker", ACCEPTED).attr("multiple", "").attr("aria-describedby", &hint_id))
        .with(opener(field.id, "button button-quiet", texts.choose_files));
    tag("fieldset")
        .class("field")
        .live_class("field-bad", move || field.problem.get().is_some())
        .with(tag("legend").class("label").with(field.label).with(optional()))
        .with(tag("p").class("hint").id(&hint_id).with(hint))
        .with(pickers)
        .with(problem_line(field))
        .live(look)
        .live(rows)
        .with(redact_place(asked))
}
