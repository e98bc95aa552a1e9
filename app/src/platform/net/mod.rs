//! Talking to the server: typed requests, what is loaded and loaded again, uploads in pieces, and the live stream.

mod call;
mod decode;
mod failure;
mod live;
mod load;
mod upload;

pub use call::{
    Call, call, call_keeping, call_unread, call_written, fetch_blob, fetch_for, fetch_text, is_awaiting,
    send_blob,
};
pub use decode::decode;
pub use failure::Failure;
pub use live::{Live, live};
pub use load::{Load, fall_back, load, load_from};
pub use upload::{UploadStep, discard_upload, upload, upload_to};
