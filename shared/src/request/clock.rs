use serde::{Deserialize, Serialize};

use super::{NoticeKind, RequestProfile};
use crate::calendar::{Certainty, Day, Holidays};
use crate::complaint::words;

words! {
    /// The steps that have limits.
    RequestStep {
        /// The written notice; from receipt.
        Notice = "notice",
        /// The superior's decision; from the objection.
        Decision = "decision",
        /// The dispute before the Komisi Informasi; from the decision.
        Dispute = "dispute",
    }
}

/// What of a request's story moves its clocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RequestCourse {
    /// Day zero.
    pub received_on: Day,
    /// The day it was extended.
    pub extended_on: Option<Day>,
    /// The day that the superior gave, where they had it answered anew.
    pub answer_by: Option<Day>,
    /// The notice that stands.
    pub notice: Option<NoticeGiven>,
    /// The day what was granted reached the applicant.
    pub delivered_on: Option<Day>,
    /// The day a cost was told.
    pub charged_on: Option<Day>,
    /// The latest objection.
    pub objection: Option<ObjectionCourse>,
    /// The latest objection was dismissed, and nothing new was told since: there is no further one, only the dispute.
    pub is_settled: bool,
}

/// A notice as the clocks see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoticeGiven {
    /// What it says.
    pub kind: NoticeKind,
    /// Its day.
    pub on: Day,
}

/// An objection as the clocks see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ObjectionCourse {
    /// Its day.
    pub filed_on: Day,
    /// The day of the decision.
    pub decided_on: Option<Day>,
}

/// A date by which a step must be done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RequestDeadline {
    /// The step.
    pub step: RequestStep,
    /// Day zero.
    pub from: Day,
    /// Its last day; it ends at 23:59:59 local time.
    pub due_on: Day,
    /// The limit in working days.
    pub working_days: u32,
    /// Whether the profile was checked against the law in force.
    pub confirmed: bool,
    /// How sure the holidays on the way are.
    pub certainty: Certainty,
    /// The day the step was done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub met_on: Option<Day>,
    /// Working days that it was done late, or is late by now; 0 where it is in time.
    pub late_days: u32,
    /// Working days that are left until its last day; 0 on that day and where none lies before it, and where it is done.
    /// Receipts that are remembered from before there was this have none.
    #[serde(default)]
    pub left_days: u32,
}

impl RequestCourse {
    /// A course that has just begun.
    pub const fn begun(received_on: Day) -> Self {
        Self {
            received_on,
            extended_on: None,
            answer_by: None,
            notice: None,
            delivered_on: None,
            charged_on: None,
            objection: None,
            is_settled: false,
        }
    }

    /// Whether an objection waits for its decision.
    pub fn has_open_objection(&self) -> bool {
        self.objection.is_some_and(|objection| objection.decided_on.is_none())
    }

    /// The notice's last day: what the superior said, else ten working days from receipt and seven more once extended.
    pub fn notice_due(&self, profile: &RequestProfile, holidays: &Holidays) -> Day {
        let more = if self.extended_on.is_some() { profile.extension_days } else { 0 };
        self.answer_by
            .unwrap_or_else(|| holidays.add_working_days(self.received_on, profile.notice_days + more))
    }

    /// Whether it can still be extended: once, while the first limit lasts, and not where the superior set the day.
    pub fn may_extend(&self, profile: &RequestProfile, holidays: &Holidays, today: Day) -> bool {
        self.extended_on.is_none()
            && self.answer_by.is_none()
            && self.notice.is_none()
            && today <= self.notice_due(profile, holidays)
    }

    /// All deadlines, in the order of a request's life. Those of an objection appear with it.
    pub fn deadlines(
        &self,
        profile: &RequestProfile,
        holidays: &Holidays,
        today: Day,
    ) -> Vec<RequestDeadline> {
        let deadline = |step, from: Day, due_on: Day, met_on: Option<Day>| RequestDeadline {
            step,
            from,
            due_on,
            working_days: holidays.working_days_between(from, due_on),
            confirmed: profile.confirmed,
            certainty: holidays.certainty(from, due_on),
            met_on,
            late_days: holidays.working_days_between(due_on, met_on.unwrap_or(today)),
            left_days: if met_on.is_none() { holidays.working_days_between(today, due_on) } else { 0 },
        };
        let decided_on = self.objection.and_then(|objection| objection.decided_on);
        let begun = self.answer_by.and(decided_on).unwrap_or(self.received_on);
        let due_on = self.notice_due(profile, holidays);
        let mut found =
            vec![deadline(RequestStep::Notice, begun, due_on, self.notice.map(|notice| notice.on))];
        if let Some(objection) = self.objection {
            let due_on = holidays.add_working_days(objection.filed_on, profile.decision_days);
            found.push(deadline(RequestStep::Decision, objection.filed_on, due_on, objection.decided_on));
        }
        if let Some(decided_on) = decided_on {
            let due_on = holidays.add_working_days(decided_on, profile.dispute_days);
            // Nobody here hears of the dispute, and the applicant need not begin one: it is never late.
            let dispute = deadline(RequestStep::Dispute, decided_on, due_on, None);
            found.push(RequestDeadline { late_days: 0, ..dispute });
        }
        found
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub(in crate::request) fn day(raw: &str) -> Day {
        Day::parse(raw).expect("a day of the calendar")
    }

    pub(in crate::request) fn profile() -> RequestProfile {
        RequestProfile {
            key: "test".into(),
            valid_from: day("2008-01-01"),
            confirmed: true,
            notice_days: 10,
            extension_days: 7,
            objection_days: 30,
            decision_days: 30,
            dispute_days: 14,
        }
    }

    pub(in crate::request) fn holidays() -> Holidays {
        Holidays::new([(day("2026-06-16"), false), (day("2026-12-25"), false)])
    }

    fn told(course: &RequestCourse, today: &str) -> Vec<(RequestStep, String, u32)> {
        let found = course.deadlines(&profile(), &holidays(), day(today)).into_iter();
        found.map(|one| (one.step, one.due_on.to_string(), one.late_days)).collect()
    }

    #[test]
    fn the_notice_has_ten_working_days_and_seven_more_once() {
        let mut course = RequestCourse::begun(day("2026-06-10"));
        assert_eq!(told(&course, "2026-06-10"), [(RequestStep::Notice, "2026-06-25".into(), 0)]);
        assert_eq!(told(&course, "2026-06-29"), [(RequestStep::Notice, "2026-06-25".into(), 2)]);
        let left = |today| course.deadlines(&profile(), &holidays(), day(today))[0].left_days;
        assert_eq!(["2026-06-10", "2026-06-20", "2026-06-25", "2026-06-29"].map(left), [10, 4, 0, 0]);
        let may = |course: &RequestCourse, today| course.may_extend(&profile(), &holidays(), day(today));
        assert!(may(&course, "2026-06-25"));
        assert!(!may(&course, "2026-06-26"));
        course.extended_on = Some(day("2026-06-25"));
        assert!(!may(&course, "2026-06-25"), "once");
        assert_eq!(told(&course, "2026-06-29"), [(RequestStep::Notice, "2026-07-06".into(), 0)]);
        course.notice = Some(NoticeGiven { kind: NoticeKind::Grant, on: day("2026-07-07") });
        assert_eq!(
            told(&course, "2026-12-01"),
            [(RequestStep::Notice, "2026-07-06".into(), 1)],
            "it was a day late"
        );
    }

    #[test]
    fn objections_bring_their_own_dates() {
        let mut course = RequestCourse::begun(day("2026-06-10"));
        course.notice = Some(NoticeGiven { kind: NoticeKind::Refuse, on: day("2026-06-12") });
        course.objection = Some(ObjectionCourse { filed_on: day("2026-06-15"), decided_on: None });
        let notice = (RequestStep::Notice, "2026-06-25".to_owned(), 0);
        let decision = |late| (RequestStep::Decision, "2026-07-28".to_owned(), late);
        assert_eq!(told(&course, "2026-07-29"), [notice.clone(), decision(1)]);
        course.objection =
            Some(ObjectionCourse { filed_on: day("2026-06-15"), decided_on: Some(day("2026-07-28")) });
        let dispute = (RequestStep::Dispute, "2026-08-17".to_owned(), 0);
        assert_eq!(told(&course, "2026-09-29"), [notice, decision(0), dispute.clone()]);
        // Upheld: answered anew by the day that the superior gave.
        course.notice = None;
        course.answer_by = Some(day("2026-08-04"));
        let anew = (RequestStep::Notice, "2026-08-04".to_owned(), 1);
        assert_eq!(told(&course, "2026-08-05"), [anew, decision(0), dispute]);
        assert!(!course.may_extend(&profile(), &holidays(), day("2026-07-29")));
    }

    #[test]
    fn the_profile_of_the_day_of_receipt_applies() {
        let newer = RequestProfile { key: "newer".into(), valid_from: day("2026-01-01"), ..profile() };
        let profiles = [newer, profile()];
        let key = |on: &str| RequestProfile::for_day(&profiles, day(on)).map(|profile| profile.key.as_str());
        assert_eq!(key("2025-12-31"), Some("test"));
        assert_eq!(key("2026-01-01"), Some("newer"));
        assert_eq!(key("2007-12-31"), None);
    }
}
