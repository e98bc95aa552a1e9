use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use shared::lang::public::KeptTexts;

use super::draft::Saved;
use super::form::Form;
use super::kept;
use crate::platform::device::{Entry, EntryState, Outbox, Removed, use_outbox};
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::reactive::{Memo, RwSignal, Signal, memo, spawn};
use crate::platform::ui::{Button, Tone, focus_on, notice, plain_button};

/// Finds the list of what is kept.
const SHELF: &str = "#shelf";

/// One thing kept, as it is listed: how far it is on its way moves within the row.
#[derive(Clone, PartialEq)]
struct Row {
    key: String,
    title: String,
    state: EntryState,
}

/// What was removed last, with its name.
type Undo = RwSignal<Option<(String, Removed)>>;

/// What the phone keeps besides what is in the form: drafts, filings that wait, receipts.
pub fn shelf(form: Form) -> Tag {
    let lang = use_lang();
    let texts = lang.kept();
    let (outbox, draft) = (use_outbox(), form.draft);
    let undo: Undo = RwSignal::new(None);
    let rows = memo(move || {
        draft.saved.track();
        let present = draft.known_key();
        let listed = |entries: &Vec<Entry>| {
            let others = entries.iter().filter(|entry| Some(&entry.key) != present.as_ref());
            others.map(|entry| Row::of(entry, texts.untitled)).collect::<Vec<_>>()
        };
        outbox.entries.with(listed)
    });
    let list = move || {
        let rows = rows.get();
        let any = !rows.is_empty();
        let items: Vec<_> = rows.into_iter().map(|entry| row(form, outbox, entry, undo)).collect();
        any.then(|| tag("ul").class("kept-list").with(items))
    };
    let removed = move || {
        undo.get().map(|(title, removed)| {
            let put_back = move || {
                let removed = removed.clone();
                // First, so that the list does not go and come back.
                spawn(async move {
                    outbox.restore(&removed).await;
                    undo.set(None);
                    focus_on(SHELF);
                });
            };
            let words = tag("span").with(["“", &title, "” ", texts.removed].concat());
            let button = plain_button(Button::Quiet, texts.undo, put_back).id("undo");
            tag("p").class("kept-undo").with(words).with(button)
        })
    };
    // Percents would be too much to listen to, and drafts do not move.
    let said = move || {
        rows.with(|rows| rows.iter().filter_map(|row| row.said(texts)).collect::<Vec<_>>().join(". "))
    };
    let is_shown = memo(move || rows.with(|rows| !rows.is_empty()) || undo.with(Option::is_some));
    let shown = move || {
        is_shown.get().then(|| {
            tag("section")
                .class("panel shelf")
                .id("shelf")
                .attr("tabindex", "-1")
                .attr("aria-labelledby", "shelf-name")
                .with(tag("h2").id("shelf-name").with(texts.heading))
                .live(removed)
                .live(list)
        })
    };
    tag("div")
        .class("kept-place")
        .with(tag("p").class("visually-hidden").attr("role", "status").live(said))
        .live(move || draft.was_shared.get().then(|| notice(Tone::Good, tag("p").with(texts.shared))))
        .live(shown)
        .live(present(form, outbox))
}

/// Says that what is in the form is kept too, and lets another one be begun.
fn present(form: Form, outbox: Outbox) -> impl Fn() -> Option<Tag> {
    let texts = use_lang().kept();
    let is_kept = memo(move || form.draft.saved.get() == Saved::Kept);
    let begin = move || {
        kept::put_aside(form.draft, outbox);
        focus_on("h1");
    };
    move || {
        let button = || plain_button(Button::Quiet, texts.another, begin);
        is_kept
            .get()
            .then(|| tag("p").class("kept-present").with(tag("span").with(texts.present)).with(button()))
    }
}

/// Whether the phone has what is in the form; on every step.
pub fn saved_line(form: Form) -> Tag {
    let texts = use_lang().kept();
    let outbox = use_outbox();
    let state = memo(move || (outbox.is_on.get(), form.draft.saved.get()));
    let line = move || -> Part {
        match state.get() {
            (_, Saved::NotYet) => Part::Nothing,
            (true, Saved::Kept) => tag("p").class("kept-saved").with(texts.saved).into(),
            (true, Saved::Failed) => notice(Tone::Warning, tag("p").with(texts.not_saved)).into(),
            (false, _) => tag("p").class("fine").with(texts.switched_off).into(),
        }
    };
    tag("div").attr("role", "status").live(line)
}

impl Row {
    fn of(entry: &Entry, untitled: &str) -> Self {
        let state = match &entry.state {
            EntryState::Sending(_) => EntryState::Sending(0),
            state => state.clone(),
        };
        let title = if entry.title.is_empty() { untitled.to_owned() } else { entry.title.clone() };
        Self { key: entry.key.clone(), title, state }
    }

    /// What is said when it moves.
    fn said(&self, texts: &KeptTexts) -> Option<String> {
        let state = match &self.state {
            EntryState::Draft => return None,
            EntryState::Refused(_) => texts.refused.to_owned(),
            EntryState::Waiting => texts.waiting.to_owned(),
            EntryState::Sending(_) => texts.sending.to_owned(),
            EntryState::Received(code) => [texts.received, " ", code].concat(),
        };
        Some([&self.title, ": ", &state].concat())
    }
}

fn row(form: Form, outbox: Outbox, entry: Row, undo: Undo) -> Tag {
    let lang = use_lang();
    let texts = lang.kept();
    let Row { key, title, state } = entry;
    let named =
        |button: Tag| button.with(tag("span").class("visually-hidden").with([" “", &title, "”"].concat()));
    let open = |look, label| named(plain_button(look, label, opener(form, outbox, key.clone())));
    let remove = || {
        let (key, title) = (key.clone(), title.clone());
        named(plain_button(Button::Quiet, texts.remove, move || {
            let (key, title) = (key.clone(), title.clone());
            spawn(async move {
                if let Some(removed) = outbox.remove(&key).await {
                    undo.set(Some((title, removed)));
                    focus_on("#undo");
                }
            });
        }))
    };
    let ways = match &state {
        EntryState::Draft => vec![open(Button::Quiet, texts.go_on), remove()],
        EntryState::Refused(_) => vec![open(Button::Main, texts.mend), remove()],
        EntryState::Waiting => {
            let send = named(plain_button(Button::Quiet, texts.send_now, move || outbox.send()));
            vec![send, open(Button::Quiet, texts.change)]
        }
        EntryState::Sending(_) => Vec::new(),
        EntryState::Received(_) => vec![open(Button::Main, texts.show_receipt)],
    };
    kept_row(&title, &state, percent_of(outbox, key.clone()).into(), ways)
}

/// Something kept: its title, how far it is, and what can be done about it.
pub fn kept_row(title: &str, state: &EntryState, percent: Signal<u32>, ways: Vec<Tag>) -> Tag {
    let texts = use_lang().kept();
    let state_line = |class: &str, words: String| tag("p").class(class).with(words);
    let state = match state {
        EntryState::Draft => state_line("kept-state", texts.draft.to_owned()),
        EntryState::Refused(message) => {
            state_line("kept-state kept-bad", [texts.refused, ": ", message].concat())
        }
        EntryState::Waiting => state_line("kept-state kept-waiting", texts.waiting.to_owned()),
        EntryState::Sending(_) => on_its_way(percent, title),
        EntryState::Received(code) => {
            state_line("kept-state kept-good", [texts.received, " ", code].concat())
        }
    };
    let words = tag("div").class("kept-words").with(tag("p").class("kept-title").with(title)).with(state);
    tag("li").class("kept-row").with(words).with(tag("div").class("kept-ways").with(ways))
}

/// How much of a filing is there, in hundredths.
fn percent_of(outbox: Outbox, key: String) -> Memo<u32> {
    memo(move || {
        outbox.entries.with(|entries| {
            let found = entries.iter().find(|entry| entry.key == key);
            found.map_or(0, |entry| if let EntryState::Sending(percent) = entry.state { percent } else { 0 })
        })
    })
}

fn on_its_way(percent: Signal<u32>, title: &str) -> Tag {
    let lang = use_lang();
    let bar = tag("progress")
        .class("bar")
        .attr("max", "100")
        .attr("aria-label", title)
        .live_attr("value", move || Some(percent.get().to_string()));
    tag("div").class("kept-state").with(tag("p").live(move || lang.sent(percent.get()))).with(bar)
}

/// Opens a row: a receipt in the form's place, anything else in the form, at the first step that is not yet as it
/// must be.
fn opener(form: Form, outbox: Outbox, key: String) -> impl Fn() {
    let navigate = use_navigate();
    move || {
        let (key, navigate) = (key.clone(), navigate.clone());
        spawn(async move {
            if kept::open(form.draft, outbox, &key).await.is_none() {
                return;
            }
            if form.draft.receipt.with_untracked(Option::is_none) {
                let step = untrack(|| form.first_open());
                navigate(&step.address(), NavigateOptions::default());
            }
            focus_on("h1");
        });
    }
}
