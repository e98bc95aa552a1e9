//! An address that leads nowhere.

use axum::response::Response;
use maud::html;

use crate::error::PageError;
use crate::platform::pages::{self, Document, Reader};
use crate::state::AppState;

/// Says so in the reader's language, with ways on.
pub fn answer(state: &AppState, reader: Reader, path: &str) -> Response {
    let settings = state.settings();
    let texts = reader.lang.shell();
    let ways = [
        ("/adukan", texts.nav_file),
        ("/lacak", texts.nav_track),
        ("/rekap", texts.nav_recap),
        ("/informasi", texts.nav_information),
        ("/panduan", texts.nav_guide),
    ];
    let main = html! {
        div class="page page-narrow" {
            h1 tabindex="-1" { (texts.not_found) }
            p { (texts.not_found_words) }
            ul class="ways-on" {
                @for (address, label) in ways { li { a href=(address) { (label) } } }
            }
        }
    };
    let page = Document {
        reader,
        settings: &settings,
        today: settings.today(&state.clock),
        path,
        title: texts.not_found,
        description: None,
        picture: None,
        above: None,
        main,
        data: Vec::new(),
    };
    pages::refusal(PageError::NotFound, page.write())
}
