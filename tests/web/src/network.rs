use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use js_sys::{Function, Promise, Reflect, Uint8Array};
use leptos::prelude::window;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{Request, Response, ResponseInit};

/// A request that a part has made.
#[derive(Clone)]
pub struct Asked {
    request: Request,
}

impl Asked {
    /// Its method.
    pub fn method(&self) -> String {
        self.request.method()
    }

    /// Its path and query.
    pub fn address(&self) -> String {
        let url = self.request.url();
        let path = url.splitn(4, '/').nth(3).unwrap_or_default();
        format!("/{path}")
    }

    /// One of its headers.
    pub fn header(&self, name: &str) -> Option<String> {
        self.request.headers().get(name).ok().flatten()
    }

    /// Its body.
    pub async fn body(&self) -> Vec<u8> {
        let read = self.request.array_buffer().expect("the body was not read before");
        Uint8Array::new(&JsFuture::from(read).await.expect("the body can be read")).to_vec()
    }

    /// Whether it was given up.
    pub fn is_aborted(&self) -> bool {
        self.request.signal().aborted()
    }
}

/// The end of the wire: keeps what is asked and gives the answers that were laid ready, in order. The browser's own
/// `fetch` is back when it is dropped.
pub struct Network {
    asked: Rc<RefCell<Vec<Asked>>>,
    fetch: JsValue,
    _closure: Closure<dyn FnMut(Request) -> Promise>,
}

/// An answer with a status and a body.
pub fn answer(status: u16, body: &str) -> Option<Response> {
    let init = ResponseInit::new();
    init.set_status(status);
    Some(Response::new_with_opt_str_and_init(Some(body), &init).expect("the status is one"))
}

impl Network {
    /// Answers in order; `None` is a connection that fails, and after the last one every request stays unanswered.
    pub fn answering(answers: impl IntoIterator<Item = Option<Response>>) -> Self {
        let mut answers: VecDeque<Option<Response>> = answers.into_iter().collect();
        let asked: Rc<RefCell<Vec<Asked>>> = Rc::default();
        let kept = asked.clone();
        let closure = Closure::<dyn FnMut(Request) -> Promise>::new(move |request: Request| {
            let copy = Request::clone(&request).expect("an unread request can be copied");
            kept.borrow_mut().push(Asked { request: copy });
            match answers.pop_front() {
                Some(Some(response)) => Promise::resolve(&JsValue::from(response)),
                Some(None) => {
                    future_to_promise(async { Err(js_sys::TypeError::new("Failed to fetch").into()) })
                }
                None => Promise::new(&mut |_, _| {}),
            }
        });
        let name = JsValue::from_str("fetch");
        let fetch = Reflect::get(&window(), &name).expect("browsers have it");
        let function: &Function = closure.as_ref().unchecked_ref();
        Reflect::set(&window(), &name, function).expect("it can be replaced");
        Self { asked, fetch, _closure: closure }
    }

    /// What has been asked so far.
    pub fn asked(&self) -> Vec<Asked> {
        self.asked.borrow().clone()
    }
}

impl Drop for Network {
    fn drop(&mut self) {
        Reflect::set(&window(), &JsValue::from_str("fetch"), &self.fetch).expect("it can be replaced");
    }
}
