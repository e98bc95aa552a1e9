//! Uji konsekuensi: what must be weighed before public information is excluded, who fixes it for how long, and the list of
//! what is excluded (UU 14/2008).

mod decision;
mod life;
mod proposal;
mod view;

pub use decision::{
    CONSIDERERS_MAX, ConsequenceDecision, ConsequenceOutcome, Consideration, Fixed, NewConsequenceDecision,
    NewConsideration,
};
pub use life::{ConsequenceAction, ConsequenceStage, next_consequence_stage};
pub use proposal::{ConsequenceTest, NewConsequenceTest};
pub use view::{
    CONSEQUENCE_REMINDER_DAYS, DeskConsequenceLine, DeskConsequenceList, DeskConsequenceTest, ExcludedLine,
    ExcludedList,
};
