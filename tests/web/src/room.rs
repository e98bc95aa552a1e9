use std::any::Any;

use app::platform::dom::{Part, tag};
use leptos::prelude::*;
use leptos::task::tick;
use leptos_router::components::Router;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventInit, HtmlElement, HtmlInputElement};

/// A place in the page with something mounted in it; both go when it is dropped.
pub struct Room {
    /// What it was mounted in.
    pub place: HtmlElement,
    mounted: Option<Box<dyn Any>>,
}

impl Room {
    /// Mounts a part, 640 pixels wide and with a router around it, and waits until its effects have run.
    pub async fn with<P: Into<Part>>(part: impl FnOnce() -> P + Send + 'static) -> Self {
        let place: HtmlElement =
            document().create_element("div").expect("div is a name").dyn_into().expect("divs are HTML");
        place.set_attribute("style", "width: 640px; font-size: 13px").expect("style is a name");
        document().body().expect("the page has a body").append_child(&place).expect("the body takes it");
        let mounted = mount_to(place.clone(), move || {
            view! { <Router>{tag("div").with(part()).any()}</Router> }
        });
        let room = Self { place, mounted: Some(Box::new(mounted)) };
        settle().await;
        room
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        drop(self.mounted.take());
        self.place.remove();
    }
}

/// Lets everything that follows a change happen.
pub async fn settle() {
    for _ in 0..4 {
        tick().await;
    }
}

/// Types a whole value into a field.
pub async fn type_into(field: &Element, value: &str) {
    let property = wasm_bindgen::JsValue::from_str("value");
    js_sys::Reflect::set(field, &property, &value.into()).expect("fields have a value");
    happen(field, "input").await;
}

/// Chooses what stands in a list, or turns a radio button or switch.
pub async fn choose(field: &Element, value: &str) {
    match field.dyn_ref::<HtmlInputElement>() {
        Some(input) => input.set_checked(value != "off"),
        None => {
            let property = wasm_bindgen::JsValue::from_str("value");
            js_sys::Reflect::set(field, &property, &value.into()).expect("lists have a value");
        }
    }
    happen(field, "change").await;
}

/// Leaves a field.
pub async fn leave(field: &Element) {
    happen(field, "blur").await;
}

/// Presses a button.
pub async fn press(button: &Element) {
    button.dyn_ref::<HtmlElement>().expect("buttons are HTML").click();
    settle().await;
}

async fn happen(element: &Element, kind: &str) {
    let init = EventInit::new();
    init.set_bubbles(kind != "blur");
    let event = Event::new_with_event_init_dict(kind, &init).expect("the kind is a name");
    element.dispatch_event(&event).expect("nothing throws");
    settle().await;
}
