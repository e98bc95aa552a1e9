use js_sys::Reflect;
use leptos::prelude::{AnyView, IntoAny, document};
use wasm_bindgen::JsValue;
use web_sys::{Element, Event};

use super::held::{Held, follow, listen, put};
use super::part::Part;
use super::view::TagView;

const SVG: &str = "http://www.w3.org/2000/svg";

/// An element on its way into the page. Behind a pointer, so that handing it from call to call costs nothing.
pub struct Tag(Box<Inside>);

pub(super) struct Inside {
    pub(super) element: Element,
    pub(super) held: Vec<Held>,
}

/// An element of HTML.
pub fn tag(name: &str) -> Tag {
    begin(document().create_element(name).expect("element names are written here"))
}

/// An element of SVG.
pub fn svg(name: &str) -> Tag {
    begin(document().create_element_ns(Some(SVG), name).expect("element names are written here"))
}

/// What the server wrote, in a place of its own. It passes the gate for HTML, which lets nothing through that runs.
pub fn written(html: &str) -> Tag {
    let place = tag("div");
    place.element().set_inner_html(html);
    place
}

/// An element that is there already.
pub fn adopted(element: Element) -> Tag {
    begin(element)
}

fn begin(element: Element) -> Tag {
    Tag(Box::new(Inside { element, held: Vec::new() }))
}

// What is not generic is kept out of line: hundreds of calls share it.
impl Tag {
    /// The element itself, for what measures or draws into it.
    pub fn element(&self) -> Element {
        self.0.element.clone()
    }

    /// Sets an attribute.
    pub fn attr(self, name: &str, value: impl AsRef<str>) -> Self {
        self.write(name, value.as_ref())
    }

    #[inline(never)]
    fn write(self, name: &str, value: &str) -> Self {
        write(&self.0.element, name, Some(value));
        self
    }

    /// Sets an attribute where there is a value.
    pub fn attr_some(self, name: &str, value: Option<impl AsRef<str>>) -> Self {
        match value {
            Some(value) => self.write(name, value.as_ref()),
            None => self,
        }
    }

    /// Sets its classes.
    #[inline(never)]
    pub fn class(self, classes: &str) -> Self {
        self.write("class", classes)
    }

    /// Sets its id.
    #[inline(never)]
    pub fn id(self, id: &str) -> Self {
        self.write("id", id)
    }

    /// An attribute that follows signals; absent while there is none.
    pub fn live_attr(self, name: &'static str, value: impl Fn() -> Option<String> + 'static) -> Self {
        self.follow_attr(name, Box::new(value))
    }

    #[inline(never)]
    fn follow_attr(self, name: &'static str, value: Box<dyn Fn() -> Option<String>>) -> Self {
        let element = self.0.element.clone();
        self.follow(Box::new(move || write(&element, name, value().as_deref())))
    }

    /// A class that comes and goes.
    pub fn live_class(self, name: &'static str, is_on: impl Fn() -> bool + 'static) -> Self {
        self.follow_class(name, Box::new(is_on))
    }

    #[inline(never)]
    fn follow_class(self, name: &'static str, is_on: Box<dyn Fn() -> bool>) -> Self {
        let classes = self.0.element.class_list();
        self.follow(Box::new(move || {
            let is_on = is_on();
            // Written again, even the same would have styles computed anew.
            if is_on != classes.contains(name) {
                // Fails for impossible names alone.
                let _ = if is_on { classes.add_1(name) } else { classes.remove_1(name) };
            }
        }))
    }

    /// A property (`value`, `checked`, `selected`) that follows signals. It is written only where it differs, so
    /// that the cursor stays where people type.
    pub fn live_property(self, name: &'static str, value: impl Fn() -> JsValue + 'static) -> Self {
        self.follow_property(name, Box::new(value))
    }

    #[inline(never)]
    fn follow_property(self, name: &'static str, value: Box<dyn Fn() -> JsValue>) -> Self {
        let element = self.0.element.clone();
        self.follow(Box::new(move || {
            let (name, value) = (JsValue::from_str(name), value());
            if Reflect::get(&element, &name).as_ref() != Ok(&value) {
                // Setting a property that every such element has does not fail.
                let _ = Reflect::set(&element, &name, &value);
            }
        }))
    }

    /// Listens to an event.
    pub fn on(self, event: &'static str, handler: impl FnMut(Event) + 'static) -> Self {
        self.listen(event, Box::new(handler))
    }

    #[inline(never)]
    fn listen(mut self, event: &'static str, handler: Box<dyn FnMut(Event)>) -> Self {
        let held = listen(&self.0.element, event, handler);
        self.0.held.push(held);
        self
    }

    /// Listens to presses.
    pub fn on_press(self, mut handler: impl FnMut() + 'static) -> Self {
        self.on("click", move |_| handler())
    }

    /// Listens to a new value of an input, a list or an area.
    pub fn on_value(self, event: &'static str, handler: impl FnMut(String) + 'static) -> Self {
        self.listen_value(event, Box::new(handler))
    }

    #[inline(never)]
    fn listen_value(self, event: &'static str, mut handler: Box<dyn FnMut(String)>) -> Self {
        self.on(event, move |event| handler(value_of(&event)))
    }

    /// Puts something inside, after what is there.
    pub fn with(self, part: impl Into<Part>) -> Self {
        self.put(part.into())
    }

    #[inline(never)]
    fn put(mut self, part: Part) -> Self {
        let Inside { element, held } = &mut *self.0;
        put(element, None, part, held);
        self
    }

    /// Puts something inside that is made anew whenever a signal changes that it reads.
    pub fn live<P: Into<Part>>(self, make: impl Fn() -> P + 'static) -> Self {
        self.put(Part::live(make))
    }

    /// The element as a view of the framework's.
    #[inline(never)]
    pub fn any(self) -> AnyView {
        TagView::new(self).into_any()
    }

    pub(super) fn into_inside(self) -> Inside {
        *self.0
    }

    #[inline(never)]
    fn follow(mut self, run: Box<dyn Fn()>) -> Self {
        self.0.held.push(follow(run));
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
