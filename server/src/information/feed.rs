//! `GET /informasi/atom.xml` and `/informasi/serta-merta/atom.xml`: what became public last, for programs that look again
//! (RFC 4287).

use std::fmt::Write;

use axum::extract::State;
use axum::response::Response;
use http::{HeaderMap, HeaderValue};
use jiff::Timestamp;
use shared::problem::Problem;

use super::store::{self, News};
use crate::error::Error;
use crate::platform::http::{Pairs, entity_tag, origin, tagged};
use crate::platform::pages::Reader;
use crate::platform::settings::Settings;
use crate::platform::xml::text;
use crate::state::AppState;

/// Entries of a page of a feed (RFC 5005): the whole list can be walked through.
const ENTRIES: i64 = 50;
/// The parameter that says behind which entry a page begins.
const AFTER: &str = "after";
const MEDIA_TYPE: HeaderValue = HeaderValue::from_static("application/atom+xml; charset=utf-8");
/// May be kept, but is asked for each time: what is immediate must be there at once.
const ASK: HeaderValue = HeaderValue::from_static("no-cache");

/// All of it.
pub async fn all(
    State(state): State<AppState>,
    reader: Reader,
    headers: HeaderMap,
    pairs: Pairs,
) -> Result<Response, Error> {
    feed(&state, reader, (&headers, &pairs), false).await
}

/// What is immediate.
pub async fn immediate(
    State(state): State<AppState>,
    reader: Reader,
    headers: HeaderMap,
    pairs: Pairs,
) -> Result<Response, Error> {
    feed(&state, reader, (&headers, &pairs), true).await
}

async fn feed(
    state: &AppState,
    reader: Reader,
    (headers, pairs): (&HeaderMap, &Pairs),
    is_immediate: bool,
) -> Result<Response, Error> {
    pairs.only(|name| name == AFTER)?;
    let after = match pairs.get(AFTER) {
        Some(raw) => Some(place(raw).ok_or_else(|| Error::field(AFTER, Problem::UnknownValue))?),
        None => None,
    };
    let news = store::newest(&mut state.db.read().await?, is_immediate, after, ENTRIES).await?;
    let texts = reader.lang.information();
    let (path, title) = if is_immediate {
        ("/informasi/serta-merta/atom.xml", texts.immediate)
    } else {
        ("/informasi/atom.xml", texts.title)
    };
    let written = write(&state.settings(), reader, &origin(headers), (path, title), &news);
    let tag = entity_tag(written.as_bytes());
    Ok(tagged(headers, tag, (MEDIA_TYPE, ASK), written))
}

fn write(
    settings: &Settings,
    reader: Reader,
    origin: &str,
    (path, title): (&str, &str),
    news: &[News],
) -> String {
    let lang = reader.lang;
    let name = settings.instance.name.as_str();
    // A feed that is empty has not changed since time began.
    let updated = moment(news.first().map_or(0, |newest| newest.at));
    let mut feed = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    let mut line =
        |text: std::fmt::Arguments<'_>| writeln!(feed, "{text}").expect("strings take all that is written");
    line(format_args!("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">", lang.tag()));
    line(format_args!("<id>{}</id>", text(&[origin, path].concat())));
    line(format_args!("<title>{} – {}</title>", text(title), text(name)));
    line(format_args!("<updated>{updated}</updated>"));
    line(format_args!("<author><name>{}</name></author>", text(&settings.instance.office)));
    line(format_args!("<link rel=\"self\" href=\"{}\"/>", text(&[origin, path].concat())));
    line(format_args!(
        "<link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>",
        text(&[origin, "/informasi"].concat())
    ));
    if let Some(last) = news.last().filter(|_| news.len() as i64 == ENTRIES) {
        let next = format!("{origin}{path}?{AFTER}={}-{}", last.at, last.id);
        line(format_args!("<link rel=\"next\" href=\"{}\"/>", text(&next)));
    }
    for one in news {
        let address = format!("{origin}/informasi/{}", one.id);
        let agency = settings.agency(&one.agency).map_or(&*one.agency, |agency| agency.name(lang));
        line(format_args!("<entry>"));
        line(format_args!("<id>{}</id>", text(&address)));
        line(format_args!("<title>{}</title>", text(&one.title)));
        line(format_args!("<updated>{}</updated>", moment(one.at)));
        line(format_args!("<author><name>{}</name></author>", text(agency)));
        line(format_args!(
            "<category term=\"{}\" label=\"{}\"/>",
            one.category,
            text(lang.information_category(one.category))
        ));
        line(format_args!("<link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>", text(&address)));
        line(format_args!("<summary>{}</summary>", text(&one.summary)));
        line(format_args!("</entry>"));
    }
    line(format_args!("</feed>"));
    feed
}

/// The moment and the number of the entry that a page stands behind.
fn place(raw: &str) -> Option<(i64, i64)> {
    let (at, id) = raw.split_once('-')?;
    Some((at.parse().ok()?, id.parse().ok()?))
}

/// A moment as RFC 3339 writes it, to the second.
fn moment(milliseconds: i64) -> String {
    let at = Timestamp::from_second(milliseconds.div_euclid(1_000)).unwrap_or(Timestamp::UNIX_EPOCH);
    at.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_written_to_the_second() {
        assert_eq!(moment(1_781_056_800_123), "2026-06-10T02:00:00Z");
        assert_eq!(moment(0), "1970-01-01T00:00:00Z");
    }
}
