use leptos::ev;
use leptos::prelude::*;

use crate::platform::lang::use_lang;

/// Says that the connection is gone, for as long as it is.
pub fn offline_notice() -> AnyView {
    let texts = use_lang().shell();
    let offline = RwSignal::new(!window().navigator().on_line());
    let gone = window_event_listener(ev::offline, move |_| offline.set(true));
    let back = window_event_listener(ev::online, move |_| offline.set(false));
    on_cleanup(move || {
        gone.remove();
        back.remove();
    });
    view! {
        <div class="offline" role="status">
            {move || offline.get().then(|| view! { <p class="offline-words">{texts.offline_now}</p> })}
        </div>
    }
    .into_any()
}
