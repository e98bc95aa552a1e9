//! Charts as SVG, drawn from the geometry of `shared::chart`, and the live figures that they show.
//!
//! Every chart has its name, its table, its files and its explanation beside it, and can be read without colour: groups
//! differ by pattern and order, and counts are written at the bars.

mod beside;
mod board;
mod draw;
mod figure;
mod files;
mod live;
mod measure;
mod near;
mod nodes;
mod pattern;
mod rows;
mod table;
mod taken;
mod words;

pub use board::{LiveBoard, State, live_board};
pub use figure::{Chart, Kind, figure, stage_bar};
pub use live::{announcement, live_sign};
pub use near::tell_near;
pub use pattern::{patterns, swatch};
pub use taken::Taken;
pub use words::{complaints, days, working_days};
