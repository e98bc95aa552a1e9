//! Names to addresses.

use std::net::{IpAddr, SocketAddr};
use std::time::Duration;
#[cfg(feature = "manual-clock")]
use std::{collections::BTreeMap, sync::Arc};

/// Tells where a name leads. Release builds know the system's way alone.
#[derive(Clone, Debug, Default)]
pub struct Resolver(Source);

#[derive(Clone, Debug, Default)]
enum Source {
    #[default]
    System,
    #[cfg(feature = "manual-clock")]
    Planted(Arc<Planted>),
}

/// Names and doors of a test: every other name is nobody's.
#[cfg(feature = "manual-clock")]
#[derive(Debug, Default)]
pub struct Planted {
    /// The addresses of names.
    pub names: BTreeMap<&'static str, Vec<IpAddr>>,
    /// Where addresses are in truth, which are spoken to without encryption; the others cannot be reached.
    pub doors: BTreeMap<IpAddr, SocketAddr>,
    /// How long an answer is waited for.
    pub patience: Duration,
}

/// Where to connect, once an address was found good.
#[derive(Clone, Copy, Debug)]
pub(super) struct Way {
    pub(super) at: SocketAddr,
    /// Whether a test listens there, in plain.
    pub(super) is_planted: bool,
}

impl Resolver {
    /// One that knows what a test planted and nothing else.
    #[cfg(feature = "manual-clock")]
    pub fn planted(planted: Planted) -> Self {
        Self(Source::Planted(Arc::new(planted)))
    }

    /// How long a test waits for an answer; none outside of tests.
    pub(super) fn patience(&self) -> Option<Duration> {
        match &self.0 {
            Source::System => None,
            #[cfg(feature = "manual-clock")]
            Source::Planted(planted) => Some(planted.patience),
        }
    }

    /// All addresses of a host; none where nobody has its name.
    pub(super) async fn addresses(&self, host: &str) -> Vec<IpAddr> {
        if let Ok(address) = host.parse() {
            return vec![address];
        }
        match &self.0 {
            Source::System => match tokio::net::lookup_host((host, 0)).await {
                Ok(found) => found.map(|found| found.ip()).collect(),
                Err(_) => Vec::new(),
            },
            #[cfg(feature = "manual-clock")]
            Source::Planted(planted) => planted.names.get(host).cloned().unwrap_or_default(),
        }
    }

    /// The way to an address; none where a test has no door for it.
    pub(super) fn way(&self, address: IpAddr, port: u16) -> Option<Way> {
        match &self.0 {
            Source::System => Some(Way { at: SocketAddr::new(address, port), is_planted: false }),
            #[cfg(feature = "manual-clock")]
            Source::Planted(planted) => {
                planted.doors.get(&address).map(|at| Way { at: *at, is_planted: true })
            }
        }
    }
}
