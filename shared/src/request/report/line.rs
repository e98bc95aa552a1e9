use serde::{Deserialize, Serialize};

use crate::calendar::{Day, Holidays};
use crate::complaint::words;
use crate::request::{DecisionOutcome, Ground, NoticeKind, RequestCourse, RequestProfile};

words! {
    /// What became of a request, as the report counts it.
    RequestOutcome {
        /// It was granted.
        Granted = "granted",
        /// It was granted without some parts.
        GrantedInPart = "granted_in_part",
        /// It was refused.
        Refused = "refused",
        /// It is not held here.
        NotHeld = "not_held",
        /// No notice stands yet.
        Open = "open",
    }
}

impl RequestOutcome {
    /// What the notice that stands makes of a request.
    pub const fn of(notice: Option<NoticeKind>) -> Self {
        match notice {
            Some(NoticeKind::Grant) => Self::Granted,
            Some(NoticeKind::GrantInPart) => Self::GrantedInPart,
            Some(NoticeKind::Refuse) => Self::Refused,
            Some(NoticeKind::NotHeld) => Self::NotHeld,
            None => Self::Open,
        }
    }
}

/// What the report reads of a request. Neither who asks nor what is asked for is part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestTold {
    /// The number in the register.
    pub number: String,
    /// What moved its clocks.
    pub course: RequestCourse,
    /// The day of the first notice, whether or not that one stands.
    pub first_told_on: Option<Day>,
    /// The article that the notice which stands rests on.
    pub article: Option<String>,
    /// What was objected, and what was decided on it.
    pub objections: Vec<(Ground, Option<DecisionOutcome>)>,
}

/// A request in the report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReportLine {
    /// The number in the register. It opens nothing.
    pub number: String,
    /// The day it was received.
    pub received_on: Day,
    /// What became of it.
    pub outcome: RequestOutcome,
    /// The day of the notice that stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub told_on: Option<Day>,
    /// Working days from receipt to that notice, or to today while none stands.
    pub days: u32,
    /// The notice's last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_on: Option<Day>,
    /// Working days that it was told late, or is late by now; 0 where it is in time.
    pub late_days: u32,
    /// Whether it took the longer limit, with a written reason.
    pub extended: bool,
    /// Objections to it.
    pub objections: u32,
}

impl RequestTold {
    /// The request as the report shows it on a day.
    ///
    /// It is late against the law's own limit, even where the superior set a new day afterwards, and against that day as well:
    /// who is right in an objection to silence must not make the silence vanish.
    pub fn line(&self, profile: Option<&RequestProfile>, holidays: &Holidays, today: Day) -> ReportLine {
        let course = &self.course;
        let told_on = course.notice.map(|notice| notice.on);
        let late_days =
            |due_on, met_on: Option<Day>| holidays.working_days_between(due_on, met_on.unwrap_or(today));
        let by_law = RequestCourse { answer_by: None, ..*course };
        let late = profile.map(|profile| {
            let first = late_days(by_law.notice_due(profile, holidays), self.first_told_on);
            first.max(late_days(course.notice_due(profile, holidays), told_on))
        });
        ReportLine {
            number: self.number.clone(),
            received_on: course.received_on,
            outcome: RequestOutcome::of(course.notice.map(|notice| notice.kind)),
            told_on,
            days: holidays.working_days_between(course.received_on, told_on.unwrap_or(today)),
            due_on: profile.map(|profile| course.notice_due(profile, holidays)),
            late_days: late.unwrap_or_default(),
            extended: course.extended_on.is_some(),
            objections: u32::try_from(self.objections.len()).unwrap_or(u32::MAX),
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::request::NoticeGiven;
    use crate::request::clock::tests::{day, holidays, profile};

    pub(in crate::request::report) fn told(received_on: &str) -> RequestTold {
        RequestTold {
            number: "PI-2026-00001".into(),
            course: RequestCourse::begun(day(received_on)),
            first_told_on: None,
            article: None,
            objections: Vec::new(),
        }
    }

    pub(in crate::request::report) fn answered(received_on: &str, kind: NoticeKind, on: &str) -> RequestTold {
        let mut told = told(received_on);
        told.course.notice = Some(NoticeGiven { kind, on: day(on) });
        told.first_told_on = Some(day(on));
        told
    }

    fn check(told: &RequestTold, today: &str, expected: (RequestOutcome, u32, u32)) {
        let line = told.line(Some(&profile()), &holidays(), day(today));
        assert_eq!((line.outcome, line.days, line.late_days), expected, "{told:?}");
    }

    #[test]
    fn days_run_to_the_notice_that_stands() {
        use RequestOutcome::{Granted, Open, Refused};
        // Ten working days from the tenth of June end on the 25th: the sixteenth is a holiday.
        check(&told("2026-06-10"), "2026-06-12", (Open, 2, 0));
        check(&told("2026-06-10"), "2026-06-29", (Open, 12, 2));
        check(&answered("2026-06-10", NoticeKind::Grant, "2026-06-10"), "2026-12-01", (Granted, 0, 0));
        check(&answered("2026-06-10", NoticeKind::Refuse, "2026-06-26"), "2026-12-01", (Refused, 11, 1));
        let mut extended = answered("2026-06-10", NoticeKind::Refuse, "2026-06-26");
        extended.course.extended_on = Some(day("2026-06-25"));
        check(&extended, "2026-12-01", (Refused, 11, 0));
    }

    #[test]
    fn a_new_day_takes_nothing_from_what_was_late() {
        // Silent until after the last day; the superior had it answered anew, which was done in time.
        let mut silent = answered("2026-06-10", NoticeKind::Grant, "2026-07-03");
        silent.course.answer_by = Some(day("2026-07-06"));
        check(&silent, "2026-12-01", (RequestOutcome::Granted, 16, 6));
        // Refused in time, and answered anew a day after the superior's day.
        let mut anew = answered("2026-06-10", NoticeKind::Grant, "2026-07-07");
        anew.first_told_on = Some(day("2026-06-12"));
        anew.course.answer_by = Some(day("2026-07-06"));
        check(&anew, "2026-12-01", (RequestOutcome::Granted, 18, 1));
        anew.course.notice = None;
        check(&anew, "2026-07-06", (RequestOutcome::Open, 17, 0));
        check(&anew, "2026-07-08", (RequestOutcome::Open, 19, 2));
    }

    #[test]
    fn without_a_profile_nothing_is_late() {
        let line = told("2026-06-10").line(None, &holidays(), day("2026-12-01"));
        assert_eq!((line.due_on, line.late_days), (None, 0));
    }
}
