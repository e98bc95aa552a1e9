use super::draft::Draft;
use crate::platform::device::{EntryState, use_outbox};
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::reactive::{Memo, RwSignal, Signal, memo, spawn};
use crate::platform::ui::{Button, Tone, focus_on, notice, plain_button, switch_bound};

/// What is asked before anything is wiped.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asking {
    Nothing,
    /// Wiping alone.
    Wipe,
    /// Keeping nothing more.
    SwitchOff,
}

/// Lets people decide whether this phone keeps anything, and wipe what it keeps.
pub fn storing(draft: Draft) -> Tag {
    let texts = use_lang().kept();
    let outbox = use_outbox();
    let asking = RwSignal::new(Asking::Nothing);
    let worked: RwSignal<Option<bool>> = RwSignal::new(None);
    let ask = move |what| {
        worked.set(None);
        asking.set(what);
        focus_on("#wipe");
    };
    // While it asks the switch shows what was asked for, and afterwards what came of it.
    let is_on = Signal::derive(move || outbox.is_on.get() && asking.get() != Asking::SwitchOff);
    let turned = move |is_on| match is_on {
        true => {
            asking.set(Asking::Nothing);
            worked.set(None);
            spawn(async move {
                outbox.switch(true).await;
            });
        }
        false => ask(Asking::SwitchOff),
    };
    let done = move |is_meant: bool| {
        let what = asking.get_untracked();
        asking.set(Asking::Nothing);
        focus_on("#wipe-all");
        if is_meant {
            spawn(async move {
                let is_done = match what {
                    Asking::SwitchOff => outbox.switch(false).await,
                    _ => {
                        draft.clear();
                        outbox.wipe().await
                    }
                };
                worked.set(Some(is_done));
            });
        }
    };
    let is_asking = memo(move || asking.get() != Asking::Nothing);
    // From the first thing kept, which is what there is to decide about, and then for good: what was done is said here.
    let is_shown = Memo::new(move |before: Option<&bool>| {
        let is_touched = !outbox.is_on.get() || outbox.entries.with(|entries| !entries.is_empty());
        before.copied().unwrap_or_default() || is_touched
    });
    let content = move || {
        let told = move || {
            worked.get().map(|is_done| match is_done {
                true => notice(Tone::Good, tag("p").with(texts.wiped)),
                false => notice(Tone::Bad, tag("p").with(texts.not_wiped)),
            })
        };
        let wipe = plain_button(Button::Quiet, texts.wipe, move || ask(Asking::Wipe)).id("wipe-all");
        tag("details")
            .class("kept-storing")
            .with(tag("summary").with(texts.storing))
            .with(tag("div").class("switches").with(switch_bound(
                "storing",
                texts.keep,
                texts.keep_hint,
                is_on,
                turned,
            )))
            .with(tag("p").with(wipe))
            .live(move || is_asking.get().then(|| confirm(done)))
            .with(tag("div").attr("role", "status").live(told))
    };
    tag("div").class("kept-place").live(move || is_shown.get().then(content))
}

/// What would be lost, and the two ways on.
fn confirm(done: impl Fn(bool) + Copy + 'static) -> Tag {
    let texts = use_lang().kept();
    let outbox = use_outbox();
    let unsent: Part = outbox.entries.with_untracked(|entries| {
        let waiting = entries
            .iter()
            .filter(|entry| matches!(entry.state, EntryState::Waiting | EntryState::Sending(_)))
            .map(|entry| tag("li").with(entry.title.as_str()))
            .collect::<Vec<_>>();
        let any = !waiting.is_empty();
        any.then(|| {
            let parts: [Part; 2] = [tag("p").with(texts.wipe_unsent).into(), tag("ul").with(waiting).into()];
            Part::from(parts)
        })
        .into()
    });
    let ways = tag("div")
        .class("form-ways")
        .with(plain_button(Button::Danger, texts.wipe_now, move || done(true)))
        .with(plain_button(Button::Quiet, texts.wipe_not, move || done(false)));
    tag("section")
        .class("panel panel-danger")
        .id("wipe")
        .attr("tabindex", "-1")
        .attr("aria-labelledby", "wipe-name")
        .with(tag("h2").id("wipe-name").with(texts.wipe_heading))
        .with(tag("p").with(texts.wipe_lead))
        .with(unsent)
        .with(ways)
}
