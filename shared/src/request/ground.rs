use serde::{Deserialize, Serialize};

use super::{NoticeKind, RequestCourse, RequestProfile};
use crate::calendar::{Day, Holidays};
use crate::complaint::words;

words! {
    /// The seven grounds of an objection, in the order of the law (UU 14/2008, article 35).
    Ground {
        /// The request was refused. Offered after a refusal, and after a grant in part: what is withheld is refused.
        Refused = "refused",
        /// What must be public regularly is not. Offered at any time, since it goes on until it is.
        NoRegularInformation = "no_regular_information",
        /// Nobody answered. Offered once the last day has passed without a notice.
        NoAnswer = "no_answer",
        /// It was answered otherwise than it was asked. Offered after a grant, and to who was told that nothing is held: an
        /// answer that is wrong must be open to an objection.
        NotAsAsked = "not_as_asked",
        /// It was not fulfilled. Offered after the same answers: a grant that brings nothing, or something that is held after all.
        NotFulfilled = "not_fulfilled",
        /// The cost is unreasonable. Offered once a cost was told.
        UnreasonableCost = "unreasonable_cost",
        /// It came later than the law allows. Offered once the last day has passed, and after a notice that came later.
        Late = "late",
    }
}

/// A ground that the law offers now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OfferedGround {
    /// The ground.
    pub ground: Ground,
    /// Since when it is there: day zero of the time for an objection.
    pub since: Day,
    /// The last day for an objection on it; none while the ground goes on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Day>,
}

impl RequestCourse {
    /// The grounds that the law offers on a day, in its order. None while an objection waits for its decision, and none after
    /// one was dismissed until something new is told: from there the way leads to the Komisi Informasi.
    pub fn offers(&self, profile: &RequestProfile, holidays: &Holidays, today: Day) -> Vec<OfferedGround> {
        if self.has_open_objection() || self.is_settled {
            return Vec::new();
        }
        let offers = Ground::ALL.iter().filter_map(|ground| {
            let since = self.since(*ground, profile, holidays, today)?;
            let until = (*ground != Ground::NoRegularInformation)
                .then(|| holidays.add_working_days(since, profile.objection_days));
            until.is_none_or(|until| today <= until).then_some(OfferedGround {
                ground: *ground,
                since,
                until,
            })
        });
        offers.collect()
    }

    /// The day a ground arose.
    fn since(
        &self,
        ground: Ground,
        profile: &RequestProfile,
        holidays: &Holidays,
        today: Day,
    ) -> Option<Day> {
        let due_on = self.notice_due(profile, holidays);
        let silent_since = (self.notice.is_none() && today > due_on).then_some(due_on);
        let notice = self.notice;
        match ground {
            Ground::Refused => notice
                .filter(|notice| matches!(notice.kind, NoticeKind::Refuse | NoticeKind::GrantInPart))
                .map(|notice| notice.on),
            Ground::NoRegularInformation => Some(self.received_on),
            Ground::NoAnswer => silent_since,
            Ground::NotAsAsked | Ground::NotFulfilled => notice
                .filter(|notice| notice.kind != NoticeKind::Refuse)
                .map(|notice| self.delivered_on.map_or(notice.on, |on| on.max(notice.on))),
            Ground::UnreasonableCost => notice.and(self.charged_on),
            Ground::Late => silent_since.or_else(|| notice.map(|notice| notice.on).filter(|on| *on > due_on)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::clock::tests::{day, holidays, profile};
    use super::super::{NoticeGiven, ObjectionCourse};
    use super::*;

    fn offers(course: &RequestCourse, today: &str) -> String {
        let found = course.offers(&profile(), &holidays(), day(today)).into_iter();
        let words = found.map(|one| match one.until {
            Some(until) => format!("{}<{until}", one.ground),
            None => one.ground.to_string(),
        });
        words.collect::<Vec<_>>().join(" ")
    }

    fn begun() -> RequestCourse {
        RequestCourse::begun(day("2026-06-10"))
    }

    fn told(kind: NoticeKind, on: &str) -> RequestCourse {
        RequestCourse { notice: Some(NoticeGiven { kind, on: day(on) }), ..begun() }
    }

    #[test]
    fn silence_is_a_ground_after_the_last_day() {
        let check = |today: &str, expected: &str| assert_eq!(offers(&begun(), today), expected, "{today}");
        check("2026-06-10", "no_regular_information");
        check("2026-06-25", "no_regular_information");
        check("2026-06-26", "no_regular_information no_answer<2026-08-06 late<2026-08-06");
        check("2026-08-06", "no_regular_information no_answer<2026-08-06 late<2026-08-06");
        check("2026-08-07", "no_regular_information");
    }

    #[test]
    fn each_answer_has_its_grounds() {
        let check = |kind, expected: &str| {
            assert_eq!(offers(&told(kind, "2026-06-12"), "2026-06-12"), expected, "{kind}");
        };
        check(NoticeKind::Refuse, "refused<2026-07-27 no_regular_information");
        check(NoticeKind::Grant, "no_regular_information not_as_asked<2026-07-27 not_fulfilled<2026-07-27");
        check(NoticeKind::NotHeld, "no_regular_information not_as_asked<2026-07-27 not_fulfilled<2026-07-27");
        check(
            NoticeKind::GrantInPart,
            "refused<2026-07-27 no_regular_information not_as_asked<2026-07-27 not_fulfilled<2026-07-27",
        );
    }

    #[test]
    fn a_late_answer_and_a_cost_are_grounds_of_their_own() {
        assert_eq!(
            offers(&told(NoticeKind::Refuse, "2026-06-26"), "2026-06-29"),
            "refused<2026-08-07 no_regular_information late<2026-08-07"
        );
        let paid = RequestCourse {
            charged_on: Some(day("2026-06-12")),
            delivered_on: Some(day("2026-06-15")),
            ..told(NoticeKind::Grant, "2026-06-12")
        };
        assert_eq!(
            offers(&paid, "2026-06-15"),
            "no_regular_information not_as_asked<2026-07-28 not_fulfilled<2026-07-28 unreasonable_cost<2026-07-27"
        );
    }

    #[test]
    fn of_two_objections_one_waits_for_the_other() {
        let filed_on = day("2026-06-15");
        let refused = told(NoticeKind::Refuse, "2026-06-12");
        let open =
            RequestCourse { objection: Some(ObjectionCourse { filed_on, decided_on: None }), ..refused };
        assert_eq!(offers(&open, "2026-06-17"), "");
        let decided = Some(ObjectionCourse { filed_on, decided_on: Some(day("2026-06-18")) });
        let dismissed = RequestCourse { objection: decided, is_settled: true, ..refused };
        assert_eq!(offers(&dismissed, "2026-06-18"), "", "from there it is a dispute");
        let anew = RequestCourse { objection: decided, answer_by: Some(day("2026-06-24")), ..begun() };
        assert_eq!(offers(&anew, "2026-06-24"), "no_regular_information");
        assert_eq!(
            offers(&anew, "2026-06-25"),
            "no_regular_information no_answer<2026-08-05 late<2026-08-05"
        );
    }
}
