//! What the coordinator keeps for the whole instance: agencies, sectors, the calendar, the rules of time.

mod change;
mod check;
mod view;

pub use change::{HolidayKey, SetupChange};
pub use check::check;
pub use view::{AgencySetting, Escalation, HolidayCategory, HolidayLine, ProfileLine, SectorSetting, Setup};
