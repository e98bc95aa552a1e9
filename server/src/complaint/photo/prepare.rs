//! What takes time is done before the complaint is locked: opening pictures, painting, sealing.

use std::sync::Arc;

use shared::complaint::{DraftPhoto, NewPhoto, Originals};
use shared::problem::{FieldProblem, Problem};
use shared::text::PhotoWords;

use super::draft::draft;
use crate::error::Error;
use crate::platform::files::{self, FileError, Painted, Small, Stored, Twin};
use crate::state::AppState;

/// A photo that is ready to become public.
#[derive(Debug)]
pub struct Prepared {
    /// What is seen in it.
    pub(super) words: Option<String>,
    pub(super) what: What,
}

/// What becomes public of it.
#[derive(Debug)]
pub(super) enum What {
    /// What is public of it now.
    Kept { id: String },
    /// The file as it is.
    AsItIs { id: String, small: Small },
    /// A new version with boxes.
    Covered { copy: String, small: Small, boxes: usize, original: Stored, fate: Fate },
}

/// What becomes of the photo under the boxes.
#[derive(Debug)]
pub(super) enum Fate {
    /// It goes.
    Deleted,
    /// Its twin takes its place on the disk.
    Sealed(Twin),
    /// It was sealed before.
    AsItIs,
}

/// Prepares what is to become public of a complaint's photos.
///
/// # Errors
/// Problems of the fields `photos.0`, `photos.1`, …; nothing is left of what was prepared then.
pub async fn prepare(
    state: &AppState,
    complaint: i64,
    wanted: Vec<NewPhoto>,
) -> Result<Vec<Prepared>, Error> {
    if wanted.is_empty() {
        return Ok(Vec::new());
    }
    let known = draft(&mut state.db.read().await?, complaint).await?;
    let problems: Vec<FieldProblem> = wanted
        .iter()
        .enumerate()
        .filter_map(|(index, photo)| check(&known, &wanted[..index], index, photo))
        .collect();
    if !problems.is_empty() {
        return Err(Error::invalid(problems));
    }
    let mut prepared = Vec::with_capacity(wanted.len());
    for (index, photo) in wanted.into_iter().enumerate() {
        let known = known.iter().find(|known| known.id == photo.id).ok_or_else(Error::not_found)?;
        match one(state, complaint, known, photo).await {
            Ok(ready) => prepared.push(ready),
            Err(error) => {
                abandon(state, &leftovers(&prepared)).await;
                return Err(match error {
                    FileError::Refused(problem) => Error::field(field(index, "boxes"), problem),
                    other => other.into(),
                });
            }
        }
    }
    Ok(prepared)
}

fn check(known: &[DraftPhoto], before: &[NewPhoto], index: usize, photo: &NewPhoto) -> Option<FieldProblem> {
    let blame = |part: &str, problem| Some(FieldProblem::new(field(index, part), problem));
    let Some(draft) = known.iter().find(|draft| draft.id == photo.id) else {
        return blame("id", Problem::UnknownValue);
    };
    if before.iter().any(|other| other.id == photo.id) {
        return blame("id", Problem::Repeated);
    }
    if draft.needs_boxes && photo.boxes.is_empty() {
        return blame("boxes", Problem::Required);
    }
    let words = photo.words.as_deref().map(PhotoWords::parse);
    words.and_then(Result::err).and_then(|problem| blame("words", problem))
}

fn field(index: usize, part: &str) -> String {
    format!("photos.{index}.{part}")
}

async fn one(
    state: &AppState,
    complaint: i64,
    draft: &DraftPhoto,
    photo: NewPhoto,
) -> Result<Prepared, FileError> {
    let NewPhoto { id, boxes, words } = photo;
    let words = words.as_deref().and_then(|words| PhotoWords::parse(words).ok());
    let words = words.map(|words| words.as_str().to_owned());
    if boxes.is_empty() && draft.is_public {
        return Ok(Prepared { words, what: What::Kept { id } });
    }
    let from = if boxes.is_empty() { &id } else { &draft.original };
    let stored = files::served(&mut state.db.read().await?, complaint, from).await?;
    let original = stored.ok_or(FileError::NotFound)?;
    let plain: Arc<[u8]> = state.files.read(&state.keys, &original).await?.into();
    let count = boxes.len();
    let Painted { kind, bytes, small } = state.files.paint(plain.clone(), boxes).await?;
    let Some(bytes) = bytes else {
        return Ok(Prepared { words, what: What::AsItIs { id, small } });
    };
    let name = &original.file.name;
    let copy = files::add(&state.db, &state.files, &state.clock, name, (kind, bytes)).await?;
    let fate = match state.settings().originals {
        _ if original.file.sealed => Fate::AsItIs,
        Originals::Deleted => Fate::Deleted,
        Originals::Sealed => match state.files.seal(&state.keys, &original.file.id, plain).await {
            Ok(twin) => Fate::Sealed(twin),
            Err(error) => {
                abandon(state, &[copy]).await;
                return Err(error);
            }
        },
    };
    Ok(Prepared { words, what: What::Covered { copy, small, boxes: count, original, fate } })
}

impl Prepared {
    /// How many boxes were drawn.
    pub fn boxes(&self) -> usize {
        match &self.what {
            What::Covered { boxes, .. } => *boxes,
            What::Kept { .. } | What::AsItIs { .. } => 0,
        }
    }
}

/// Names on the disk of what was prepared for nothing, should it come to that.
pub fn leftovers(prepared: &[Prepared]) -> Vec<String> {
    let of = |one: &Prepared| match &one.what {
        What::Covered { copy, fate: Fate::Sealed(twin), .. } => vec![copy.clone(), twin.name.clone()],
        What::Covered { copy, .. } => vec![copy.clone()],
        What::Kept { .. } | What::AsItIs { .. } => Vec::new(),
    };
    prepared.iter().flat_map(of).collect()
}

/// Removes what was prepared for nothing. What cannot be removed is swept.
pub async fn abandon(state: &AppState, leftovers: &[String]) {
    for name in leftovers {
        // A photo with boxes has a row of its own name, a sealed twin has none.
        match files::discard(&state.db, &state.files, name).await {
            Ok(_) => {}
            Err(FileError::NotFound) => drop(state.files.remove(name)),
            Err(error) => tracing::warn!(%error, "a prepared photo is left to the sweep"),
        }
    }
}
