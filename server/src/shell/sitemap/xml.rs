//! Addresses as XML. They are the server's own, but for the name by which whoever asks knows it.

use std::fmt::Write;

use super::Address;
use crate::platform::xml::text;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const SPACE: &str = "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"";
const TAKEN: &str = "strings take all that is written";

/// The names of all parts.
pub(super) fn index(origin: &str, names: &[String]) -> String {
    let mut written = format!("{HEAD}<sitemapindex {SPACE}>\n");
    for name in names {
        let address = format!("{origin}/sitemap/{name}");
        writeln!(written, "<sitemap><loc>{}</loc></sitemap>", text(&address)).expect(TAKEN);
    }
    written + "</sitemapindex>\n"
}

/// The addresses of a part.
pub(super) fn part(origin: &str, addresses: &[Address]) -> String {
    let mut written = format!("{HEAD}<urlset {SPACE}>\n");
    let origin = text(origin);
    for (path, changed_on) in addresses {
        write!(written, "<url><loc>{origin}{}</loc>", text(path)).expect(TAKEN);
        if let Some(day) = changed_on {
            write!(written, "<lastmod>{day}</lastmod>").expect(TAKEN);
        }
        written.push_str("</url>\n");
    }
    written + "</urlset>\n"
}
