//! Files for complaints: announced, sent in pieces over connections that break, and given back to the reporter.

pub mod announce;
pub mod discard;
pub mod download;
pub mod receive;
pub mod show;

mod take;

pub(super) use take::{Incoming, Taken};

use shared::complaint::UploadState;

use crate::platform::files::{Announced, State};

/// What a client is told of its upload. One that a filing has taken stays `ready`: a client that was cut off after
/// filing repeats the filing with the same ids, and gets its first answer.
fn state_of(upload: Announced) -> UploadState {
    let media_type = match upload.state {
        State::Open => None,
        State::Ready(media_type) | State::Attached(media_type) => Some(media_type),
    };
    UploadState {
        id: upload.id,
        offset: upload.offset,
        size: upload.size,
        ready: media_type.is_some(),
        media_type,
    }
}

#[cfg(test)]
#[cfg(feature = "manual-clock")]
mod tests;
