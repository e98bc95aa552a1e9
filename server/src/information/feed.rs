//! `GET /informasi/atom.xml` and `/informasi/serta-merta/atom.xml`: what became public last, for programs that look again
//! (RFC 4287).

use std::fmt::Write;

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use jiff::Timestamp;

use super::store::{self, News};
use crate::error::Error;
use crate::platform::http::{entity_tag, is_fresh, origin};
use crate::platform::pages::Reader;
use crate::platform::settings::Settings;
use crate::state::AppState;

/// Entries of a feed.
const ENTRIES: i64 = 50;
const MEDIA_TYPE: HeaderValue = HeaderValue::from_static("application/atom+xml; charset=utf-8");
/// May be kept, but is asked for each time: what is immediate must be there at once.
const ASK: HeaderValue = HeaderValue::from_static("no-cache");

/// All of it.
pub async fn all(
    State(state): State<AppState>,
    reader: Reader,
    headers: HeaderMap,
) -> Result<Response, Error> {
    feed(&state, reader, &headers, false).await
}

/// What is immediate.
pub async fn immediate(
    State(state): State<AppState>,
    reader: Reader,
    headers: HeaderMap,
) -> Result<Response, Error> {
    feed(&state, reader, &headers, true).await
}

async fn feed(
    state: &AppState,
    reader: Reader,
    headers: &HeaderMap,
    is_immediate: bool,
) -> Result<Response, Error> {
    let news = store::newest(&mut state.db.read().await?, is_immediate, ENTRIES).await?;
    let texts = reader.lang.information();
    let (path, title) = if is_immediate {
        ("/informasi/serta-merta/atom.xml", texts.immediate)
    } else {
        ("/informasi/atom.xml", texts.title)
    };
    let written = write(&state.settings(), reader, &origin(headers), (path, title), &news);
    let tag = entity_tag(written.as_bytes());
    let known =
        [(header::ETAG, tag.clone()), (header::CACHE_CONTROL, ASK), (header::CONTENT_TYPE, MEDIA_TYPE)];
    if is_fresh(headers, &tag) {
        return Ok((StatusCode::NOT_MODIFIED, known).into_response());
    }
    Ok((known, written).into_response())
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

/// A moment as RFC 3339 writes it, to the second.
fn moment(milliseconds: i64) -> String {
    let at = Timestamp::from_second(milliseconds.div_euclid(1_000)).unwrap_or(Timestamp::UNIX_EPOCH);
    at.to_string()
}

/// Text as XML has it. Control characters, which no XML may hold, are none of what is taken in; should one be there all the
/// same it goes.
fn text(raw: &str) -> String {
    let mut written = String::with_capacity(raw.len());
    for letter in raw.chars() {
        match letter {
            '&' => written.push_str("&amp;"),
            '<' => written.push_str("&lt;"),
            '>' => written.push_str("&gt;"),
            '"' => written.push_str("&quot;"),
            '\n' | '\t' => written.push(letter),
            letter if letter.is_control() || matches!(letter, '\u{fffe}' | '\u{ffff}') => {}
            letter => written.push(letter),
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_holds_no_signs_of_xml() {
        assert_eq!(text("a < b & \"c\" > d\u{1}\n"), "a &lt; b &amp; &quot;c&quot; &gt; d\n");
    }

    #[test]
    fn moments_are_written_to_the_second() {
        assert_eq!(moment(1_781_056_800_123), "2026-06-10T02:00:00Z");
        assert_eq!(moment(0), "1970-01-01T00:00:00Z");
    }
}
