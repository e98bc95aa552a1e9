//! Cases that may be about the same thing: from the same place, about the same affair, of about the same time, in similar
//! words.

use shared::complaint::desk::Similar;

use super::store::{Near, near};
use crate::complaint::similar::Words;
use crate::complaint::store::{Complaint, ComplaintText};
use crate::complaint::view::with_dashes;
use crate::platform::db::{Connection, DbError};

/// Days before and after.
const DAYS: i32 = 14;
/// Cases that are compared; the newest of a busy place.
const COMPARED: i64 = 400;
/// Cases that are shown.
const MOST: usize = 5;

/// The likeliest first.
pub(super) async fn similar(
    connection: &mut Connection,
    complaint: &Complaint,
    text: &ComplaintText,
) -> Result<Vec<Similar>, DbError> {
    let own = Words::of(&text.title, &text.content);
    let near = near(connection, complaint, DAYS, COMPARED).await?;
    let mut found: Vec<(usize, Similar)> = near.into_iter().filter_map(|near| alike(&own, near)).collect();
    found.sort_by_key(|(part, _)| std::cmp::Reverse(*part));
    found.truncate(MOST);
    Ok(found.into_iter().map(|(_, similar)| similar).collect())
}

fn alike(own: &Words, near: Near) -> Option<(usize, Similar)> {
    let alike = own.alike(&Words::of(&near.title, &near.content))?;
    let similar = Similar {
        code: with_dashes(&near.code),
        title: near.title,
        received_on: near.received_on,
        stage: near.stage,
        words: alike.words,
    };
    Some((alike.part, similar))
}
