use std::time::Duration;

use shared::api::{DiscardUpload, Endpoint, GetUpload, Method, StartUpload, UPLOAD_OFFSET, UPLOAD_PATH};
use shared::complaint::{NewUpload, UploadState};
use shared::problem::ErrorCode;
use web_sys::File;

use super::call::ask;
use super::decode::decode;
use super::{Call, Failure, call};
use crate::platform::device::rest;

/// Bytes of a piece: small enough that a cut on a village's network loses seconds, large enough that a good network
/// is not slowed down by round trips.
const PIECE: u64 = 256 * 1024;
/// Attempts at one piece before people are asked.
const TRIES: u32 = 4;
/// Attempts at taking a file back. The last rest is two minutes; after a day the server forgets by itself.
const DISCARDS: u32 = 9;

/// What an upload tells while it goes on.
pub enum UploadStep<'a> {
    /// The server knows the file under this id; a later attempt can go on with it.
    Started(&'a str),
    /// So many bytes are there.
    Sent(u64),
}

/// Sends a file in pieces and returns its state when it is complete and examined.
///
/// `begun` is the id that an earlier attempt was told; then only what is missing is sent. After a failed piece the
/// server is asked how far it got, so that nothing is sent twice. `tell` answers whether the file is still wanted.
///
/// # Errors
/// [`Failure::Offline`] after several attempts, else what the server said about the file.
pub async fn upload(
    file: &File,
    begun: Option<&str>,
    tell: impl FnMut(UploadStep<'_>) -> bool,
) -> Result<UploadState, Failure> {
    upload_to::<StartUpload, GetUpload>((UPLOAD_PATH, &[]), file, begun, tell).await
}

/// The same to another place: where its pieces go, and the parameters of its addresses before the file's id.
///
/// # Errors
/// As [`upload`].
pub async fn upload_to<S, G>(
    place: (&str, &[&str]),
    file: &File,
    begun: Option<&str>,
    mut tell: impl FnMut(UploadStep<'_>) -> bool,
) -> Result<UploadState, Failure>
where
    S: Endpoint<Request = NewUpload, Response = UploadState>,
    G: Endpoint<Request = (), Response = UploadState>,
{
    let within = place.1;
    let known = match begun {
        Some(id) => match ask_for::<G>(within, id).await {
            // The server forgets after a day what no filing named.
            Err(failure) if failure.code() == Some(ErrorCode::NotFound) => None,
            known => Some(known?),
        },
        None => None,
    };
    let mut state = match known {
        Some(state) => state,
        None => {
            let new = NewUpload { name: file.name(), size: file.size() as u64 };
            call::<S>(Call { path: within, ..Call::default() }, &new).await?
        }
    };
    tell(UploadStep::Started(&state.id));
    let mut tries = 0;
    while !state.ready {
        if !tell(UploadStep::Sent(state.offset)) {
            return Err(Failure::Strange);
        }
        match send_piece(place, file, &state).await {
            Ok(next) => {
                tries = 0;
                state = next;
            }
            Err(failure) if tries < TRIES && may_go_on(&failure) => {
                tries += 1;
                // Longer after each failed attempt.
                rest(Duration::from_millis(500 << tries)).await;
                // The piece may have arrived although its answer did not.
                if let Ok(known) = ask_for::<G>(within, &state.id).await {
                    state = known;
                }
            }
            Err(failure) => return Err(failure),
        }
    }
    tell(UploadStep::Sent(state.size));
    Ok(state)
}

/// Takes an upload back, so that the server holds nothing of it any more. Goes on trying for some minutes where there is
/// no connection.
pub async fn discard_upload(id: &str) {
    for tries in 0..DISCARDS {
        // One that the server does not know, or that a complaint has by now, is not ours to take back.
        match call::<DiscardUpload>(Call { path: &[id], ..Call::default() }, &()).await {
            Err(failure) if failure.is_passing() => rest(Duration::from_millis(500 << tries)).await,
            _ => return,
        }
    }
}

async fn ask_for<G>(within: &[&str], id: &str) -> Result<UploadState, Failure>
where
    G: Endpoint<Request = (), Response = UploadState>,
{
    call::<G>(Call { path: &[within, &[id]].concat(), ..Call::default() }, &()).await
}

async fn send_piece(
    (address, within): (&str, &[&str]),
    file: &File,
    state: &UploadState,
) -> Result<UploadState, Failure> {
    let end = (state.offset + PIECE).min(state.size);
    let piece = file.slice_with_f64_and_f64(state.offset as f64, end as f64).map_err(|_| Failure::Strange)?;
    let offset = state.offset.to_string();
    let path = [within, &[state.id.as_str()]].concat();
    let details = Call { path: &path, headers: &[(UPLOAD_OFFSET, &offset)], ..Call::default() };
    let body = Some((piece.into(), "application/offset+octet-stream"));
    decode(ask(Method::Patch, address, details, body).await?).ok_or(Failure::Strange)
}

fn may_go_on(failure: &Failure) -> bool {
    failure.is_passing() || failure.code() == Some(ErrorCode::WrongOffset)
}
