use leptos::prelude::*;
use shared::chart::{Frame, Px};
use web_sys::Element;

use crate::platform::reactive::{Memo, memo, watch};

/// Before the first measure: a phone.
const FIRST: Frame = Frame { width: Px::new(328), font: Px::new(13) };

/// The space that a chart has in an element, measured anew when the window changes. Charts are laid out in
/// real pixels, so that their text stays as large on a phone as the reader has set it.
pub fn frame_of(place: Element) -> Memo<Frame> {
    let changed = Trigger::new();
    let listener = window_event_listener(leptos::ev::resize, move |_| changed.notify());
    on_cleanup(move || listener.remove());
    // An element has no width until it is in the page. It mostly is when effects run, and the first paint is right;
    // it surely is with the next frame.
    watch(move || {
        changed.notify();
        request_animation_frame(move || changed.notify());
    });
    memo(move || {
        changed.track();
        measure(&place).unwrap_or(FIRST)
    })
}

fn measure(place: &Element) -> Option<Frame> {
    let width = Some(place.client_width()).filter(|width| *width > 0)?;
    let size = window().get_computed_style(place).ok()??.get_property_value("font-size").ok()?;
    // `13px` or `13.3px`; tenths of a letter's size make no difference here.
    let font = size.split(['.', 'p']).next()?.parse().ok()?;
    Some(Frame { width: Px::new(width), font: Px::new(font) })
}
