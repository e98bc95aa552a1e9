use shared::redact::Covers;
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};

use super::tool::Tool;

/// How many steps a key goes with Shift.
const FAR: f64 = 5.0;

/// Keys on a box: arrows move it, or change its size with Alt or Ctrl; Delete removes it.
pub(super) fn on_box(tool: Tool, event: &Event) {
    let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
    let far = if event.shift_key() { FAR } else { 1.0 };
    let is_size = event.alt_key() || event.ctrl_key();
    match event.key().as_str() {
        "ArrowLeft" => tool.nudge((-far, 0.0), is_size),
        "ArrowRight" => tool.nudge((far, 0.0), is_size),
        "ArrowUp" => tool.nudge((0.0, -far), is_size),
        "ArrowDown" => tool.nudge((0.0, far), is_size),
        "Delete" | "Backspace" => tool.remove_chosen(),
        _ => return,
    }
    // Else the picture would scroll, or the browser would go back a page.
    event.prevent_default();
}

/// Keys anywhere in the tool: undoing and redoing as everywhere else.
pub(super) fn anywhere(tool: Tool, event: &Event) {
    let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
    if !(event.ctrl_key() || event.meta_key()) {
        return;
    }
    match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
        ("z", false) => tool.step(Covers::undo),
        ("z", true) | ("y", _) => tool.step(Covers::redo),
        _ => return,
    }
    event.prevent_default();
}
