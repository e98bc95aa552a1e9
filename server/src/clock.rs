//! The only place that asks what time it is, so that tests can say it.

use std::time::{SystemTime, UNIX_EPOCH};
#[cfg(feature = "manual-clock")]
use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use jiff::{Timestamp, civil::Date, tz::Offset};

/// Tells the time. Clones tell the same time.
#[derive(Clone, Debug)]
pub struct Clock(Source);

#[derive(Clone, Debug)]
enum Source {
    System,
    #[cfg(feature = "manual-clock")]
    Manual(Arc<Mutex<Timestamp>>),
}

impl Clock {
    /// The machine's clock.
    pub fn system() -> Self {
        Self(Source::System)
    }

    /// A clock that stands still at `start` until it is moved.
    #[cfg(feature = "manual-clock")]
    pub fn manual(start: Timestamp) -> Self {
        Self(Source::Manual(Arc::new(Mutex::new(start))))
    }

    /// This moment, to the millisecond: what the database keeps is what was said.
    pub fn now(&self) -> Timestamp {
        match &self.0 {
            Source::System => {
                let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
                i64::try_from(since.as_millis())
                    .ok()
                    .and_then(|milliseconds| Timestamp::from_millisecond(milliseconds).ok())
                    .expect("a machine's clock lies before the year 9999")
            }
            #[cfg(feature = "manual-clock")]
            Source::Manual(time) => *time.lock().unwrap_or_else(PoisonError::into_inner),
        }
    }

    /// The local day at a fixed offset from UTC, which is the instance's setting.
    pub fn today(&self, offset: Offset) -> Date {
        offset.to_datetime(self.now()).date()
    }

    /// Moves a manual clock forward. The machine's clock cannot be moved.
    ///
    /// # Panics
    /// On the system clock, and beyond the year 9999.
    #[cfg(feature = "manual-clock")]
    pub fn advance(&self, by: Duration) {
        let later = self.now().checked_add(by).expect("a test stays within the calendar");
        self.set(later);
    }

    /// Sets a manual clock, forward or back.
    ///
    /// # Panics
    /// On the system clock.
    #[cfg(feature = "manual-clock")]
    pub fn set(&self, time: Timestamp) {
        match &self.0 {
            Source::System => panic!("only a manual clock can be set"),
            Source::Manual(manual) => *manual.lock().unwrap_or_else(PoisonError::into_inner) = time,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn system_time_moves_and_is_whole_milliseconds() {
        let clock = Clock::system();
        let now = clock.now();
        assert!(now > Timestamp::from_millisecond(1_700_000_000_000).unwrap());
        assert_eq!(now.as_nanosecond() % 1_000_000, 0);
        assert!(clock.now() >= now);
    }

    #[cfg(feature = "manual-clock")]
    #[test]
    fn the_local_day_begins_at_local_midnight() {
        // 16:00 UTC is midnight in Central Indonesian Time.
        let clock = Clock::manual("2020-06-29T15:59:59Z".parse().unwrap());
        let offset = Offset::constant(8);
        assert_eq!(clock.today(offset), Date::constant(2020, 6, 29));
        clock.clone().advance(Duration::from_secs(1));
        assert_eq!(clock.today(offset), Date::constant(2020, 6, 30));
    }
}
