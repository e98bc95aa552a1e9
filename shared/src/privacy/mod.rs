//! What must not become public by oversight: numbers of identity cards and telephones, addresses of mail, and names, found
//! in what a reporter wrote, so that the desk blacks them out or confirms them before it publishes.
//!
//! The rules find too much rather than too little: a person looks at every mark. Domain, section 3: reporters ended in
//! police cases because an administrator forgot to hide them.

mod black;
mod mail;
mod mark;
mod name;
mod number;

pub use black::{BLACK, Passage, blacken, passages_of, plain_lines};
pub use mark::{PrivateKind, PrivateMark, blackened, private_marks};
