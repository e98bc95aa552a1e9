//! An address on the web in its parts.

use http::Uri;

/// What is asked, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// Whether the way there is encrypted.
    pub(super) is_tls: bool,
    /// The host's name in small letters, or its address, the latter without brackets.
    pub host: String,
    /// Its port.
    pub(super) port: u16,
    /// What is asked for there, from the first slash on, with its query.
    pub path: String,
}

impl Target {
    /// Reads one; none where it is no address of `http` or `https`, or names a user.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.split('#').next().unwrap_or_default();
        let uri: Uri = text.parse().ok()?;
        let is_tls = match uri.scheme_str()? {
            "https" => true,
            "http" => false,
            _ => return None,
        };
        let authority = uri.authority()?;
        if authority.as_str().contains('@') {
            return None;
        }
        let host = authority.host().trim_matches(['[', ']']).trim_end_matches('.').to_ascii_lowercase();
        let port = authority.port_u16().unwrap_or(if is_tls { 443 } else { 80 });
        let path = uri.path_and_query().map_or("/", |path| path.as_str()).to_owned();
        // A query right behind the host has no slash of its own.
        let path = if path.starts_with('/') { path } else { format!("/{path}") };
        (!host.is_empty()).then_some(Self { is_tls, host, port, path })
    }

    /// Where an answer from here leads on to.
    pub(super) fn follow(&self, location: &str) -> Option<Self> {
        let location = location.trim();
        let scheme = if self.is_tls { "https" } else { "http" };
        if location.contains("://") {
            return Self::parse(location);
        }
        if location.starts_with("//") {
            return Self::parse(&format!("{scheme}:{location}"));
        }
        let path = self.path.split('?').next().unwrap_or("/");
        let path = match location {
            "" => path.to_owned(),
            _ if location.starts_with('/') => location.to_owned(),
            _ if location.starts_with('?') => format!("{path}{location}"),
            _ => format!("{}/{location}", path.rsplit_once('/').map_or("", |(folder, _)| folder)),
        };
        Self::parse(&format!("{scheme}://{}{path}", self.authority()))
    }

    /// The host and, where it is not the usual one, the port.
    pub(super) fn authority(&self) -> String {
        let Self { is_tls, host, port, .. } = self;
        let host = if host.contains(':') { format!("[{host}]") } else { host.clone() };
        if *port == if *is_tls { 443 } else { 80 } { host } else { format!("{host}:{port}") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_web_is_asked() {
        for bad in [
            "",
            "contoh.example",
            "ftp://contoh.example/",
            "file:///etc/passwd",
            "gopher://contoh.example",
            "https://a:b@contoh.example/",
            "https:///x",
            "https://contoh.example/a b",
            "javascript:alert(1)",
        ] {
            assert_eq!(Target::parse(bad), None, "{bad}");
        }
        let check = |text, host, port, path| {
            let target = Target::parse(text).unwrap();
            assert_eq!((&*target.host, target.port, &*target.path), (host, port, path), "{text}");
        };
        check("https://Contoh.Example", "contoh.example", 443, "/");
        check("http://contoh.example.:8080/a?b=c#d", "contoh.example", 8080, "/a?b=c");
        check("https://contoh.example?b=c", "contoh.example", 443, "/?b=c");
        check("http://[::1]/", "::1", 80, "/");
    }

    #[test]
    fn ways_on_are_followed_from_where_they_are_told() {
        let check = |location, expected: &str| {
            let from = Target::parse("https://contoh.example/a/b?c=d").unwrap();
            assert_eq!(from.follow(location), Target::parse(expected), "{location}");
        };
        check("/x?y", "https://contoh.example/x?y");
        check("x", "https://contoh.example/a/x");
        check("?e=f", "https://contoh.example/a/b?e=f");
        check("//lain.example/x", "https://lain.example/x");
        check("http://lain.example:81/", "http://lain.example:81/");
        check("ftp://lain.example/", "");
        check("https://u@lain.example/", "");
    }
}
