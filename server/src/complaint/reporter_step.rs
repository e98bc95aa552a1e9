//! What accepting, refusing and withdrawing have in common.

use shared::complaint::{Action, Actor, ComplaintView, Refusal};
use shared::problem::Problem;
use shared::text::Message;

use super::view::{reply_until, view};
use super::{AdvanceError, Changes, Step, apply, receipt, record, store};
use crate::error::Error;
use crate::platform::db::DbError;
use crate::state::AppState;

/// What the reporter says with a step.
pub(super) struct Words {
    pub text: Option<Message>,
    pub stars: Option<u8>,
}

/// Reads words that may be left out.
pub(super) fn optional_words(
    field: &str,
    raw: Option<&str>,
    read: impl FnOnce(&str) -> Result<Message, Problem>,
) -> Result<Option<Message>, Error> {
    let given = raw.filter(|raw| !raw.trim().is_empty());
    given.map(read).transpose().map_err(|problem| Error::field(field, problem))
}

/// Makes a step of the reporter's and answers with the complaint as it stands afterwards. The caller has seen the
/// secret.
pub(super) async fn make(
    state: &AppState,
    id: i64,
    action: Action,
    words: Words,
) -> Result<ComplaintView, Error> {
    let settings = state.settings();
    let mut step = Step::new(Actor::Reporter, action, state.clock.now());
    step.text = words.text.map(|text| text.as_str().to_owned());
    let (stars, today) = (words.stars, settings.today(&state.clock));
    let moved = state.db.write(move |tx| {
        Box::pin(async move {
            let mut complaint = store::take(tx, id).await?;
            // Taken, it cannot change any more: the window is checked against the answer that stands now.
            if matches!(action, Action::Accept | Action::Refuse) {
                let spells = store::spells(tx, id).await?;
                let until = reply_until(&receipt::deadlines(&settings, &complaint, &spells));
                if until.is_none_or(|until| today > until) {
                    return Err(AdvanceError::Refused(Refusal::NotNow));
                }
            }
            let mut changes = Changes::default();
            apply(tx, &settings, &mut complaint, step, &mut changes).await?;
            if let (Some(stars), Some(event)) = (stars, changes.events.last_mut()) {
                event.body.insert("stars".to_owned(), stars.into());
            }
            record(tx, changes).await?;
            Ok(view(tx, &settings, &complaint, true, today).await?)
        })
    });
    moved.await.map_err(|error: AdvanceError| match error {
        AdvanceError::Refused(_) => Error::conflict(),
        AdvanceError::AgencyRequired => Error::internal("a reporter's step asked for an agency"),
        AdvanceError::Database(error) => DbError::into(error),
    })
}
