//! Asking other sites whether something is there, without ever entering the office's own network (ADR 31).

mod address;
mod connect;
mod resolve;
mod target;
#[cfg(test)]
mod tls_tests;

use std::sync::Arc;
use std::time::Duration;

use http::{Method, StatusCode, header};
use shared::information::LinkAnswer;
use tokio::time::timeout;
use tokio_rustls::rustls::ClientConfig;

#[cfg(feature = "manual-clock")]
pub use resolve::Planted;
pub use resolve::Resolver;
pub use target::Target;

use address::is_public;

/// How long one question may take, from the name to the head of the answer.
const PATIENCE: Duration = Duration::from_secs(10);
/// How often an answer may lead on to elsewhere.
const REDIRECTS: usize = 3;

/// How other sites are asked.
#[derive(Clone, Debug)]
pub struct ReachConfig {
    /// This site's own address, as in `https://ppid.contoh.example`: nobody has to be asked for what lies there.
    pub site: String,
    /// Whether something is served at a path of this site.
    pub serves: fn(&str) -> bool,
    /// Tells where names lead.
    pub resolver: Resolver,
}

/// Asks other sites.
#[derive(Clone)]
pub struct Reach {
    own_host: Option<String>,
    serves: fn(&str) -> bool,
    resolver: Resolver,
    tls: Arc<ClientConfig>,
    patience: Duration,
}

/// What came back: what it means, and the number it came with, if one came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// What it means.
    pub answer: LinkAnswer,
    /// The status, as in 404.
    pub status: Option<u16>,
}

impl Reach {
    /// Prepares it, with the certificates that the system trusts; nobody is asked yet.
    pub fn new(config: &ReachConfig) -> Self {
        Self {
            own_host: Target::parse(&config.site).map(|target| target.host),
            serves: config.serves,
            resolver: config.resolver.clone(),
            tls: connect::trusting_the_system(),
            patience: config.resolver.patience().unwrap_or(PATIENCE),
        }
    }

    /// Whether something is there: asked for its head first and, where that is not given, for its first byte.
    pub async fn ask(&self, link: &str) -> Asked {
        let head = self.walk(link, &Method::HEAD).await;
        match head.answer {
            // Who cannot be reached is not asked twice.
            LinkAnswer::Found | LinkAnswer::NoName | LinkAnswer::Within | LinkAnswer::NoAddress => head,
            _ => self.walk(link, &Method::GET).await,
        }
    }

    /// Asks, and goes where the answers lead.
    async fn walk(&self, link: &str, method: &Method) -> Asked {
        let Some(mut target) = Target::parse(link) else { return Asked::without(LinkAnswer::NoAddress) };
        for _ in 0..=REDIRECTS {
            if self.own_host.as_deref() == Some(&*target.host) {
                return self.own(&target);
            }
            let question = timeout(self.patience, self.question(&target, method));
            let (status, location) = match question.await {
                Ok(Ok(answered)) => answered,
                Ok(Err(answer)) => return Asked::without(answer),
                Err(_) => return Asked::without(LinkAnswer::Late),
            };
            let Some(location) = location.filter(|_| status.is_redirection()) else {
                return Asked { answer: meaning(status), status: Some(status.as_u16()) };
            };
            match target.follow(&location) {
                Some(next) => target = next,
                None => return Asked::without(LinkAnswer::NoAddress),
            }
        }
        Asked::without(LinkAnswer::Round)
    }

    /// What this site itself would answer.
    fn own(&self, target: &Target) -> Asked {
        let path = target.path.split('?').next().unwrap_or_default();
        Asked::without(if (self.serves)(path) { LinkAnswer::Found } else { LinkAnswer::Refused })
    }

    /// One question and the head of its answer, where that leads with it. The address that was checked is the one that is
    /// connected to: the name is not looked up again.
    async fn question(&self, target: &Target, method: &Method) -> Result<Answered, LinkAnswer> {
        let addresses = self.resolver.addresses(&target.host).await;
        if addresses.is_empty() {
            return Err(LinkAnswer::NoName);
        }
        if !addresses.iter().copied().all(is_public) {
            return Err(LinkAnswer::Within);
        }
        let mut failed = LinkAnswer::NoConnection;
        for way in addresses.into_iter().filter_map(|address| self.resolver.way(address, target.port)) {
            match connect::send(&self.tls, way, target, method).await {
                Ok(answer) => {
                    let location = answer.headers().get(header::LOCATION);
                    let location = location.and_then(|value| value.to_str().ok()).map(str::to_owned);
                    return Ok((answer.status(), location));
                }
                Err(answer) => failed = answer,
            }
        }
        Err(failed)
    }
}

type Answered = (StatusCode, Option<String>);

impl Asked {
    /// What came back without a status.
    pub fn without(answer: LinkAnswer) -> Self {
        Self { answer, status: None }
    }
}

/// What a status means. Who does not let a program in may well let people in.
fn meaning(status: StatusCode) -> LinkAnswer {
    match status.as_u16() {
        200..=299 | 304 | 416 => LinkAnswer::Found,
        401 | 403 | 407 | 429 | 451 => LinkAnswer::Guarded,
        _ => LinkAnswer::Refused,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_status_tells_whether_something_is_there() {
        let check = |status: u16, expected| {
            assert_eq!(meaning(StatusCode::from_u16(status).unwrap()), expected, "{status}");
        };
        check(200, LinkAnswer::Found);
        check(206, LinkAnswer::Found);
        check(416, LinkAnswer::Found);
        check(403, LinkAnswer::Guarded);
        check(429, LinkAnswer::Guarded);
        check(302, LinkAnswer::Refused);
        check(404, LinkAnswer::Refused);
        check(410, LinkAnswer::Refused);
        check(503, LinkAnswer::Refused);
    }
}
