use std::rc::Rc;

use leptos::prelude::*;

use super::asked::{Covered, Place};
use super::bars::{box_bar, picture_bar};
use super::keys;
use super::question::{close, open, question};
use super::stage::stage;
use super::tool::{ADD, Tool};
use crate::platform::device::{ObjectUrl, Picture};
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::reactive::{RwSignal, Signal, spawn, spawn_here};
use crate::platform::ui::{Button, Tone, button, focus_on, notice, plain_button, skeleton};

/// How far the photo is.
#[derive(Clone)]
enum Phase {
    Loading,
    Unreadable,
    Open(Rc<Picture>, Rc<ObjectUrl>),
}

/// The tool, over the whole screen.
pub fn redact() -> AnyView {
    let place: Place = expect_context();
    let lang = use_lang();
    let texts = lang.redact();
    let tool = Tool::new(lang);
    let phase = RwSignal::new(Phase::Loading);
    load(place, tool, phase);

    let dialog = tag("dialog").class("redact").attr("aria-labelledby", "redact-name");
    let element = dialog.element();
    open(&element);
    let finish = move |covered: Option<Covered>| {
        close(&element);
        place.close(covered);
    };
    let asking = RwSignal::new(false);
    let leave = {
        let finish = finish.clone();
        move || match tool.count() {
            0 => finish(None),
            _ => asking.set(true),
        }
    };
    let (on_escape, gave_up) = (leave.clone(), finish.clone());
    let answered = StoredValue::new_local(move |is_discarded: bool| {
        asking.set(false);
        if is_discarded {
            gave_up(None);
        }
    });
    let content = move || -> Part {
        match phase.get() {
            Phase::Loading => {
                tag("div").class("redact-wait").with(tag("p").with(texts.loading)).with(skeleton(4)).into()
            }
            Phase::Unreadable => tag("div")
                .class("redact-wait")
                .with(notice(Tone::Bad, tag("p").with(texts.unreadable)))
                .into(),
            Phase::Open(_, url) => [picture_bar(tool), stage(tool, url.as_str()), box_bar(tool)].into(),
        }
    };
    let head = tag("div")
        .class("redact-head")
        .with(tag("h2").id("redact-name").attr("tabindex", "-1").attr("autofocus", "").with(texts.heading))
        .with(tag("p").class("hint").with(texts.lead))
        .with(tag("p").id("redact-keys").class("visually-hidden").with(texts.keys));
    dialog
        .on("cancel", move |event| {
            // Of this dialog: a file picker's own would come from within.
            event.prevent_default();
            on_escape();
        })
        // Browsers close a dialog by themselves when Escape is pressed twice.
        .on("close", move |_| place.close(None))
        .on("keydown", move |event| keys::anywhere(tool, &event))
        .with(head)
        .live(content)
        .with(foot(tool, phase, place.fate(), finish, leave))
        .with(tag("p").class("visually-hidden").attr("role", "status").live(move || tool.said.get()))
        .live(move || {
            let answered = move |is_discarded| answered.with_value(|answered| answered(is_discarded));
            asking.get().then(|| question(lang, answered))
        })
        .any()
}

fn load(place: Place, tool: Tool, phase: RwSignal<Phase>) {
    spawn_here(async move {
        let Some(file) = place.file() else { return };
        let opened = match Picture::open(&file).await {
            Some(picture) => ObjectUrl::of(&file).map(|url| (picture, url)),
            None => None,
        };
        phase.set(match opened {
            Some((picture, url)) => {
                tool.picture.set(picture.extent());
                Phase::Open(Rc::new(picture), Rc::new(url))
            }
            None => Phase::Unreadable,
        });
    });
}

/// The ways out: saving, and leaving everything as it was.
fn foot(
    tool: Tool,
    phase: RwSignal<Phase>,
    fate: Option<&'static str>,
    finish: impl Fn(Option<Covered>) + Clone + 'static,
    leave: impl Fn() + 'static,
) -> Tag {
    let texts = tool.lang.redact();
    let (saving, has_failed) = (RwSignal::new(false), RwSignal::new(false));
    let save = move || {
        let Phase::Open(picture, _) = phase.get_untracked() else { return };
        let covers = tool.covers.with_untracked(|covers| covers.all().to_vec());
        if covers.is_empty() {
            // To where something can be made to save.
            tool.say(texts.none.to_owned());
            focus_on(&["#", ADD].concat());
            return;
        }
        saving.set(true);
        has_failed.set(false);
        let finish = finish.clone();
        spawn(async move {
            match picture.write(&covers).await {
                Some(file) => finish(Some(Covered { file, covers })),
                None => has_failed.set(true),
            }
            saving.set(false);
        });
    };
    let label = Signal::derive(move || if saving.get() { texts.saving } else { texts.save });
    let ways = move || {
        let is_open = phase.with(|phase| matches!(phase, Phase::Open(..)));
        let save = save.clone();
        is_open.then(|| {
            let save = button(Button::Main, label, saving, save);
            save.live_class("redact-nothing", move || tool.covers.with(|covers| covers.all().is_empty()))
        })
    };
    let failed = move || has_failed.get().then(|| notice(Tone::Bad, tag("p").with(texts.no_memory)));
    tag("div")
        .class("redact-foot")
        // The same from the beginning: other words of another length would move the picture under the finger that draws.
        .with(tag("p").class("redact-forever").with(fate.unwrap_or(texts.forever)))
        .live(failed)
        .with(tag("div").class("form-ways").live(ways).with(plain_button(Button::Quiet, texts.cancel, leave)))
}
