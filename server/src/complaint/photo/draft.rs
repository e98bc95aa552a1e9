//! The photos that were filed, as they can become public.

use shared::complaint::DraftPhoto;

use super::store;
use crate::platform::db::{Connection, DbError};
use crate::platform::files;

/// Photos that came with the filing, each with what is public of it by now. Those of later messages and of answers belong
/// to letters, which are never public.
pub async fn draft(connection: &mut Connection, complaint: i64) -> Result<Vec<DraftPhoto>, DbError> {
    let files = files::of_complaint(connection, complaint).await?;
    let covered = files::covered(connection, complaint).await?;
    let public = store::public(connection, complaint).await?;
    let filed = files.into_iter().filter(|(file, event)| event.is_none() && file.is_picture());
    let photos = filed.map(|(file, _)| {
        let copy = covered.iter().find(|(_, original)| *original == file.id).map(|(copy, _)| copy);
        let id = copy.unwrap_or(&file.id).clone();
        let shown = public.iter().find(|photo| photo.id == id);
        DraftPhoto {
            is_public: shown.is_some(),
            covered: shown.map_or(0, |photo| photo.covered),
            words: shown.and_then(|photo| photo.words.clone()),
            needs_boxes: file.sealed && copy.is_none(),
            original: file.id,
            name: file.name,
            id,
        }
    });
    Ok(photos.collect())
}
