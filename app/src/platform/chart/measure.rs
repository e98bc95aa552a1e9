use leptos::prelude::*;
use shared::chart::{Frame, Px};
use web_sys::Element;

/// Before the first measure: a phone.
const FIRST: Frame = Frame { width: Px::new(328), font: Px::new(13) };

/// The space that a chart has in the element of an id, measured anew when the window changes. Charts are laid out in
/// real pixels, so that their text stays as large on a phone as the reader has set it.
pub fn frame_of(place: String) -> Memo<Frame> {
    let changed = Trigger::new();
    let listener = window_event_listener(leptos::ev::resize, move |_| changed.notify());
    on_cleanup(move || listener.remove());
    // An element has no width until it is in the page, which it is when effects run; the first paint is right.
    Effect::new(move |_| changed.notify());
    Memo::new(move |before: Option<&Frame>| {
        changed.track();
        let before = before.copied().unwrap_or(FIRST);
        document().get_element_by_id(&place).map_or(before, |place| measure(&place, before))
    })
}

fn measure(place: &Element, before: Frame) -> Frame {
    let width = place.client_width();
    if width == 0 {
        return before;
    }
    let style = window().get_computed_style(place).ok().flatten();
    let size = style.and_then(|style| style.get_property_value("font-size").ok());
    let whole = size.and_then(|size| size.split(['.', 'p']).next().and_then(|pixels| pixels.parse().ok()));
    Frame { width: Px::new(width), font: whole.map_or(before.font, Px::new) }
}
