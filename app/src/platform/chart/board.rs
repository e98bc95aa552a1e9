use std::time::Duration;

use leptos::prelude::*;
use shared::api::GetBoard;
use shared::recap::{Figures, Filter};

use super::beside::keep_up;
use super::taken::Taken;
use crate::platform::device::keep_seen;
use crate::platform::net::{Call, Failure, Live, Load, call_unread, fall_back, load_from};
use crate::platform::reactive::{Memo, RwSignal, Signal, memo, watch};
use crate::platform::served;

/// All figures of one moment, kept up with the server.
#[derive(Clone, Copy)]
pub struct LiveBoard {
    /// The latest figures; while others are on their way, those of the filter before.
    pub board: Memo<Option<Taken>>,
    /// How far they are.
    pub state: Memo<State>,
    /// Why the latest attempt brought none.
    pub failure: RwSignal<Option<Failure>>,
    /// The stream that tells of changes.
    pub live: Live,
    /// When what is not on the screen takes up the latest figures.
    beat: Trigger,
    /// The filter that was asked for last.
    latest: StoredValue<Option<Filter>>,
    load: Load<(Filter, Taken)>,
}

/// How far the figures under the present filter are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// None have arrived since the page was opened.
    Loading,
    /// They are on their way, and those under another filter are still there.
    Changing,
    /// They are there.
    Here,
    /// They did not come.
    Failed,
}

impl LiveBoard {
    /// Asks again.
    pub fn again(&self) {
        // Somebody waits for it.
        self.latest.set_value(None);
        self.load.again();
    }

    /// The headline figures; zeros as long as there are none.
    pub fn figures(&self) -> Memo<Figures> {
        let board = self.board;
        memo(move || board.with(|board| board.as_ref().map(|board| board.figures)).unwrap_or_default())
    }

    /// A part of the latest figures: closely while it is on the screen, and with the beat while it is not. A cheap phone
    /// would draw what nobody sees once a second.
    pub fn part<T: PartialEq + Default>(
        &self,
        near: RwSignal<bool>,
        of: impl Fn(&Taken) -> T + 'static,
    ) -> Memo<T> {
        let (board, beat) = (self.board, self.beat);
        memo(move || {
            let of = |board: &Option<Taken>| board.as_ref().map(&of).unwrap_or_default();
            if near.get() {
                return board.with(of);
            }
            beat.track();
            board.with_untracked(of)
        })
    }
}

/// Between two beats.
const BEAT: Duration = Duration::from_secs(10);

/// Comes every now and then, and before the page is printed, which shows all of it.
fn beat() -> Trigger {
    let beat = Trigger::new();
    let again = move || beat.notify();
    let printing = window_event_listener_untyped("beforeprint", move |_| beat.notify());
    let interval = set_interval_with_handle(again, BEAT).ok();
    on_cleanup(move || {
        printing.remove();
        if let Some(interval) = interval {
            interval.clear();
        }
    });
    beat
}

/// Loads the figures under a filter, anew when the filter changes, and when the server has counted something new.
pub fn live_board(filter: Signal<Filter>) -> LiveBoard {
    let latest = StoredValue::new(None);
    let load = load_from(first(filter), move || {
        let filter = filter.get();
        // Figures under the same filter are there already and move by themselves; they are kept with the beat.
        let before = latest.try_update_value(|latest| latest.replace(filter.clone())).flatten();
        let is_quiet = before.as_ref() == Some(&filter);
        async move {
            let query = filter.to_query();
            let answer = call_unread::<GetBoard>(Call { query: &query, is_quiet, ..Call::default() }).await?;
            // The last figures of all are kept; those of a filter would be one of thousands.
            if query.is_empty() && !is_quiet {
                keep_seen(BOARD, answer.clone());
            }
            Ok((filter, Taken::read(answer).ok_or(Failure::Strange)?))
        }
    });
    fall_back(load, BOARD, move |answer| {
        let all = Filter::default();
        (filter.get_untracked() == all).then(|| Taken::read(answer)).flatten().map(|taken| (all, taken))
    });
    let live = keep_up(filter, load);
    follow(live, load);
    let beat = beat();
    keep(beat, load);
    let board = memo(move || load.value.with(|value| value.as_ref().map(|(_, board)| board.clone())));
    let state = memo(move || {
        let filter = filter.get();
        let is_same = load.value.with(|value| value.as_ref().map(|(of, _)| *of == filter));
        match (is_same, load.failure.with(Option::is_some)) {
            // Old figures stay when newer ones do not come; those of another filter would be wrong ones.
            (Some(true), _) => State::Here,
            (_, true) => State::Failed,
            (Some(false), false) => State::Changing,
            (None, false) => State::Loading,
        }
    });
    LiveBoard { board, state, failure: load.failure, live, beat, latest, load }
}

/// Keeps the last figures of all on the phone, now and then.
fn keep(beat: Trigger, load: Load<(Filter, Taken)>) {
    let kept = StoredValue::new(None);
    watch(move || {
        beat.track();
        load.value.with_untracked(|value| {
            let Some((filter, taken)) = value else { return };
            if *filter == Filter::default() && kept.get_value() != Some(taken.revision) {
                kept.set_value(Some(taken.revision));
                taken.keep(BOARD);
            }
        });
    });
}

/// Under which name the figures are kept, and the page brings them along.
const BOARD: &str = "board";

/// The figures that the page brought along, if they are those of the filter.
fn first(filter: Signal<Filter>) -> Option<(Filter, Taken)> {
    let filter = filter.get_untracked();
    let of = served::take::<String>("filter")?;
    let answer = served::take_value(BOARD)?;
    if of.is_empty() {
        served::keep(BOARD, &answer);
    }
    let taken = Taken::read(answer)?;
    (of == filter.to_query()).then_some((filter, taken))
}

/// Between two questions at least this passes, however fast things change.
const REST: Duration = Duration::from_millis(250);

/// Asks again for what a newer revision may have changed: never while an answer is on its way, or answers would be
/// overtaken for ever while the server is busy; and once for all revisions that came in between.
fn follow(live: Live, load: Load<(Filter, Taken)>) {
    let resting = RwSignal::new(false);
    let asked_for = StoredValue::new(None);
    let was_connected = StoredValue::new(true);
    watch(move || {
        let connected = live.connected.get();
        let newest = live.revision.get();
        if load.busy.get() || resting.get() {
            return;
        }
        let shown = load.value.with_untracked(|value| value.as_ref().map(|(_, board)| board.revision));
        let is_newer = newest.is_some() && newest > shown && newest != asked_for.get_value();
        let is_back = connected && !was_connected.get_value() && load.failure.with_untracked(Option::is_some);
        was_connected.set_value(connected);
        if is_newer || is_back {
            asked_for.set_value(newest);
            resting.set(true);
            set_timeout(
                move || {
                    resting.set(false);
                },
                REST,
            );
            load.again();
        }
    });
}
