//! Files of entries: announced for a draft, sent in pieces over lines that break, kept as they came, and given to everyone
//! once their version is public.

mod open;
mod store;

pub mod announce;
pub mod download;
pub mod receive;
pub mod remove;
pub mod show;

pub(super) use store::{fill, fill_listed};

use shared::complaint::UploadState;

use store::Sent;

/// What a client is told of a file that it sends.
fn state_of(sent: Sent, offset: u64) -> UploadState {
    UploadState {
        ready: sent.media_type.is_some(),
        offset,
        id: sent.id,
        size: sent.size,
        media_type: sent.media_type,
    }
}
