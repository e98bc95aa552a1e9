//! What every request and answer goes through, whichever feature it belongs to.

mod connection;
mod guard;
pub mod language;
mod linger;
mod listen;
mod patience;

mod body;
mod chunks;
mod client;
mod json;
mod large;
mod multipart;
mod piece;
mod query;

mod cookie;
mod cross_site;
mod disposition;
mod headers;
mod origin;
mod phone;
mod stored;
mod tag;
mod version;

pub use body::read_body;
pub use chunks::chunks;
pub use client::ClientAddress;
pub use connection::Stop;
pub use cookie::cookie;
pub use disposition::{SANDBOX, attachment};
pub use guard::{Guard, guard};
pub use headers::{idle, show};
pub use json::Json;
pub use language::Language;
pub use large::{Arrived, take_piece};
pub use listen::serve;
pub use multipart::{Multipart, PartHead, is_multipart};
pub use origin::origin;
pub use phone::{phone_of, remember_phone};
pub use piece::{Failure, piece_offset, receive};
pub use query::Pairs;
pub use stored::{StoredFile, give, saved};
pub use tag::{entity_tag, is_fresh, tag_of_hash, tagged};
pub use version::if_match;
