//! How often something may be tried. Limits by a client's address come last and are generous: a whole village may
//! stand behind one address.

use std::{
    hash::Hash,
    net::IpAddr,
    num::NonZeroU32,
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
    time::Duration,
};

use governor::{
    DefaultKeyedRateLimiter, Quota,
    clock::{Clock, DefaultClock},
};

use super::http::ClientAddress;
use crate::error::Error;

/// Wrong secrets for one code: ten at once, then one in six seconds. A secret has 130 bits, so this is about
/// work and noise, not about guessing.
const WRONG_SECRETS: (u32, Duration) = (10, Duration::from_secs(6));

/// Codes that are not there, asked for from one address: a hundred at once, then one a second. At that pace the
/// 45 bits of a code outlast everyone.
const WRONG_CODES: (u32, Duration) = (100, Duration::from_secs(1));

/// Tries to sign in to one account from one address, or from devices that it knows: ten at once, then one in half a
/// minute.
const SIGN_INS: (u32, Duration) = (10, Duration::from_secs(30));

/// Tries to sign in from one address, whatever the account: an office of sixty may come to work at once.
const SIGN_INS_FROM: (u32, Duration) = (60, Duration::from_secs(1));

/// What anyone may say without an account, and ask before filing, from one address: a hundred at once, then one in five
/// seconds.
const SUPPORT: (u32, Duration) = (100, Duration::from_secs(5));

/// Uploads that go with a filing at most: whoever may file so often may bring their files too.
const UPLOADS_OF_A_FILING: u32 = shared::complaint::FILES_MAX as u32;

/// Checks after which a table forgets the keys that have recovered.
const SWEEP: u32 = 4096;

/// How often what may be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// Filings from one address in a minute; 0 for as many as they like.
    pub filings_per_minute: u32,
}

impl Default for Limit {
    fn default() -> Self {
        Self { filings_per_minute: 120 }
    }
}

/// Counts tries. Clones count together.
#[derive(Clone)]
pub struct Limits(Arc<Inner>);

struct Inner {
    secrets: Table<String>,
    lookups: Table<IpAddr>,
    sign_ins: Table<(String, Option<IpAddr>)>,
    sign_ins_from: Table<IpAddr>,
    support: Table<IpAddr>,
    filings: Option<Table<IpAddr>>,
    uploads: Option<Table<IpAddr>>,
}

impl Limits {
    /// Limits that nobody has used yet.
    pub fn new(limit: Limit) -> Self {
        let per_minute = |times: u32| NonZeroU32::new(times).map(|rate| Table::new(Quota::per_minute(rate)));
        Self(Arc::new(Inner {
            secrets: Table::new(quota(WRONG_SECRETS)),
            lookups: Table::new(quota(WRONG_CODES)),
            sign_ins: Table::new(quota(SIGN_INS)),
            sign_ins_from: Table::new(quota(SIGN_INS_FROM)),
            support: Table::new(quota(SUPPORT)),
            filings: per_minute(limit.filings_per_minute),
            uploads: per_minute(limit.filings_per_minute.saturating_mul(UPLOADS_OF_A_FILING)),
        }))
    }

    /// Notes a wrong secret for a code; an error once there were too many. Call it after the secret was found
    /// wrong, not before: so nobody can shut the holder of the right one out.
    pub fn check_secret_try(&self, code: &str) -> Result<(), Error> {
        self.0.secrets.check(&code.to_owned())
    }

    /// Notes that somebody asked for a code that is not there; an error once there were too many.
    pub fn check_lookup(&self, address: ClientAddress) -> Result<(), Error> {
        self.0.lookups.check(&address.0)
    }

    /// Notes a try to sign in to an account; an error once there were too many. Tries from devices that the account
    /// knows count by themselves, whatever their `address`, which is none for them.
    pub fn check_sign_in(&self, account: &str, address: Option<ClientAddress>) -> Result<(), Error> {
        if let Some(address) = address {
            self.0.sign_ins_from.check(&address.0)?;
        }
        self.0.sign_ins.check(&(account.to_owned(), address.map(|address| address.0)))
    }

    /// Notes that somebody says something without an account, or asks before filing; an error once there were too many.
    pub fn check_support(&self, address: ClientAddress) -> Result<(), Error> {
        self.0.support.check(&address.0)
    }

    /// Notes a filing; an error once there were too many.
    pub fn check_filing(&self, address: ClientAddress) -> Result<(), Error> {
        self.0.filings.as_ref().map_or(Ok(()), |filings| filings.check(&address.0))
    }

    /// Notes an announced upload; an error once there were too many.
    pub fn check_upload(&self, address: ClientAddress) -> Result<(), Error> {
        self.0.uploads.as_ref().map_or(Ok(()), |uploads| uploads.check(&address.0))
    }
}

fn quota((burst, period): (u32, Duration)) -> Quota {
    let burst = NonZeroU32::new(burst).expect("a burst is more than nothing");
    Quota::with_period(period).expect("a period is longer than nothing").allow_burst(burst)
}

struct Table<K: Hash + Eq + Clone> {
    limiter: DefaultKeyedRateLimiter<K>,
    clock: DefaultClock,
    checks: AtomicU32,
}

impl<K: Hash + Eq + Clone> Table<K> {
    fn new(quota: Quota) -> Self {
        Self {
            limiter: DefaultKeyedRateLimiter::dashmap(quota),
            clock: DefaultClock::default(),
            checks: 0.into(),
        }
    }

    fn check(&self, key: &K) -> Result<(), Error> {
        if self.checks.fetch_add(1, Ordering::Relaxed) % SWEEP == SWEEP - 1 {
            self.limiter.retain_recent();
        }
        let limited = |until: governor::NotUntil<_>| Error::too_many(until.wait_time_from(self.clock.now()));
        self.limiter.check_key(key).map_err(limited)
    }
}

#[cfg(test)]
mod tests {
    use shared::problem::ErrorCode;

    use super::*;

    const HERE: ClientAddress = ClientAddress(IpAddr::V4(std::net::Ipv4Addr::LOCALHOST));
    const ELSEWHERE: ClientAddress = ClientAddress(IpAddr::V4(std::net::Ipv4Addr::BROADCAST));

    #[test]
    fn tries_are_limited_for_each_by_itself() {
        let limits = Limits::new(Limit { filings_per_minute: 3 });
        for _ in 0..3 {
            assert_eq!(limits.check_filing(HERE), Ok(()));
        }
        assert_eq!(limits.check_filing(HERE).unwrap_err().code(), ErrorCode::TooMany);
        assert_eq!(limits.check_filing(ELSEWHERE), Ok(()));
        for _ in 0..3 * UPLOADS_OF_A_FILING {
            assert_eq!(limits.check_upload(HERE), Ok(()));
        }
        assert_eq!(limits.check_upload(HERE).unwrap_err().code(), ErrorCode::TooMany);
        for _ in 0..WRONG_SECRETS.0 {
            assert_eq!(limits.check_secret_try("A"), Ok(()));
        }
        assert!(limits.check_secret_try("A").is_err());
        assert!(limits.check_secret_try("B").is_ok());
        for _ in 0..SIGN_INS.0 {
            assert_eq!(limits.check_sign_in("sri", Some(HERE)), Ok(()));
        }
        assert!(limits.check_sign_in("sri", Some(HERE)).is_err());
        assert!(limits.check_sign_in("sri", Some(ELSEWHERE)).is_ok(), "its owner is somewhere else");
        assert!(limits.check_sign_in("sri", None).is_ok(), "its owner has been here before");
        assert!(limits.check_sign_in("budi", Some(HERE)).is_ok());
    }

    #[test]
    fn no_limit_is_none() {
        let limits = Limits::new(Limit { filings_per_minute: 0 });
        assert!((0..10_000).all(|_| limits.check_filing(HERE).is_ok()));
    }
}
