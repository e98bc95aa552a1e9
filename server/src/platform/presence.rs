//! Who looks at what just now: hints, so that two do not answer the same person. They are this process's alone and are lost with
//! it; what really keeps two changes apart is the version that each rests on.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use jiff::Timestamp;

/// How long somebody counts as looking after they asked last; pages ask again sooner.
const STAYS: Duration = Duration::from_secs(90);
/// Things that are looked at before those are forgotten that nobody looks at any more.
const ROOM: usize = 1_000;

/// Who looks at what.
#[derive(Debug, Default)]
pub struct Presence(Mutex<HashMap<i64, Vec<(i64, Timestamp)>>>);

impl Presence {
    /// Notes that an account looks at something; the other accounts that do.
    pub fn note(&self, thing: i64, account: i64, now: Timestamp) -> Vec<i64> {
        let since = now.checked_sub(STAYS).unwrap_or(Timestamp::MIN);
        let mut looked = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if looked.len() >= ROOM {
            looked.retain(|_, who| who.iter().any(|(_, at)| *at >= since));
        }
        let who = looked.entry(thing).or_default();
        who.retain(|(known, at)| *at >= since && *known != account);
        let others = who.iter().map(|(known, _)| *known).collect();
        who.push((account, now));
        others
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn others_are_seen_for_a_while() {
        let presence = Presence::default();
        let at = |seconds: i64| Timestamp::from_second(1_790_000_000 + seconds).unwrap();
        assert_eq!(presence.note(1, 7, at(0)), [0i64; 0]);
        assert_eq!(presence.note(1, 8, at(10)), [7]);
        assert_eq!(presence.note(2, 8, at(10)), [0i64; 0], "another thing");
        assert_eq!(presence.note(1, 8, at(80)), [7]);
        assert_eq!(presence.note(1, 8, at(91)), [0i64; 0], "the first is gone");
        assert_eq!(presence.note(1, 7, at(92)), [8]);
    }

    #[test]
    fn what_nobody_looks_at_is_forgotten() {
        let presence = Presence::default();
        let at = |seconds: i64| Timestamp::from_second(1_790_000_000 + seconds).unwrap();
        for thing in 0..1_000 {
            presence.note(thing, 1, at(0));
        }
        presence.note(5_000, 1, at(200));
        assert_eq!(presence.0.lock().unwrap().len(), 1);
    }
}
