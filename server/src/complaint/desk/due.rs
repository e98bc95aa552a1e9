use shared::calendar::{Day, Holidays};
use shared::complaint::Stage;
use shared::complaint::desk::{Due, due_of};
use shared::regulation::{Deadline, Step};

/// What the office must do next, from the deadlines of a case.
pub(super) fn due(stage: Stage, deadlines: &[Deadline], holidays: &Holidays, today: Day) -> Option<Due> {
    let deadline = due_of(stage, deadlines)?;
    Some(at(deadline.step, deadline.due_on?, holidays, today))
}

/// The same for a line of an inbox, from the day that is kept with it. Which step it is the stage tells well enough.
pub(super) fn due_of_line(stage: Stage, due_on: Day, holidays: &Holidays, today: Day) -> Due {
    let step = match stage {
        Stage::Received | Stage::Verified | Stage::OutsideJurisdiction => Step::VerifyAndDispose,
        Stage::Disposed => Step::FirstFollowUp,
        _ => Step::Done,
    };
    at(step, due_on, holidays, today)
}

fn at(step: Step, due_on: Day, holidays: &Holidays, today: Day) -> Due {
    let between =
        |from: Day, to: Day| i32::try_from(holidays.working_days_between(from, to)).unwrap_or(i32::MAX);
    let days_left = if due_on >= today { between(today, due_on) } else { -between(due_on, today).max(1) };
    Due { step, due_on, days_left }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_due_before_today_is_late() {
        let day = |raw| Day::parse(raw).unwrap();
        let holidays = Holidays::new([(day("2026-06-16"), false)]);
        let check = |due_on, expected| {
            let due = due_of_line(Stage::Received, day(due_on), &holidays, day("2026-06-15"));
            assert_eq!(due.days_left, expected, "{due_on}");
        };
        check("2026-06-15", 0);
        check("2026-06-17", 1);
        check("2026-06-12", -1);
        // Over a weekend no working day has passed, and yet it is late.
        check("2026-06-14", -1);
        check("2026-06-08", -5);
    }
}
