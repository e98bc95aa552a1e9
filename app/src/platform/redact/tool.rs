use leptos::prelude::untrack;
use shared::lang::Lang;
use shared::redact::{Cover, Covers, Extent, Spot, View, Zoom};
use web_sys::Element;

use crate::platform::reactive::RwSignal;
use crate::platform::ui::focus_on;

/// Pixels of the screen that stay free around the picture, so that corners at its edges can be taken hold of.
const MARGIN: f64 = 16.0;
/// The side of a corner's target, in pixels of the screen.
const TARGET: f64 = 44.0;

/// The tool at work on one picture.
#[derive(Clone, Copy)]
pub(super) struct Tool {
    pub(super) lang: Lang,
    /// How large the picture is.
    pub(super) picture: RwSignal<Extent>,
    pub(super) covers: RwSignal<Covers>,
    /// The box that buttons and corners work on.
    pub(super) chosen: RwSignal<Option<usize>>,
    pub(super) zoom: RwSignal<Zoom>,
    /// How many of the screen's pixels one of the picture's takes.
    pub(super) scale: RwSignal<f64>,
    /// Whether a finger moves the picture instead of drawing.
    pub(super) is_panning: RwSignal<bool>,
    /// What is told to those who listen.
    pub(super) said: RwSignal<String>,
    shown: RwSignal<Option<Shown>>,
}

/// The elements that show the picture.
#[derive(Clone)]
pub(super) struct Shown {
    /// The room, which scrolls.
    pub(super) room: Element,
    /// The picture in it.
    pub(super) picture: Element,
}

impl Tool {
    pub(super) fn new(lang: Lang) -> Self {
        Self {
            lang,
            picture: RwSignal::new(Extent::default()),
            covers: RwSignal::new(Covers::default()),
            chosen: RwSignal::new(None),
            zoom: RwSignal::new(Zoom::default()),
            scale: RwSignal::new(1.0),
            is_panning: RwSignal::new(false),
            said: RwSignal::new(String::new()),
            shown: RwSignal::new(None),
        }
    }

    /// Shows the picture in these elements from now on.
    pub(super) fn show_in(self, shown: Shown) {
        self.shown.set(Some(shown));
    }

    /// How large the picture is.
    pub(super) fn extent(self) -> Extent {
        self.picture.get_untracked()
    }

    /// A box's place in words.
    pub(super) fn label(self, index: usize) -> String {
        self.covers.with(|covers| {
            let percent = covers.get(index).map(|cover| cover.percent(self.extent())).unwrap_or_default();
            self.lang.cover_place(index + 1, covers.all().len(), percent)
        })
    }

    /// The side of a corner's target, in the picture's pixels.
    pub(super) fn target(self) -> f64 {
        TARGET / self.scale.get_untracked()
    }

    /// How the picture lies on the screen.
    pub(super) fn view(self) -> View {
        let scale = self.scale.get_untracked();
        let at = self
            .shown
            .with_untracked(|shown| shown.as_ref().map(|shown| shown.picture.get_bounding_client_rect()));
        at.map_or(View { left: 0.0, top: 0.0, scale }, |at| View { left: at.left(), top: at.top(), scale })
    }

    /// Lays the picture out anew: after zooming, and when the window changes. Before the tool is drawn, or once it is
    /// closed, there is nothing to lay out.
    pub(super) fn lay_out(self) {
        let Some(Shown { room, picture }) = self.shown.try_get_untracked().flatten() else { return };
        let inside = Extent {
            width: f64::from(room.client_width()) - 2.0 * MARGIN,
            height: f64::from(room.client_height()) - 2.0 * MARGIN,
        };
        let extent = self.extent();
        let scale = self.zoom.get_untracked().scale(extent, inside);
        for (name, length) in [("width", extent.width), ("height", extent.height)] {
            // Fails for impossible names alone.
            let _ = picture.set_attribute(name, &(length * scale).to_string());
        }
        self.scale.set(scale);
    }

    /// Zooms so that what lies under a point of the screen stays there.
    pub(super) fn zoom_at(self, zoom: Zoom, x: f64, y: f64) {
        self.zoom_on(zoom, self.view().spot(x, y), x, y);
    }

    /// Zooms and brings the chosen box to the middle, or keeps what is there.
    pub(super) fn zoom_to(self, zoom: Zoom) {
        let Some(Shown { room, .. }) = self.shown.get_untracked() else { return };
        let at = room.get_bounding_client_rect();
        let (x, y) = (at.left() + at.width() / 2.0, at.top() + at.height() / 2.0);
        let spot = self.chosen_cover().map_or(self.view().spot(x, y), |(_, cover)| middle(cover));
        self.zoom_on(zoom, spot, x, y);
    }

    fn zoom_on(self, zoom: Zoom, spot: Spot, x: f64, y: f64) {
        self.zoom.set(zoom);
        if zoom.is_whole() {
            self.is_panning.set(false);
        }
        self.lay_out();
        let (right, down) = self.view().scroll(spot, x, y);
        self.scroll(right, down);
    }

    /// Scrolls the picture.
    pub(super) fn scroll(self, right: f64, down: f64) {
        if let Some(Shown { room, .. }) = self.shown.get_untracked() {
            room.scroll_by_with_x_and_y(right, down);
        }
    }

    /// Adds a box around a spot, of a size that a face in a group has.
    pub(super) fn add_at(self, spot: Spot) {
        let extent = self.extent();
        let side = extent.width.min(extent.height) / 4.0 / self.zoom.get_untracked().factor();
        self.add(Cover::around(spot, side, side, extent));
    }

    /// Adds a box in the middle of what is seen.
    pub(super) fn add_in_the_middle(self) {
        let Some(Shown { room, .. }) = self.shown.get_untracked() else { return };
        let at = room.get_bounding_client_rect();
        self.add_at(self.view().spot(at.left() + at.width() / 2.0, at.top() + at.height() / 2.0));
    }

    fn add(self, cover: Cover) {
        let index = self.change(|covers| covers.add(cover));
        self.settle_on(index);
    }

    /// Changes the boxes.
    pub(super) fn change<T>(self, change: impl FnOnce(&mut Covers) -> T) -> T {
        let mut covers = self.covers.get_untracked();
        let outcome = change(&mut covers);
        self.covers.set(covers);
        outcome
    }

    /// The box that buttons work on.
    pub(super) fn chosen_cover(self) -> Option<(usize, Cover)> {
        let index = self.chosen.get_untracked()?;
        Some((index, self.covers.with_untracked(|covers| covers.get(index))?))
    }

    /// Changes the chosen box a little, by steps to the right and down, in its place or in its size.
    pub(super) fn nudge(self, steps: (f64, f64), is_size: bool) {
        let Some((index, cover)) = self.chosen_cover() else { return };
        let extent = self.extent();
        // A hundredth of what is seen.
        let step = extent.width.max(extent.height) / 100.0 / self.zoom.get_untracked().factor();
        let (right, down) = (steps.0 * step, steps.1 * step);
        let next = if is_size { cover.grown(right, down, extent) } else { cover.moved(right, down, extent) };
        self.change(|covers| covers.nudge(index, next));
        self.say(untrack(|| self.label(index)));
    }

    /// Removes the chosen box; the focus goes to the one before, or to the button that adds one.
    pub(super) fn remove_chosen(self) {
        let Some((index, _)) = self.chosen_cover() else { return };
        self.change(|covers| covers.remove(index));
        self.tell_count();
        if self.count() > 0 {
            self.settle_on(index.saturating_sub(1));
        } else {
            self.chosen.set(None);
            focus_on(&["#", ADD].concat());
        }
    }

    /// Undoes or redoes a step.
    pub(super) fn step(self, step: fn(&mut Covers) -> bool) {
        if self.change(step) {
            let count = self.count();
            if self.chosen.get_untracked().is_some_and(|chosen| chosen >= count) {
                self.chosen.set(count.checked_sub(1));
            }
            self.tell_count();
        }
    }

    /// Chooses a box and gives it the focus.
    pub(super) fn settle_on(self, index: usize) {
        self.chosen.set(Some(index));
        focus_on(&["#", &box_id(index)].concat());
    }

    /// How many boxes there are now.
    pub(super) fn count(self) -> usize {
        self.covers.with_untracked(|covers| covers.all().len())
    }

    fn tell_count(self) {
        self.say(self.lang.cover_count(self.count()));
    }

    /// Tells those who listen.
    pub(super) fn say(self, words: String) {
        self.said.set(words);
    }
}

/// The id of the button that adds a box.
pub(super) const ADD: &str = "redact-add";

/// The id of a box.
pub(super) fn box_id(index: usize) -> String {
    ["redact-box-", &index.to_string()].concat()
}

fn middle(cover: Cover) -> Spot {
    Spot { x: cover.left + cover.width / 2.0, y: cover.top + cover.height / 2.0 }
}
