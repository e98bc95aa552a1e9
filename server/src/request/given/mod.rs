//! Files of what a request is granted: sent in pieces, held back until somebody says that the applicant is given them, and there
//! for the applicant while a notice stands that grants.

mod open;
mod prepare;
mod store;

pub mod announce;
pub mod download;
pub mod give;
pub mod look;
pub mod progress;
pub mod receive;
pub mod remove;

pub(super) use store::load;

use shared::complaint::UploadState;

use store::Kept;

/// What a client is told of a file that it sends.
fn state_of(kept: Kept, offset: u64) -> UploadState {
    UploadState {
        ready: kept.media_type.is_some(),
        offset,
        id: kept.id,
        size: kept.size,
        media_type: kept.media_type,
    }
}
