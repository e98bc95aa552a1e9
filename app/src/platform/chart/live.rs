use std::time::Duration;

use leptos::prelude::*;
use shared::lang::{Lang, fill};

use super::taken::Taken;
use crate::platform::dom::{Tag, tag};
use crate::platform::lang::{number, use_lang};
use crate::platform::net::Live;
use crate::platform::reactive::{Memo, RwSignal, memo, watch};

/// Whether the figures follow by themselves just now.
pub fn live_sign(live: Live) -> Tag {
    let texts = use_lang().recap();
    // Revisions come once a second; the words for them stay the same.
    let text = memo(move || match (live.connected.get(), live.revision.with(Option::is_some)) {
        (true, _) => texts.live,
        (false, true) => texts.reconnecting,
        (false, false) => texts.connecting,
    });
    tag("span")
        .class("live-sign")
        .live_class("live-on", move || live.connected.get())
        .with(tag("span").class("live-dot").attr("aria-hidden", "true"))
        .with(tag("span").live(move || text.get()))
}

/// Between two announcements at least this passes: a screen reader that never falls silent is no help.
const SILENCE: Duration = Duration::from_secs(10);

/// Tells screen readers when the figures have changed. It begins with silence: what is there at first is read anyway.
pub fn announcement(board: Memo<Option<Taken>>) -> Tag {
    let lang = use_lang();
    let sentence = memo(move || board.with(|board| board.as_ref().map(|board| say(lang, board))));
    let said = RwSignal::new(String::new());
    let silent = StoredValue::new(false);
    let known = StoredValue::new(None::<String>);
    watch(move || {
        let Some(new) = sentence.get() else { return };
        let is_change = known.with_value(|known| known.as_ref().is_some_and(|known| *known != new));
        known.set_value(Some(new));
        if is_change && !silent.get_value() {
            speak(sentence, said, silent);
        }
    });
    tag("p").class("visually-hidden").attr("role", "status").live(move || said.get())
}

/// Says the present figures, and those of the end of the silence, should they differ.
fn speak(sentence: Memo<Option<String>>, said: RwSignal<String>, silent: StoredValue<bool>) {
    let Some(Some(now)) = sentence.try_get_untracked() else { return };
    said.set(now);
    silent.set_value(true);
    set_timeout(
        move || {
            silent.try_set_value(false);
            let later = sentence.try_get_untracked().flatten();
            if later.is_some() && later != said.try_get_untracked() {
                speak(sentence, said, silent);
            }
        },
        SILENCE,
    );
}

fn say(lang: Lang, board: &Taken) -> String {
    let groups = board.figures.groups;
    let waiting = number(lang, groups.awaiting_disposition + groups.awaiting_follow_up);
    fill(lang.recap().announced, &[("waiting", &waiting), ("n", &number(lang, board.figures.total))])
}
