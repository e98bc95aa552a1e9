//! Where a request comes from, as far as its proxies can be believed.

use std::{
    convert::Infallible,
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr},
};

use axum::extract::FromRequestParts;
use http::{HeaderMap, request::Parts};

/// The other end of the connection.
#[derive(Clone, Copy, Debug)]
pub(super) struct Peer(pub(super) SocketAddr);

/// The client's address for limits, never for logs. IPv6 is cut to the 64 bits that one household shares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ClientAddress(pub IpAddr);

impl ClientAddress {
    /// The connection's address, or what the nearest proxy says when proxies are to be believed. Entries further
    /// to the left come from the client itself, who may write what they like.
    pub(super) fn find(peer: Option<Peer>, headers: &HeaderMap, trusted: bool) -> Self {
        let told = || {
            let header = headers.get_all("x-forwarded-for").iter().next_back()?.to_str().ok()?;
            parse(header.rsplit(',').next()?.trim())
        };
        let address = if trusted { told() } else { None };
        let peer = || peer.map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |Peer(peer)| peer.ip());
        Self(household(address.unwrap_or_else(peer)))
    }
}

/// An address, with or without a port.
fn parse(text: &str) -> Option<IpAddr> {
    text.parse().ok().or_else(|| text.parse().ok().map(|address: SocketAddr| address.ip()))
}

fn household(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            IpAddr::V6(Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
        }
        address => address,
    }
}

impl<S: Sync> FromRequestParts<S> for ClientAddress {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        // The guard has put it there; without one there is no proxy to believe.
        let found = parts.extensions.get::<Self>().copied();
        Ok(found.unwrap_or_else(|| Self::find(parts.extensions.get().copied(), &parts.headers, false)))
    }
}

/// Whether the client's connection is encrypted, which only a trusted proxy can tell.
pub(super) fn is_secure(headers: &HeaderMap, trusted: bool) -> bool {
    let last = headers.get_all("x-forwarded-proto").iter().next_back();
    trusted && last.is_some_and(|protocol| protocol.as_bytes().eq_ignore_ascii_case(b"https"))
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    #[test]
    fn only_a_trusted_proxy_is_believed() {
        let check = |told: &'static str, trusted: bool, expected: &str| {
            let peer = Some(Peer("10.0.0.1:5000".parse().unwrap()));
            let headers = [("x-forwarded-for", told), ("x-forwarded-proto", "https")]
                .into_iter()
                .map(|(name, value)| (http::HeaderName::from_static(name), HeaderValue::from_static(value)));
            let headers: HeaderMap = headers.collect();
            let found = ClientAddress::find(peer, &headers, trusted);
            assert_eq!(found.0.to_string(), expected, "{told}");
            assert_eq!(is_secure(&headers, trusted), trusted);
        };
        check("203.0.113.7", false, "10.0.0.1");
        check("203.0.113.7", true, "203.0.113.7");
        check("1.2.3.4, 203.0.113.7", true, "203.0.113.7");
        check("203.0.113.7:4711", true, "203.0.113.7");
        check("nonsense", true, "10.0.0.1");
        check("2001:db8:1:2:3:4:5:6", true, "2001:db8:1:2::");
        check("[2001:db8:1:2:3:4:5:6]:443", true, "2001:db8:1:2::");
        check("::ffff:203.0.113.7", true, "203.0.113.7");
    }
}
