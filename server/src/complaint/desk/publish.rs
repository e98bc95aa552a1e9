//! `POST /api/v1/desk/complaints/{code}/publish` and `GET …/publication`: opens title, content and photos to everyone, once
//! what must not become public is black or confirmed.

use axum::extract::{Path, State};
use http::HeaderMap;
use shared::access::{CaseAction, Rule};
use shared::complaint::desk::{CaseView, Draft, NewPublication, PrivateWord};
use shared::privacy::{BLACK, private_marks};
use shared::problem::{FieldProblem, Problem};

use super::command::{self, Asked, Command};
use super::open::open;
use crate::complaint::photo;
use crate::complaint::store::{self, Complaint};
use crate::error::Error;
use crate::platform::access::{self, Staff};
use crate::platform::http::Json;
use crate::platform::seal;
use crate::state::AppState;

/// Title and content as they were filed, with everything marked that needs a look.
pub async fn draft(
    State(state): State<AppState>,
    Path(code): Path<String>,
    staff: Staff,
) -> Result<Json<Draft>, Error> {
    let complaint = open(&mut state.db.read().await?, &staff, &code, CaseAction::Publish).await?;
    let text = store::text(&mut state.db.read().await?, complaint.id).await?.ok_or_else(Error::not_found)?;
    let names = names(&state, &complaint).await?;
    Ok(Json(Draft {
        photos: photo::draft(&mut state.db.read().await?, complaint.id).await?,
        originals: state.settings().originals,
        title_words: marked(&text.title, &names),
        content_words: marked(&text.content, &names),
        title: text.title,
        content: text.content,
    }))
}

/// Publishes it.
pub async fn handle(
    State(state): State<AppState>,
    Path(code): Path<String>,
    staff: Staff,
    headers: HeaderMap,
    Json(publication): Json<NewPublication>,
) -> Result<Json<CaseView>, Error> {
    let complaint = open(&mut state.db.read().await?, &staff, &code, CaseAction::Publish).await?;
    let asked = Asked::new(staff, &code, &headers, CaseAction::Publish)?;
    let text = store::text(&mut state.db.read().await?, complaint.id).await?.ok_or_else(Error::not_found)?;
    let NewPublication { title, content, confirmed, photos } = publication;
    // Nobody puts words into the reporter's mouth: letters become black, and nothing else changes.
    let problems: Vec<FieldProblem> = [("title", &text.title, &title), ("content", &text.content, &content)]
        .into_iter()
        .filter(|(_, filed, given)| !is_blackened(filed, given))
        .map(|(field, ..)| FieldProblem::new(field, Problem::DiffersFromStored))
        .collect();
    if !problems.is_empty() {
        return Err(Error::invalid(problems));
    }
    let names = names(&state, &complaint).await?;
    let is_told = |word: &PrivateWord| confirmed.contains(&word.words);
    if !marked(&title, &names).iter().chain(&marked(&content, &names)).all(is_told) {
        return Err(Error::forbidden_by(Rule::Unguarded));
    }
    let photos = photo::prepare(&state, complaint.id, photos).await?;
    let leftovers = photo::leftovers(&photos);
    let done = command::run(&state, asked, Command::Publish { title, content, photos }).await;
    if done.is_err() {
        photo::abandon(&state, &leftovers).await;
    }
    done.map(Json)
}

/// Names to be looked for besides those that follow a form of address: the reporter's and the staff's. They are looked
/// for and shown to nobody.
async fn names(state: &AppState, complaint: &Complaint) -> Result<Vec<String>, Error> {
    let mut names: Vec<String> = access::people(&mut state.db.read().await?)
        .await?
        .into_iter()
        .map(|(_, person)| person.full_name)
        .collect();
    if let Some(sealed) = store::identity(&mut state.db.read().await?, complaint.id).await? {
        let identity = seal::Identity::open(&state.keys, complaint.id, &sealed).map_err(Error::internal)?;
        names.extend(identity.name);
    }
    Ok(names)
}

fn marked(text: &str, names: &[String]) -> Vec<PrivateWord> {
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let letters = |to: usize| u32::try_from(text[..to].chars().count()).unwrap_or(u32::MAX);
    let marks = private_marks(text, &names);
    let words = marks.into_iter().map(|mark| PrivateWord {
        start: letters(mark.start),
        end: letters(mark.end),
        words: text[mark.start..mark.end].to_owned(),
        kind: mark.kind,
    });
    words.collect()
}

fn is_blackened(filed: &str, given: &str) -> bool {
    filed.chars().count() == given.chars().count()
        && filed.chars().zip(given.chars()).all(|(filed, given)| given == filed || given == BLACK)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_black_is_new() {
        assert!(is_blackened("HP 0812", "HP 0812"));
        assert!(is_blackened("HP 0812", "HP ████"));
        assert!(!is_blackened("HP 0812", "HP 0813"));
        assert!(!is_blackened("HP 0812", "HP ███"));
        assert!(!is_blackened("HP 0812", "HP █████"));
    }
}
