//! `POST /permohonan`: before a request is registered its applicant sees once what is public already and may be it.

use axum::body::Body;
use axum::response::Response;
use shared::information::InformationSuggestion;

use crate::error::Error;
use crate::information::alike;
use crate::platform::pages::Visit;
use crate::request::page::file::{self, Offered};

/// Registers the request, or shows the form again under what may answer it.
pub async fn send(visit: Visit, body: Body) -> Result<Response, Error> {
    let asked = file::read(&visit, body).await?;
    if let Some(what) = asked.first_what() {
        let found = alike(&visit.state, what).await?;
        if !found.is_empty() {
            let offered: Vec<Offered> = found.into_iter().map(offered).collect();
            return Ok(file::offer(&visit, &asked, &offered));
        }
    }
    file::send(&visit, asked).await
}

fn offered(InformationSuggestion { id, title, summary }: InformationSuggestion) -> Offered {
    Offered { address: format!("/informasi/{id}"), title, summary }
}
