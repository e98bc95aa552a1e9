//! The recap: how many complaints stand where, now and as of any past day.

mod answer;
mod dimension;
mod filter;
mod link;
mod median;
mod rate;
mod small_cells;

pub use answer::{Board, Figures, GroupCounts, Recap, Row, Waiting, WaitingList, sum_of_group};
pub use dimension::Dimension;
pub use filter::Filter;
pub use median::median;
pub use rate::{rate, wilson_lower_bound};
pub use small_cells::{MERGED_KEY, NONE_KEY, SMALL_CELL, merge_small_cells};
