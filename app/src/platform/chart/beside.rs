use js_sys::Object;
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use shared::api::{Endpoint, GetBoard, STREAM_PATH};
use shared::recap::Filter;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{MessageEvent, Worker};

use super::taken::Taken;
use crate::platform::lang::use_lang;
use crate::platform::net::{Live, Load};
use crate::platform::object::{get, number, set, text};
use crate::platform::reactive::{Signal, watch};

/// Keeps figures up with the server by a worker that asks beside the page. What it cannot bring the page asks for itself.
/// Where browsers have no workers the page listens and asks by itself.
pub fn keep_up(filter: Signal<Filter>, load: Load<(Filter, Taken)>) -> Live {
    let live = Live::silent();
    let Some(worker) = worker() else {
        live.listen();
        return live;
    };
    // What the worker has brought, it need not be told.
    let brought = StoredValue::new(None);
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let said = event.data();
        if let Some(connected) = get(&said, "connected").as_bool() {
            return live.connected.set(connected);
        }
        let present = filter.get_untracked();
        if text(&said, "query") != present.to_query() {
            return;
        }
        match Taken::read(get(&said, "answer")) {
            Some(taken) => {
                let revision = taken.revision;
                brought.set_value(Some(revision));
                load.value.set(Some((present, taken)));
                load.failure.set(None);
                live.revision.set(Some(revision));
            }
            // Newer than what is shown: whoever follows the stream now asks.
            None => live.revision.set(Some(number(&said, "failed") as i64)),
        }
    });
    let owner = Owner::current();
    let on_error = Closure::<dyn FnMut()>::new(move || {
        if let Some(owner) = &owner {
            owner.with(|| live.listen());
        }
    });
    worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
    let lang = use_lang();
    let asked = worker.clone();
    watch(move || {
        // What the page asks for itself, the worker need not ask for as well.
        if load.busy.get() {
            return;
        }
        let query = filter.with(Filter::to_query);
        let shown = load.value.with(|value| value.as_ref().map(|(_, taken)| taken.revision));
        if shown.is_some() && shown == brought.get_value() {
            return;
        }
        let question = Object::new();
        set(&question, "stream", STREAM_PATH);
        set(&question, "board", GetBoard::PATH);
        set(&question, "query", &query);
        set(&question, "lang", lang.tag());
        set(&question, "shown", shown.unwrap_or_default() as f64);
        // Fails for what cannot be copied, which texts and numbers can.
        let _ = asked.post_message(&question);
    });
    let held = SendWrapper::new((worker, on_message, on_error));
    on_cleanup(move || held.0.terminate());
    live
}

/// The worker, whose address the page's script knows.
fn worker() -> Option<Worker> {
    let script = document().query_selector("script[data-follow]").ok().flatten()?;
    // Where browsers have none, making one fails.
    Worker::new(&script.get_attribute("data-follow")?).ok()
}
