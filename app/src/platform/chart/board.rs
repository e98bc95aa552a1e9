use std::time::Duration;

use leptos::prelude::*;
use shared::api::GetBoard;
use shared::recap::{Board, Filter};

use crate::platform::net::{Call, Failure, Live, Load, call, live, load};

/// All figures of one moment, kept up with the server.
#[derive(Clone, Copy)]
pub struct LiveBoard {
    /// The figures under the present filter, as soon as there are any.
    pub board: Memo<Option<Board>>,
    /// Why the latest attempt brought none.
    pub failure: Signal<Option<Failure>>,
    /// The stream that tells of changes.
    pub live: Live,
    load: Load<(Filter, Board)>,
}

impl LiveBoard {
    /// Asks again.
    pub fn again(&self) {
        self.load.again();
    }
}

/// Loads the figures under a filter, anew when the filter changes, and when the server has counted something new.
pub fn live_board(filter: Signal<Filter>) -> LiveBoard {
    let load = load(move || {
        let filter = filter.get();
        async move {
            let query = filter.to_query();
            let board = call::<GetBoard>(Call { query: &query, ..Call::default() }, &()).await?;
            Ok((filter, board))
        }
    });
    let live = live();
    follow(live, load);
    let board = Memo::new(move |_| {
        let filter = filter.get();
        // Numbers of another filter would be wrong ones; those of an earlier moment are only old.
        load.value
            .with(|value| value.as_ref().filter(|(of, _)| *of == filter).map(|(_, board)| board.clone()))
    });
    LiveBoard { board, failure: load.failure.into(), live, load }
}

/// Between two questions at least this passes, however fast things change.
const REST: Duration = Duration::from_millis(250);

/// Asks again for what a newer revision may have changed: never while an answer is on its way, or answers would be
/// overtaken for ever while the server is busy; and once for all revisions that came in between.
fn follow(live: Live, load: Load<(Filter, Board)>) {
    let resting = RwSignal::new(false);
    let asked_for = StoredValue::new(None);
    Effect::new(move |was_connected: Option<bool>| {
        let connected = live.connected.get();
        let newest = live.revision.get();
        if load.busy.get() || resting.get() {
            return connected;
        }
        let shown = load.value.with_untracked(|value| value.as_ref().map(|(_, board)| board.revision));
        let is_newer = newest.is_some() && newest > shown && newest != asked_for.get_value();
        let is_back =
            was_connected == Some(false) && connected && load.failure.with_untracked(Option::is_some);
        if is_newer || is_back {
            asked_for.set_value(newest);
            resting.set(true);
            set_timeout(
                move || {
                    resting.try_set(false);
                },
                REST,
            );
            load.again();
        }
        connected
    });
}
