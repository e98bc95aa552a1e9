use js_sys::Reflect;
use leptos::prelude::{AnyView, IntoAny, document};
use wasm_bindgen::JsValue;
use web_sys::{Element, Event};

use super::held::{Held, follow, listen, put};
use super::part::Part;
use super::view::TagView;

const SVG: &str = "http://www.w3.org/2000/svg";

/// An element on its way into the page.
pub struct Tag {
    element: Element,
    held: Vec<Held>,
}

/// An element of HTML.
pub fn tag(name: &str) -> Tag {
    Tag {
        element: document().create_element(name).expect("element names are written here"),
        held: Vec::new(),
    }
}

/// An element of SVG.
pub fn svg(name: &str) -> Tag {
    let element = document().create_element_ns(Some(SVG), name).expect("element names are written here");
    Tag { element, held: Vec::new() }
}

impl Tag {
    /// Sets an attribute.
    pub fn attr(self, name: &str, value: impl AsRef<str>) -> Self {
        write(&self.element, name, Some(value.as_ref()));
        self
    }

    /// Sets an attribute where there is a value.
    pub fn attr_some(self, name: &str, value: Option<impl AsRef<str>>) -> Self {
        write(&self.element, name, value.as_ref().map(AsRef::as_ref));
        self
    }

    /// Sets its classes.
    pub fn class(self, classes: &str) -> Self {
        self.attr("class", classes)
    }

    /// Sets its id.
    pub fn id(self, id: &str) -> Self {
        self.attr("id", id)
    }

    /// An attribute that follows signals; absent while there is none.
    pub fn live_attr(self, name: &'static str, value: impl Fn() -> Option<String> + 'static) -> Self {
        let element = self.element.clone();
        self.follow(Box::new(move || write(&element, name, value().as_deref())))
    }

    /// A class that comes and goes.
    pub fn live_class(self, name: &'static str, is_on: impl Fn() -> bool + 'static) -> Self {
        let classes = self.element.class_list();
        self.follow(Box::new(move || {
            // Fails for impossible names alone.
            let _ = if is_on() { classes.add_1(name) } else { classes.remove_1(name) };
        }))
    }

    /// A property (`value`, `checked`, `selected`) that follows signals. It is written only where it differs, so
    /// that the cursor stays where people type.
    pub fn live_property(self, name: &'static str, value: impl Fn() -> JsValue + 'static) -> Self {
        let element = self.element.clone();
        self.follow(Box::new(move || {
            let (name, value) = (JsValue::from_str(name), value());
            if Reflect::get(&element, &name).as_ref() != Ok(&value) {
                // Setting a property that every such element has does not fail.
                let _ = Reflect::set(&element, &name, &value);
            }
        }))
    }

    /// Listens to an event.
    pub fn on(mut self, event: &str, handler: impl FnMut(Event) + 'static) -> Self {
        self.held.push(listen(&self.element, event, Box::new(handler)));
        self
    }

    /// Listens to presses.
    pub fn on_press(self, mut handler: impl FnMut() + 'static) -> Self {
        self.on("click", move |_| handler())
    }

    /// Listens to a new value of an input, a list or an area.
    pub fn on_value(self, event: &str, mut handler: impl FnMut(String) + 'static) -> Self {
        self.on(event, move |event| handler(value_of(&event)))
    }

    /// Puts something inside, after what is there.
    pub fn with(mut self, part: impl Into<Part>) -> Self {
        put(self.element.as_ref(), None, part.into(), &mut self.held);
        self
    }

    /// Puts something inside that is made anew whenever a signal changes that it reads.
    pub fn live<P: Into<Part>>(self, make: impl Fn() -> P + 'static) -> Self {
        self.with(Part::live(make))
    }

    /// The element as a view of the framework's.
    pub fn any(self) -> AnyView {
        TagView::new(self).into_any()
    }

    pub(super) fn into_parts(self) -> (Element, Vec<Held>) {
        (self.element, self.held)
    }

    fn follow(mut self, run: Box<dyn Fn()>) -> Self {
        self.held.push(follow(run));
        self
    }
}

fn write(element: &Element, name: &str, value: Option<&str>) {
    // Fails for impossible names alone.
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}

fn value_of(event: &Event) -> String {
    let target = event.target().map_or(JsValue::UNDEFINED, JsValue::from);
    Reflect::get(&target, &"value".into()).ok().and_then(|value| value.as_string()).unwrap_or_default()
}
