//! Whether a link to this very site leads anywhere, without asking over the network.

use super::interface;
use crate::platform::pages;

/// Whether a path leads to a page or an endpoint. Parts of it that stand for something may be anything.
pub fn leads(path: &str) -> bool {
    interface().paths().chain(pages::PUBLIC_PATHS).chain([pages::ASSETS_PATH]).any(|route| fits(path, route))
}

fn fits(path: &str, route: &str) -> bool {
    let (mut parts, mut wanted) = (path.split('/'), route.split('/'));
    loop {
        match (parts.next(), wanted.next()) {
            (None, None) => return true,
            (Some(_), Some(rest)) if rest.starts_with("{*") => return true,
            (Some(part), Some(wanted)) if wanted.starts_with('{') && !part.is_empty() => {}
            (part, wanted) if part == wanted => {}
            _ => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_and_what_lies_below_them_are_there() {
        for path in ["/", "/informasi", "/informasi/12", "/assets/a/b.js", "/api/v1/recap"] {
            assert!(leads(path), "{path}");
        }
        for path in ["", "/tidak-ada", "/informasi/12/x/y/z", "/informasi//", "informasi"] {
            assert!(!leads(path), "{path}");
        }
    }
}
