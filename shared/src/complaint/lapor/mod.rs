//! The companion of SP4N-LAPOR!: what its exports say, and how that compares with what is here.

mod compare;
mod guess;
mod id;
mod plan;

pub use compare::{DifferentLine, HereLine, Reconciliation, ThereLine};
pub use guess::{guess_columns, guess_stage};
pub use id::LaporId;
pub use plan::{
    ColumnOf, LaporFault, LaporField, LaporMapping, LaporOutcome, LaporPlan, LaporSheet, UnknownWordOf,
    WordOf,
};
