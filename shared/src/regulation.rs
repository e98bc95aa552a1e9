//! Regulation profiles: which step must be done within how many working days, dated and replaceable.
//!
//! Deadlines are never constants: the profile that was valid on the day of receipt decides.

use serde::{Deserialize, Serialize};

use crate::calendar::{Certainty, Day, Holidays};
use crate::complaint::Class;

/// A set of rules valid from a day on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Profile {
    /// Its name, such as `sp4n-2018`.
    pub key: String,
    /// The first day of receipt it applies to.
    pub valid_from: Day,
    /// Whether someone has checked it against the regulation in force. Shown wherever its dates are.
    pub confirmed: bool,
    /// Whether a postponed complaint's clock stands still.
    pub pauses_when_postponed: bool,
    /// The limits.
    pub limits: Vec<Limit>,
}

/// One limit of a profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Limit {
    /// The step it limits.
    pub step: Step,
    /// For these complaints alone; for all where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<Kind>,
    /// Working days after the step's start.
    pub working_days: u32,
    /// Whether the number itself was read in a regulation.
    pub confirmed: bool,
}

/// The steps that have limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// Verify and dispose; counted from receipt.
    VerifyAndDispose,
    /// The agency's first follow-up; from disposition.
    FirstFollowUp,
    /// Done; from receipt.
    Done,
    /// The reporter's time to reply; from the answer.
    ReplyWindow,
}

/// Kinds of submissions with limits of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A complaint that is not supervisory.
    Complaint,
    /// Berkadar pengawasan.
    Supervisory,
    /// An aspiration.
    Aspiration,
    /// A request for information.
    InformationRequest,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 4] =
        [Self::Complaint, Self::Aspiration, Self::InformationRequest, Self::Supervisory];

    /// The kind of a class; supervisory wins.
    pub fn of(class: Class, supervisory: bool) -> Self {
        match class {
            _ if supervisory => Self::Supervisory,
            Class::Complaint => Self::Complaint,
            Class::Aspiration => Self::Aspiration,
            Class::InformationRequest => Self::InformationRequest,
        }
    }
}

/// A date by which a step must be done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Deadline {
    /// The step.
    pub step: Step,
    /// Its last day; it ends at 23:59:59 local time. Absent while its start is still open.
    pub due_on: Option<Day>,
    /// The limit in working days.
    pub working_days: u32,
    /// Day zero, where it is known.
    pub from: Option<Day>,
    /// Whether both the limit and its profile were checked against the regulation in force.
    pub confirmed: bool,
    /// How sure the holidays on the way are.
    pub certainty: Certainty,
    /// Whether the clock stands still just now.
    pub paused: bool,
    /// The day the step was done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub met_on: Option<Day>,
}

/// What of a complaint's story moves its clocks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Course {
    /// Day of the first disposition; for sealed ones, of the inspectorate's verification.
    pub disposed_on: Option<Day>,
    /// Day of the agency's first step after it.
    pub followed_up_on: Option<Day>,
    /// Day of the latest answer, if it still stands.
    pub answered_on: Option<Day>,
    /// The last day of what that answer promises, if it does: until then there is nothing to judge it by.
    pub promised_on: Option<Day>,
    /// Day it was closed.
    pub closed_on: Option<Day>,
    /// Times it stood postponed; the end is absent while it lasts.
    pub pauses: Vec<(Day, Option<Day>)>,
}

impl Profile {
    /// The profile that applies to a day of receipt: the latest that was valid by then.
    pub fn for_day(profiles: &[Self], received_on: Day) -> Option<&Self> {
        let valid = profiles.iter().filter(|profile| profile.valid_from <= received_on);
        valid.max_by_key(|profile| profile.valid_from)
    }

    /// The limit of a step for a kind: its own, else the one for all.
    pub fn limit(&self, step: Step, kind: Kind) -> Option<&Limit> {
        let of_step = || self.limits.iter().filter(move |limit| limit.step == step);
        of_step()
            .find(|limit| limit.kind == Some(kind))
            .or_else(|| of_step().find(|limit| limit.kind.is_none()))
    }

    /// All deadlines of a complaint, in the order of its life. The reply window appears with the answer.
    pub fn deadlines(
        &self,
        kind: Kind,
        received_on: Day,
        course: &Course,
        holidays: &Holidays,
    ) -> Vec<Deadline> {
        let judged_from =
            course.answered_on.map(|on| course.promised_on.map_or(on, |promised| on.max(promised)));
        let steps = [
            (Step::VerifyAndDispose, Some(received_on), course.disposed_on),
            (Step::FirstFollowUp, course.disposed_on, course.followed_up_on),
            (Step::Done, Some(received_on), course.closed_on),
            (Step::ReplyWindow, judged_from, course.closed_on),
        ];
        let wanted = steps.into_iter().filter(|(step, from, _)| *step != Step::ReplyWindow || from.is_some());
        wanted
            .filter_map(|(step, from, met_on)| {
                let limit = self.limit(step, kind)?;
                Some(self.deadline(limit, from, met_on, course, holidays))
            })
            .collect()
    }

    fn deadline(
        &self,
        limit: &Limit,
        from: Option<Day>,
        met_on: Option<Day>,
        course: &Course,
        holidays: &Holidays,
    ) -> Deadline {
        // The reporter's own window never waits for the office.
        let pauses: &[_] = match limit.step {
            Step::VerifyAndDispose | Step::Done if self.pauses_when_postponed => &course.pauses,
            _ => &[],
        };
        let due_on = from.map(|from| due(from, limit.working_days, pauses, holidays));
        Deadline {
            step: limit.step,
            due_on,
            working_days: limit.working_days,
            from,
            confirmed: self.confirmed && limit.confirmed,
            certainty: match (from, due_on) {
                (Some(from), Some(due_on)) => holidays.certainty(from, due_on),
                _ => Certainty::Known,
            },
            paused: met_on.is_none() && pauses.iter().any(|(_, until)| until.is_none()),
            met_on,
        }
    }
}

/// A limit's last day when the days of finished pauses do not count. A pause that still lasts moves nothing yet:
/// its length is not known.
fn due(from: Day, limit: u32, pauses: &[(Day, Option<Day>)], holidays: &Holidays) -> Day {
    let mut finished: Vec<(Day, Day)> =
        pauses.iter().filter_map(|(start, end)| Some((*start, (*end)?))).collect();
    finished.sort_unstable();
    let mut last = holidays.add_working_days(from, limit);
    for (start, end) in finished {
        // A pause that begins after the limit had passed cannot save it.
        if start <= last {
            let paused = holidays.working_days_between(start.max(from), end);
            last = holidays.add_working_days(last, paused);
        }
    }
    last
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(raw: &str) -> Day {
        Day::parse(raw).expect("a day of the calendar")
    }

    fn profile() -> Profile {
        let limit = |step, kind, working_days| Limit { step, kind, working_days, confirmed: true };
        Profile {
            key: "test".into(),
            valid_from: day("2018-01-01"),
            confirmed: false,
            pauses_when_postponed: true,
            limits: vec![
                limit(Step::VerifyAndDispose, None, 3),
                limit(Step::FirstFollowUp, None, 5),
                limit(Step::Done, Some(Kind::Complaint), 14),
                limit(Step::Done, Some(Kind::Supervisory), 60),
                limit(Step::ReplyWindow, None, 10),
            ],
        }
    }

    fn holidays() -> Holidays {
        Holidays::new([(day("2026-12-25"), false)])
    }

    #[test]
    fn a_new_complaint_has_its_dates() {
        let found = profile().deadlines(Kind::Complaint, day("2026-11-25"), &Course::default(), &holidays());
        let found: Vec<_> = found.iter().map(|deadline| (deadline.step, deadline.due_on)).collect();
        assert_eq!(
            found,
            [
                (Step::VerifyAndDispose, Some(day("2026-11-30"))),
                (Step::FirstFollowUp, None),
                (Step::Done, Some(day("2026-12-15"))),
            ]
        );
    }

    #[test]
    fn what_is_promised_is_judged_when_it_should_be_done() {
        let check = |promised: Option<&str>, expected: &str| {
            let (answered_on, promised_on) = (Some(day("2026-12-01")), promised.map(day));
            let course = Course { answered_on, promised_on, ..Course::default() };
            let found = profile().deadlines(Kind::Complaint, day("2026-11-25"), &course, &holidays());
            let window = found.iter().find(|deadline| deadline.step == Step::ReplyWindow);
            assert_eq!(window.and_then(|window| window.due_on), Some(day(expected)), "{promised:?}");
        };
        check(None, "2026-12-15");
        check(Some("2026-12-10"), "2026-12-24");
        check(Some("2026-11-30"), "2026-12-15");
    }

    #[test]
    fn kinds_without_a_limit_have_no_deadline() {
        let found = profile().deadlines(Kind::Aspiration, day("2026-11-25"), &Course::default(), &holidays());
        assert!(found.iter().all(|deadline| deadline.step != Step::Done));
    }

    #[test]
    fn pauses_move_the_end_and_never_save_what_was_late() {
        let check = |pauses: Vec<(Day, Option<Day>)>, expected: &str, paused: bool| {
            let course = Course { pauses, ..Course::default() };
            let found = profile().deadlines(Kind::Complaint, day("2026-11-25"), &course, &holidays());
            let done = found.iter().find(|deadline| deadline.step == Step::Done).expect("has a limit");
            assert_eq!((done.due_on, done.paused), (Some(day(expected)), paused));
        };
        check(vec![(day("2026-11-26"), Some(day("2026-11-30")))], "2026-12-17", false);
        check(vec![(day("2026-11-26"), None)], "2026-12-15", true);
        check(vec![(day("2026-12-16"), Some(day("2026-12-21")))], "2026-12-15", false);
        check(
            vec![(day("2026-12-16"), Some(day("2026-12-21"))), (day("2026-11-26"), Some(day("2026-11-30")))],
            "2026-12-22",
            false,
        );
    }

    #[test]
    fn the_profile_of_the_day_of_receipt_applies() {
        let newer = Profile { key: "newer".into(), valid_from: day("2026-01-01"), ..profile() };
        let profiles = [newer, profile()];
        let key =
            |received: &str| Profile::for_day(&profiles, day(received)).map(|profile| profile.key.as_str());
        assert_eq!(key("2025-12-31"), Some("test"));
        assert_eq!(key("2026-01-01"), Some("newer"));
        assert_eq!(key("2017-12-31"), None);
    }
}
