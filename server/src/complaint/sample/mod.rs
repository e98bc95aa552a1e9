//! Closed cases that somebody outside the agency checks: which ones, by whom, and with what outcome.

mod store;

use jiff::Timestamp;
use sha2::{Digest, Sha256};

pub use self::store::{ask, draw, settle};

/// Whether a case that closes now is one of so many of a hundred. Nobody of an agency closes a case, so nobody whose work
/// may be checked chooses the moment that decides.
pub(super) fn is_drawn(percent: u8, id: i64, at: Timestamp) -> bool {
    let mut hash = Sha256::new();
    hash.update(id.to_be_bytes());
    hash.update(at.as_millisecond().to_be_bytes());
    let hash = hash.finalize();
    u16::from_be_bytes([hash[0], hash[1]]) % 100 < u16::from(percent)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_many_are_drawn_as_the_setting_says() {
        let drawn = |percent| {
            let at =
                |millisecond| Timestamp::from_millisecond(1_790_000_000_000 + millisecond * 7_919).unwrap();
            (0..10_000).filter(|number| is_drawn(percent, number % 97, at(*number))).count()
        };
        assert_eq!((drawn(0), drawn(100)), (0, 10_000));
        assert!((850..1_150).contains(&drawn(10)), "{}", drawn(10));
    }
}
