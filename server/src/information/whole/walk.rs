//! Goes through the list, from the newest entry to the oldest.

use std::io;

use bytes::Bytes;
use futures_util::stream::{self, Stream, StreamExt};
use shared::information::InformationFilter;

use super::Form;
use crate::error::Error;
use crate::information::store::Listed;
use crate::information::{file, store};
use crate::state::AppState;

/// Entries that are in memory at a time.
const PAGE: i64 = 500;

/// A place in the list, and what of it is wanted.
pub(super) struct Walk {
    state: AppState,
    filter: InformationFilter,
    below: i64,
}

impl Walk {
    pub(super) fn new(state: AppState, filter: InformationFilter) -> Self {
        Self { state, filter, below: i64::MAX }
    }

    /// The next entries with their files; none behind the last. What is published meanwhile stands before the place, what
    /// is withdrawn meanwhile is not there any more: nothing is told twice.
    pub(super) async fn next(&mut self) -> Result<Vec<Listed>, Error> {
        let mut connection = self.state.db.snapshot().await?;
        let mut entries = store::whole(&mut connection, &self.filter, self.below, PAGE).await?;
        if let Some(last) = entries.last() {
            self.below = last.id;
            file::fill_listed(&mut connection, &mut entries).await?;
        }
        Ok(entries)
    }

    /// The list in a form, piece by piece. The first piece is made before this returns, so that a failure then is still told
    /// as one; a later one breaks the answer off, which its reader notices.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub(super) async fn write(
        mut self,
        mut form: impl Form,
    ) -> Result<impl Stream<Item = io::Result<Bytes>> + Send + 'static, Error> {
        let mut first = form.begin()?;
        let entries = self.next().await?;
        first.extend(form.entries(&entries)?);
        let place = if entries.is_empty() { Place::End } else { Place::Within };
        let rest = stream::try_unfold((self, form, place), async |(mut walk, mut form, place)| {
            let (piece, next) = match place {
                Place::Within => match walk.next().await.map_err(broken)? {
                    entries if entries.is_empty() => (form.end().map_err(broken)?, Place::Behind),
                    entries => (form.entries(&entries).map_err(broken)?, Place::Within),
                },
                Place::End => (form.end().map_err(broken)?, Place::Behind),
                Place::Behind => return Ok(None),
            };
            Ok(Some((Bytes::from(piece), (walk, form, next))))
        });
        Ok(stream::once(std::future::ready(Ok(Bytes::from(first)))).chain(rest))
    }
}

/// What comes next.
enum Place {
    Within,
    End,
    Behind,
}

fn broken(error: Error) -> io::Error {
    tracing::warn!(?error, "a list of public information was broken off");
    io::Error::other("broken off")
}
