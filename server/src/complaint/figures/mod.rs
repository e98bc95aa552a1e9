//! Figures for the staff: what agencies and their people did in a time, and what they have in hand.

mod count;
mod store;

pub mod export;
pub mod late;
pub mod show;

use shared::access::{Duty, Role};
use shared::calendar::Day;
use shared::problem::{FieldProblem, Problem};

use crate::error::Error;
use crate::platform::access::Staff;
use crate::platform::http::Pairs;

/// Days of the longest time.
const DAYS_MAX: i32 = 4_000;

/// The time that is asked for: this year's, where nothing is said.
fn asked(pairs: &Pairs, today: Day) -> Result<(Day, Day), Error> {
    let problems = pairs.problems(|_| false, &["from", "to", "lang"]);
    if !problems.is_empty() {
        return Err(Error::invalid(problems));
    }
    let read = |name: &str, usual: Day| match pairs.get(name) {
        Some(raw) => Day::parse(raw).map_err(|problem| Error::field(name, problem)),
        None => Ok(usual),
    };
    let first = Day::new(today.year(), 1, 1).unwrap_or(today);
    let (from, to) = (read("from", first)?, read("to", today)?);
    let problem = match () {
        () if to < from => Some(Problem::EndBeforeStart),
        () if to.days_since(from) > DAYS_MAX => Some(Problem::OutOfRange(DAYS_MAX.unsigned_abs())),
        () => None,
    };
    match problem {
        Some(problem) => Err(Error::invalid(vec![FieldProblem::new("to", problem)])),
        None => Ok((from, to)),
    }
}

/// Whose figures somebody may see: all agencies', or those that they answer for.
enum Scope {
    All,
    Own(Vec<String>),
}

impl Scope {
    fn of(staff: &Staff) -> Result<Self, Error> {
        staff.must_keep(Duty::Figures)?;
        if staff.has(Role::Coordinator) || staff.has(Role::Viewer) {
            return Ok(Self::All);
        }
        Ok(Self::Own(own(staff)))
    }

    fn has(&self, agency: &str) -> bool {
        match self {
            Self::All => true,
            Self::Own(agencies) => agencies.iter().any(|own| own == agency),
        }
    }
}

/// The agencies that somebody answers for.
fn own(staff: &Staff) -> Vec<String> {
    staff.agencies_as(Role::ResponsibleOfficer).map(str::to_owned).collect()
}
