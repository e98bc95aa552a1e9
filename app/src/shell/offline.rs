use leptos::ev;
use leptos::prelude::*;

use crate::platform::dom::{Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::reactive::RwSignal;

/// Says that the connection is gone, for as long as it is.
pub fn offline_notice() -> Tag {
    let offline = RwSignal::new(!window().navigator().on_line());
    let gone = window_event_listener(ev::offline, move |_| offline.set(true));
    let back = window_event_listener(ev::online, move |_| offline.set(false));
    on_cleanup(move || {
        gone.remove();
        back.remove();
    });
    tag("div").class("offline").attr("role", "status").live(move || offline.get().then(offline_line))
}

/// That there is none.
pub fn offline_line() -> Tag {
    tag("p").class("offline-words").with(use_lang().shell().offline_now)
}
