//! Elements made by calls instead of templates.
//!
//! A template of the framework is a type of its own with everything in it, and every such type costs the bundle a few
//! kilobytes of code for building, updating and removing it. Here all elements are of one type, and what changes is
//! a boxed closure, so a page costs little more than its calls. On a village's network that is the difference of
//! several seconds. What is made here is a view like any other: it goes into the framework's views and takes them in.

mod held;
mod part;
mod tag;
mod view;

pub use part::Part;
pub use tag::{Tag, adopted, svg, tag, written};
