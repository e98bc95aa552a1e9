//! Fingers, pens and mice on the picture: one draws, moves or pulls a box, two zoom.

use std::cell::RefCell;
use std::rc::Rc;

use shared::redact::{Cover, Hit, Spot, hit};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, PointerEvent};

use super::tool::Tool;
use crate::platform::dom::Tag;

/// Pixels of the screen that a finger may tremble before a tap becomes a drag.
const SLOP: f64 = 6.0;

/// What the fingers are doing.
#[derive(Clone, Copy, Debug)]
enum Gesture {
    Nothing,
    /// A finger is down where there is no box; if it lifts there, it was a tap.
    Tap {
        from: Spot,
    },
    /// A box is drawn from a spot, or a corner pulled while the one across stays there.
    Pull {
        index: usize,
        fixed: Spot,
    },
    /// A box is moved.
    Move {
        index: usize,
        from: Spot,
        before: Cover,
    },
    /// The picture is moved.
    Pan,
    /// Two fingers; how far apart.
    Pinch {
        apart: f64,
    },
}

/// A finger that is down.
#[derive(Clone, Copy, Debug)]
struct Finger {
    id: i32,
    x: f64,
    y: f64,
}

/// All that are down, and what they are doing.
pub(super) struct Fingers {
    tool: Tool,
    ground: Element,
    down: Vec<Finger>,
    gesture: Gesture,
}

impl Fingers {
    /// Lets fingers work on an element.
    pub(super) fn on(tool: Tool, ground: Tag) -> Tag {
        let element = ground.element();
        let fingers = Self { tool, ground: element, down: Vec::new(), gesture: Gesture::Nothing };
        let fingers = Rc::new(RefCell::new(fingers));
        let heard = |act: fn(&mut Self, Finger)| {
            let fingers = fingers.clone();
            move |event: Event| {
                let Some(event) = event.dyn_ref::<PointerEvent>() else { return };
                // Of a mouse the first button alone.
                if event.button() > 0 {
                    return;
                }
                let (x, y) = (event.client_x().into(), event.client_y().into());
                act(&mut fingers.borrow_mut(), Finger { id: event.pointer_id(), x, y });
            }
        };
        ground
            // The focus goes to what was drawn, moved or pulled, once the finger lifts; not to what lies beneath.
            .on("mousedown", |event| event.prevent_default())
            .on("pointerdown", heard(Self::touch))
            .on("pointermove", heard(Self::go))
            .on("pointerup", heard(Self::lift))
            .on("pointercancel", heard(Self::lose))
    }

    fn touch(&mut self, finger: Finger) {
        // A finger that leaves the picture still draws. Fails for one that is not down any more.
        let _ = self.ground.set_pointer_capture(finger.id);
        self.down.push(finger);
        match self.down.as_slice() {
            [_] => self.begin(finger),
            [one, other] => {
                let apart = apart(*one, *other);
                self.give_up();
                self.gesture = Gesture::Pinch { apart };
            }
            _ => {}
        }
    }

    fn begin(&mut self, finger: Finger) {
        let tool = self.tool;
        if tool.is_panning.get_untracked() {
            self.gesture = Gesture::Pan;
            return;
        }
        let from = tool.view().spot(finger.x, finger.y);
        let chosen = tool.chosen.get_untracked();
        let found = tool.covers.with_untracked(|covers| hit(covers.all(), chosen, from, tool.target()));
        let cover = |index| tool.covers.with_untracked(|covers| covers.get(index));
        self.gesture = match found {
            Hit::Picture => Gesture::Tap { from },
            Hit::Corner(index, corner) => match cover(index) {
                Some(cover) => Gesture::Pull { index, fixed: cover.corner(corner.opposite()) },
                None => Gesture::Nothing,
            },
            Hit::Cover(index) => match cover(index) {
                Some(before) => Gesture::Move { index, from, before },
                None => Gesture::Nothing,
            },
        };
        if let Gesture::Pull { index, .. } | Gesture::Move { index, .. } = self.gesture {
            tool.chosen.set(Some(index));
            tool.change(|covers| covers.begin());
        }
    }

    fn go(&mut self, finger: Finger) {
        let Some(at) = self.down.iter().position(|down| down.id == finger.id) else { return };
        let before = std::mem::replace(&mut self.down[at], finger);
        let tool = self.tool;
        let spot = tool.view().spot(finger.x, finger.y);
        let extent = tool.extent();
        match self.gesture {
            Gesture::Nothing => {}
            Gesture::Tap { from } => {
                let slop = SLOP / tool.scale.get_untracked();
                if (spot.x - from.x).abs().max((spot.y - from.y).abs()) > slop {
                    let index = tool.change(|covers| covers.add(Cover::between(from, spot, extent)));
                    tool.chosen.set(Some(index));
                    self.gesture = Gesture::Pull { index, fixed: from };
                }
            }
            Gesture::Pull { index, fixed } => {
                tool.change(|covers| covers.put(index, Cover::between(fixed, spot, extent)));
            }
            Gesture::Move { index, from, before } => {
                let moved = before.moved(spot.x - from.x, spot.y - from.y, extent);
                tool.change(|covers| covers.put(index, moved));
            }
            Gesture::Pan => tool.scroll(before.x - finger.x, before.y - finger.y),
            Gesture::Pinch { apart: last } => self.pinch(before, finger, last),
        }
    }

    /// Zooms around the middle of both fingers, and moves along with it.
    fn pinch(&mut self, before: Finger, finger: Finger, last: f64) {
        let Some(other) = self.down.iter().find(|down| down.id != finger.id).copied() else { return };
        let now = apart(finger, other);
        let zoom = self.tool.zoom.get_untracked().by(now / last.max(1.0));
        // Of two fingers each moves the middle by half.
        self.tool.scroll((before.x - finger.x) / 2.0, (before.y - finger.y) / 2.0);
        self.tool.zoom_at(zoom, (finger.x + other.x) / 2.0, (finger.y + other.y) / 2.0);
        self.gesture = Gesture::Pinch { apart: now };
    }

    fn lift(&mut self, finger: Finger) {
        self.down.retain(|down| down.id != finger.id);
        match self.gesture {
            Gesture::Tap { from } => self.tool.add_at(from),
            Gesture::Pull { index, .. } | Gesture::Move { index, .. } => {
                self.tool.change(|covers| covers.end());
                self.tool.settle_on(index);
            }
            Gesture::Nothing | Gesture::Pan | Gesture::Pinch { .. } => {}
        }
        self.gesture = Gesture::Nothing;
    }

    /// The browser has taken the finger for something of its own.
    fn lose(&mut self, finger: Finger) {
        self.down.retain(|down| down.id != finger.id);
        self.give_up();
    }

    fn give_up(&mut self) {
        if matches!(self.gesture, Gesture::Pull { .. } | Gesture::Move { .. }) {
            self.tool.change(|covers| covers.give_up());
            let count = self.tool.count();
            if self.tool.chosen.get_untracked().is_some_and(|chosen| chosen >= count) {
                self.tool.chosen.set(None);
            }
        }
        self.gesture = Gesture::Nothing;
    }
}

fn apart(one: Finger, other: Finger) -> f64 {
    (one.x - other.x).hypot(one.y - other.y)
}
