//! `GET /gaya`: the page that shows every part of the pages in each of its states. The app alone draws them.

use axum::extract::State;
use axum::response::Response;
use http::{HeaderMap, StatusCode};
use maud::html;

use crate::platform::pages::{self, Document, Keep, Reader};
use crate::state::AppState;

/// The page without its parts: what it is for, and that they need the app. Nobody is led here, search engines neither.
pub async fn handle(State(state): State<AppState>, reader: Reader, headers: HeaderMap) -> Response {
    let settings = state.settings();
    let texts = reader.lang.gallery();
    let page = Document {
        reader,
        settings: &settings,
        today: settings.today(&state.clock),
        path: "/gaya",
        title: texts.title,
        description: None,
        picture: None,
        above: None,
        main: html! {
            div class="page gallery" {
                h1 tabindex="-1" { (texts.title) }
                p class="lead" { (texts.lead) }
                p { (texts.not_yet) }
            }
        },
        data: Vec::new(),
    };
    pages::page(StatusCode::OK, page.write_gallery(), Keep::Ask, &headers)
}
