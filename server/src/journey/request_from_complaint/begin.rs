use shared::request::{Applicant, NewRequest};
use shared::text::Message;

use crate::complaint::store::{self, Complaint};
use crate::complaint::turned;
use crate::error::Error;
use crate::platform::db::Connection;
use crate::platform::seal::Identity;
use crate::state::AppState;

/// What the complaint already tells of the request that it is to become.
///
/// Who hid who they are is asked for all of it: by giving it they choose to be known to the PPID. The identity of the others is
/// opened to see what it lacks, and shown to nobody.
///
/// # Errors
/// Conflict where it is not asked for.
pub(super) async fn begun(
    state: &AppState,
    connection: &mut Connection,
    complaint: &Complaint,
) -> Result<NewRequest, Error> {
    let turned = turned::of(connection, complaint.id).await?;
    if !turned::is_asked(complaint, turned.as_ref()) {
        return Err(Error::conflict());
    }
    let sealed = match complaint.anonymous {
        true => None,
        false => store::identity(connection, complaint.id).await?,
    };
    let identity = sealed.map(|sealed| Identity::open(&state.keys, complaint.id, &sealed)).transpose();
    let identity = identity.map_err(Error::internal)?;
    let applicant = identity.map_or_else(Applicant::default, |Identity { name, phone, email }| Applicant {
        name: name.unwrap_or_default(),
        phone: phone.unwrap_or_default(),
        email: email.unwrap_or_default(),
        ..Applicant::default()
    });
    let text = store::text(connection, complaint.id).await?.ok_or_else(Error::conflict)?;
    // What is longer than a request may be is asked for again, in fewer words.
    let what = [&*text.title, "\n\n", &*text.content].concat();
    let what = if Message::parse(&what).is_ok() { what } else { String::new() };
    Ok(NewRequest { applicant, what, ..NewRequest::default() })
}
