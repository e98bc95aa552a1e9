//! What a form has sent: its fields, and its files, which are taken in as they arrive.

use axum::body::Body;
use shared::api::JSON_BYTES_MAX;
use shared::complaint::{FILE_BYTES_MAX, FILES_MAX};
use shared::problem::{FieldProblem, Problem};

use crate::complaint::upload::{Incoming, Taken};
use crate::error::Error;
use crate::platform::files::{self, FileError, State};
use crate::platform::hex::hex;
use crate::platform::http::{Multipart, Pairs};
use crate::platform::pages::Visit;

/// Bytes of a form with files: one file too many is heard out, so that what was typed can be given back.
const FORM_BYTES_MAX: u64 = (FILES_MAX as u64 + 1) * FILE_BYTES_MAX + JSON_BYTES_MAX as u64;

/// The field of files that an earlier sending has brought.
pub(super) const KEPT: &str = "upload";

/// A form that arrived.
#[derive(Default)]
pub(super) struct Sent {
    /// What was typed and chosen.
    pub fields: Pairs,
    taken: Vec<Taken>,
    refused: Vec<(String, Problem)>,
    is_too_many: bool,
    failure: Option<Error>,
}

/// A file that was taken, as the form shows it when it is to be mended.
pub(super) struct Kept {
    pub id: String,
    pub name: String,
    pub size: u64,
}

impl Sent {
    /// Reads a form without files.
    pub(super) async fn plain(visit: &Visit, body: Body) -> Result<Self, Error> {
        Ok(Self::of(visit.fields(body).await?))
    }

    /// A form without files that has been read.
    pub(super) fn of(fields: Pairs) -> Self {
        Self { fields, ..Self::default() }
    }

    /// Reads a form with files. What is wrong with a file is told with the form; the rest is heard all the same.
    pub(super) async fn with_files(visit: &Visit, body: Body) -> Result<Self, Error> {
        let mut form = Multipart::new(&visit.headers, body, FORM_BYTES_MAX)?;
        let (mut sent, mut fields, mut kept, mut room) = (Self::default(), Vec::new(), 0, JSON_BYTES_MAX);
        while let Some(head) = form.next().await? {
            let Some(file_name) = head.file_name else {
                let value = form.text(&mut room).await?;
                kept += usize::from(head.name == KEPT);
                fields.push((head.name, value));
                continue;
            };
            if head.name != "files" {
                return Err(Error::field(head.name, Problem::UnknownField));
            }
            // An empty picker sends a part without name and bytes.
            let Some(first) = form.chunk().await? else {
                if !file_name.is_empty() {
                    sent.refused.push((file_name, Problem::FileBroken));
                }
                continue;
            };
            if kept + sent.taken.len() >= FILES_MAX {
                sent.is_too_many = true;
            } else if sent.failure.is_none() {
                sent.take(visit, &mut form, &file_name, &first).await?;
            }
        }
        sent.fields = Pairs::new(fields);
        Ok(sent)
    }

    /// Takes a file in, or notes why not.
    async fn take(
        &mut self,
        visit: &Visit,
        form: &mut Multipart,
        name: &str,
        first: &[u8],
    ) -> Result<(), Error> {
        if let Err(error) = visit.state.limits.check_upload(visit.address) {
            self.failure = Some(error);
            return Ok(());
        }
        let mut incoming = match Incoming::begin(&visit.state, name).await {
            Ok(incoming) => incoming,
            Err(error) => return self.note(name, error),
        };
        let mut outcome = incoming.push(first).await;
        while outcome.is_ok() {
            match form.chunk().await {
                Ok(Some(bytes)) => outcome = incoming.push(&bytes).await,
                Ok(None) => break,
                Err(error) => {
                    incoming.forget().await?;
                    return Err(error);
                }
            }
        }
        match outcome {
            Ok(()) => match incoming.finish().await {
                Ok(taken) => self.taken.push(taken),
                Err(error) => return self.note(name, error),
            },
            Err(error) => {
                incoming.forget().await?;
                return self.note(name, error);
            }
        }
        Ok(())
    }

    /// A file's own fault is told beside the field; any other is the server's, and told over the form.
    fn note(&mut self, name: &str, error: FileError) -> Result<(), Error> {
        match error {
            FileError::Refused(problem) => self.refused.push((name.to_owned(), problem)),
            error => self.failure = Some(Error::from(error)),
        }
        Ok(())
    }

    /// Ids of all its files: those of an earlier sending, then the new ones.
    pub(super) fn ids(&self) -> Vec<String> {
        self.kept().map(str::to_owned).chain(self.taken.iter().map(|taken| taken.id.clone())).collect()
    }

    /// What stays the same when it is sent again: files get new ids then, but have the same bytes.
    pub(super) fn marks(&self) -> Vec<String> {
        let hash = |taken: &Taken| hex(&taken.sha256);
        self.kept().map(str::to_owned).chain(self.taken.iter().map(hash)).collect()
    }

    fn kept(&self) -> impl Iterator<Item = &str> {
        self.fields.iter().filter(|(name, _)| *name == KEPT).map(|(_, value)| value)
    }

    /// Problems of its files.
    pub(super) fn problems(&self) -> Vec<FieldProblem> {
        let refused = self.refused.iter().map(|(_, problem)| *problem);
        let many = self.is_too_many.then_some(Problem::TooMany(FILES_MAX as u32));
        refused.chain(many).map(|problem| FieldProblem::new("files", problem)).collect()
    }

    /// Why a file could not be kept though nothing was wrong with it.
    pub(super) fn failure(&self) -> Option<Error> {
        self.failure.clone()
    }

    /// The names of refused files, in the order of their problems.
    pub(super) fn refused_names(&self) -> impl Iterator<Item = &str> {
        self.refused.iter().map(|(name, _)| name.as_str())
    }

    /// Its files that are ready to be sent with the next try.
    pub(super) async fn ready(&self, visit: &Visit) -> Result<Vec<Kept>, Error> {
        let mut ready = Vec::new();
        for id in self.ids().into_iter().take(FILES_MAX) {
            match files::find(&visit.state.db, &visit.state.files, &id).await {
                Ok(found) if matches!(found.state, State::Ready(_)) => {
                    ready.push(Kept { id, name: found.name, size: found.size });
                }
                Ok(_) | Err(FileError::NotFound) => {}
                Err(error) => return Err(Error::from(error)),
            }
        }
        Ok(ready)
    }
}
