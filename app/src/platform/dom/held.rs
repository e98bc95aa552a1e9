use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::tachys::view::any_view::AnyViewState;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Comment, Element, Event, Node, Text};

use super::part::Part;

/// What must live as long as an element: its effects, its listeners and the views inside. Dropping it ends them.
pub(super) enum Held {
    Effect { _effect: RenderEffect<()> },
    Region { _region: Region },
    Listener { _listener: Listener },
    View { _state: AnyViewState },
}

/// A part that is made anew by an effect, with all that it holds.
pub(super) struct Region {
    _effect: RenderEffect<()>,
    inside: Inside,
}

type Inside = Rc<RefCell<Vec<Held>>>;

/// The framework lets go of an effect's value later than of the signals that were made in it. What is inside must end
/// at once, or its effects would still run once and read signals that have ended.
impl Drop for Region {
    fn drop(&mut self) {
        drop(self.inside.take());
    }
}

/// What listens to one event of an element.
pub(super) struct Listener {
    element: Element,
    event: &'static str,
    closure: Closure<dyn FnMut(Event)>,
}

/// An element that leaves the page while it has the focus is still told that it loses it.
impl Drop for Listener {
    fn drop(&mut self) {
        let callback = self.closure.as_ref().unchecked_ref();
        let _ = self.element.remove_event_listener_with_callback(self.event, callback);
    }
}

/// Listens to an event.
pub(super) fn listen(element: &Element, event: &'static str, handler: Box<dyn FnMut(Event)>) -> Held {
    let closure = Closure::wrap(handler);
    // Adding a listener to an element fails for nothing that can be written here.
    let _ = element.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
    Held::Listener { _listener: Listener { element: element.clone(), event, closure } }
}

/// Runs now and whenever a signal changes that it reads.
pub(super) fn follow(run: Box<dyn Fn()>) -> Held {
    Held::Effect { _effect: RenderEffect::new(move |_| run()) }
}

/// Puts a part in front of a node.
pub(super) fn put(parent: &Node, before: Option<&Node>, part: Part, held: &mut Vec<Held>) {
    match part {
        Part::Nothing => {}
        Part::Text(text) => insert(parent, before, document().create_text_node(&text).as_ref()),
        Part::Tag(tag) => {
            let inside = tag.into_inside();
            insert(parent, before, inside.element.as_ref());
            held.extend(inside.held);
        }
        Part::Many(parts) => {
            for part in parts {
                put(parent, before, part, held);
            }
        }
        Part::View(view) => {
            let mut state = view.build();
            if let Some(parent) = parent.dyn_ref::<Element>() {
                state.mount(parent, before);
            }
            held.push(Held::View { _state: state });
        }
        Part::Live(make) => held.push(region(parent, before, make)),
    }
}

/// A part that is made anew whenever a signal changes that it reads. It stands between two comments, so that
/// neither it nor its neighbours need know of each other.
fn region(parent: &Node, before: Option<&Node>, make: Box<dyn Fn() -> Part>) -> Held {
    let (start, end) = (document().create_comment(""), document().create_comment(""));
    insert(parent, before, start.as_ref());
    insert(parent, before, end.as_ref());
    let inside = Inside::default();
    let held_inside = inside.clone();
    let words: RefCell<Option<Words>> = RefCell::new(None);
    let effect = RenderEffect::new(move |_| {
        // What is dropped first no longer hears of changes.
        drop(held_inside.take());
        // Words hear of nothing, and are mostly followed by other words. A browser that translates the page has put
        // its own in their place.
        let before = words.take().filter(|words| start.next_sibling().as_ref() == Some(words.node.as_ref()));
        match (before, make()) {
            (Some(before), Part::Text(text)) => {
                if before.text != text {
                    before.node.set_data(&text);
                }
                words.replace(Some(Words { text, ..before }));
            }
            (_, part) => {
                clear(&start, &end);
                let Some(parent) = end.parent_node() else { return };
                if let Part::Text(text) = part {
                    let node = document().create_text_node(&text);
                    insert(&parent, Some(end.as_ref()), node.as_ref());
                    words.replace(Some(Words { node, text }));
                } else {
                    let mut held = Vec::new();
                    put(&parent, Some(end.as_ref()), part, &mut held);
                    held_inside.replace(held);
                }
            }
        }
    });
    Held::Region { _region: Region { _effect: effect, inside } }
}

/// Words that are all there is of a part.
struct Words {
    node: Text,
    text: String,
}

/// Removes everything between two comments.
fn clear(start: &Comment, end: &Comment) {
    while let Some(node) = start.next_sibling().filter(|node| node != end.as_ref() as &Node) {
        if let Some(parent) = node.parent_node() {
            let _ = parent.remove_child(&node);
        }
    }
}

fn insert(parent: &Node, before: Option<&Node>, node: &Node) {
    // Fails only for a node that would hold itself.
    let _ = parent.insert_before(node, before);
}
