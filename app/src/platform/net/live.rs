use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use crate::platform::reactive::RwSignal;
use leptos::prelude::*;
use shared::api::STREAM_PATH;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{EventSource, MessageEvent};

/// The ledger's revision, as the server's stream tells it.
#[derive(Clone, Copy)]
pub struct Live {
    /// The latest revision; none until the stream has said one.
    pub revision: RwSignal<Option<i64>>,
    /// Whether the stream is open just now.
    pub connected: RwSignal<bool>,
}

/// How long a stream that the server closed for good rests before it is opened anew.
const REST: Duration = Duration::from_secs(5);

/// Listens to the stream for as long as the current page lives.
pub fn live() -> Live {
    let live = Live::silent();
    live.listen();
    live
}

impl Live {
    /// Nothing is known yet, and nobody listens.
    pub fn silent() -> Self {
        Self { revision: RwSignal::new(None), connected: RwSignal::new(false) }
    }

    /// Listens for as long as the current page lives.
    pub fn listen(self) {
        let Self { revision, connected } = self;
        let current: Rc<RefCell<Option<Stream>>> = Rc::default();
        let left = StoredValue::new(false);
        open(&current, revision, connected, left);
        // Closures of the stream live on this thread alone, as everything in a page does.
        let current = StoredValue::new_local(current);
        on_cleanup(move || {
            left.try_set_value(true);
            current.try_with_value(|current| current.borrow_mut().take());
        });
    }
}

struct Stream {
    source: EventSource,
    _listeners: [Closure<dyn FnMut(MessageEvent)>; 3],
}

impl Drop for Stream {
    fn drop(&mut self) {
        self.source.close();
    }
}

fn open(
    current: &Rc<RefCell<Option<Stream>>>,
    revision: RwSignal<Option<i64>>,
    connected: RwSignal<bool>,
    left: StoredValue<bool>,
) {
    let Ok(source) = EventSource::new(STREAM_PATH) else { return };
    let on_revision = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let number = event.data().as_string().and_then(|text| text.trim().parse().ok());
        if let Some(number) = number {
            revision.set(Some(number));
        }
    });
    let on_open = Closure::<dyn FnMut(MessageEvent)>::new(move |_| {
        connected.set(true);
    });
    let on_error = Closure::<dyn FnMut(MessageEvent)>::new({
        let (current, source) = (current.clone(), source.clone());
        move |_| {
            connected.set(false);
            // The browser goes on by itself after a cut, but not after an answer that was an error.
            if source.ready_state() == EventSource::CLOSED {
                let current = current.clone();
                set_timeout(
                    move || {
                        if left.try_get_value() == Some(false) {
                            open(&current, revision, connected, left);
                        }
                    },
                    REST,
                );
            }
        }
    });
    let listeners = [("revision", on_revision), ("open", on_open), ("error", on_error)];
    for (name, listener) in &listeners {
        let _ = source.add_event_listener_with_callback(name, listener.as_ref().unchecked_ref());
    }
    let stream = Stream { source, _listeners: listeners.map(|(_, listener)| listener) };
    current.borrow_mut().replace(stream);
}
