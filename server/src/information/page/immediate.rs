use maud::{Markup, html};

use super::style;
use crate::error::Error;
use crate::information::store::{self, News};
use crate::platform::pages::Reader;
use crate::platform::settings::Settings;
use crate::state::AppState;

/// So many at once: what is urgent must not hide what is more urgent.
const MOST: i64 = 3;
/// For so many days after it was published it stands there; then it is found in the list, like all else.
const DAYS: i64 = 30;

/// What everyone must know at once, for the top of the first page; nothing where there is none. It stands outside of what
/// the application draws, so that it is there before and after.
pub async fn immediate(
    state: &AppState,
    settings: &Settings,
    reader: Reader,
) -> Result<Option<Markup>, Error> {
    let news = store::newest(&mut state.db.read().await?, true, None, MOST).await?;
    let oldest = state.clock.now().as_millisecond() - DAYS * 24 * 60 * 60 * 1000;
    let recent: Vec<News> = news.into_iter().filter(|one| one.at > oldest).collect();
    if recent.is_empty() {
        return Ok(None);
    }
    let lang = reader.lang;
    let texts = lang.information();
    Ok(Some(html! {
        aside class="immediate" aria-labelledby="immediate-name" {
            (style())
            div class="notice notice-warning" {
                h2 id="immediate-name" { (texts.immediate) }
                ul {
                    @for one in &recent {
                        li {
                            a href={ "/informasi/" (one.id) } rel="external" { (one.title) }
                            " " span class="fine" { (said(settings, reader, one)) }
                        }
                    }
                }
                a href="/informasi?category=immediate" rel="external" { (texts.all_immediate) }
            }
        }
    }))
}

/// Who says it, and since when.
fn said(settings: &Settings, reader: Reader, one: &News) -> String {
    let agency = settings.agency(&one.agency).map_or(&*one.agency, |agency| agency.name(reader.lang));
    let day = jiff::Timestamp::from_millisecond(one.at).map(|at| reader.lang.day_long(settings.day_of(at)));
    [Some(agency.to_owned()), day.ok()].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
