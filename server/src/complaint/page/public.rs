//! What everyone reads of a published complaint, and "I have this too" as a form.

use axum::body::Body;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use http::StatusCode;
use maud::{Markup, html};
use shared::api::{PHOTO_PATH, SMALL_PHOTO_PATH, fill};
use shared::complaint::{ComplaintView, PublicPhoto, Stage};

use super::find::find;
use super::sent::Sent;
use crate::complaint::follow::ask;
use crate::complaint::support::give;
use crate::error::Error;
use crate::platform::pages::{Page, Visit};

/// Letters of the content that stand under a shared link.
const EXCERPT: usize = 200;

/// Title and content, how many have this, too, and the way to say so.
pub(super) fn public(visit: &Visit, view: &ComplaintView, is_own: bool) -> Markup {
    let texts = visit.lang().tracking();
    let (Some(title), Some(content)) = (&view.title, &view.content) else { return html! {} };
    let support = view.support.unwrap_or_default();
    let is_over = matches!(view.stage, Stage::Closed | Stage::Archived);
    html! {
        section class="panel panel-public" {
            p class="over" { (texts.public) }
            h2 class="own-title" { (title) }
            p class="story-text" { (content) }
            (photos(visit, view))
            @if support.count > 0 || !is_own && !is_over { p class="fine" { (visit.lang().support(support)) } }
            @if !is_own && !is_over {
                form class="no-print" method="post" action={ "/lacak/" (view.code) "/dukung" } data-plain {
                    input type="hidden" name="wanted" value=(if support.is_mine { "tidak" } else { "ya" });
                    button type="submit" class="button button-quiet" {
                        (if support.is_mine { texts.support_back } else { texts.support })
                    }
                }
            }
            @if support.has_mail && !is_over {
                details class="no-print follow" {
                    summary { (texts.follow) }
                    form method="post" action={ "/lacak/" (view.code) "/ikuti" } data-plain {
                        p class="hint" id="follow-email-hint" { (texts.follow_lead) }
                        div class="field" {
                            label class="label" for="follow-email" { (visit.lang().filing().email) }
                            input class="input" id="follow-email" name="email" type="email" autocomplete="email"
                                required aria-describedby="follow-email-hint";
                        }
                        button type="submit" class="button button-quiet" { (texts.follow_send) }
                    }
                }
            }
        }
    }
}

/// Small photos, each leading to the whole one.
fn photos(visit: &Visit, view: &ComplaintView) -> Markup {
    let address = |path, photo: &PublicPhoto| fill(path, &[&view.code, &photo.id]);
    html! {
        @if !view.photos.is_empty() {
            ul class="photos" {
                @for (place, photo) in view.photos.iter().enumerate() {
                    li {
                        a href=(address(PHOTO_PATH, photo)) rel="external" {
                            img class="photo" src=(address(SMALL_PHOTO_PATH, photo)) width=(photo.width)
                                height=(photo.height) loading="lazy" decoding="async"
                                alt=(visit.lang().photo(photo, place, view.photos.len()));
                        }
                    }
                }
            }
        }
    }
}

/// Takes an address to follow by, and says what is to be done then.
pub async fn follow(visit: Visit, Path(code): Path<String>, body: Body) -> Result<Response, Error> {
    let sent = Sent::plain(&visit, body).await?;
    let complaint = match find(&visit, &code).await? {
        Ok(complaint) => complaint,
        Err(entry) => return Ok(entry),
    };
    let email = sent.fields.get("email").unwrap_or_default();
    ask::ask(&visit.state, visit.address, &complaint, email).await?;
    let texts = visit.lang().tracking();
    let written = crate::complaint::view::written(&complaint);
    let address = ["/lacak/", &written].concat();
    let main = html! {
        div class="page page-narrow" {
            h1 tabindex="-1" { (texts.follow) }
            p role="status" { (texts.follow_sent) }
            p { a href=(address) { (texts.case) " " (written) } }
        }
    };
    let page = Page {
        path: &address,
        title: texts.follow,
        description: None,
        picture: None,
        main,
        data: Vec::new(),
    };
    Ok(visit.show_alone(StatusCode::OK, page))
}

/// What search engines and shared links show of it; nothing while it is not public.
pub(super) fn description(view: &ComplaintView) -> Option<String> {
    let content = view.content.as_ref()?;
    let words = content.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut excerpt: String = words.chars().take(EXCERPT).collect();
    if excerpt.len() < words.len() {
        excerpt.push('…');
    }
    Some(excerpt)
}

/// The first photo, to be shown where the page is shared.
pub(super) fn picture(view: &ComplaintView) -> Option<String> {
    view.photos.first().map(|photo| fill(SMALL_PHOTO_PATH, &[&view.code, &photo.id]))
}

/// Takes the form and leads back to the page.
pub async fn take(visit: Visit, Path(code): Path<String>, body: Body) -> Result<Response, Error> {
    let sent = Sent::plain(&visit, body).await?;
    let complaint = match find(&visit, &code).await? {
        Ok(complaint) => complaint,
        Err(entry) => return Ok(entry),
    };
    let is_wanted = sent.fields.get("wanted") == Some("ya");
    let given = give::give(&visit.state, &visit.headers, visit.address, &complaint, is_wanted).await?;
    let address = ["/lacak/", &crate::complaint::view::written(&complaint)].concat();
    let mut response = Redirect::to(&address).into_response();
    given.remember(&mut response);
    Ok(response)
}
