use std::collections::BTreeMap;

use super::{
    ObjectionCounts, PaceCount, RefusalCount, ReportDays, ReportLine, RequestOutcome, RequestReport,
    RequestTold,
};
use crate::calendar::{Day, Holidays};
use crate::request::{DecisionOutcome, Ground, RequestProfile, RequestStep};

/// The spans in which days are counted: weeks of five working days.
const SPANS: [(u32, Option<u32>); 5] =
    [(0, Some(5)), (6, Some(10)), (11, Some(15)), (16, Some(20)), (21, None)];

impl RequestReport {
    /// Counts the requests that were received in a year, as they are on a day. `years` are those that have any.
    pub fn count(
        (year, years): (i16, Vec<i16>),
        told: &[RequestTold],
        profiles: &[RequestProfile],
        holidays: &Holidays,
        today: Day,
    ) -> Self {
        let profile = |one: &RequestTold| RequestProfile::for_day(profiles, one.course.received_on);
        let lines: Vec<ReportLine> = told.iter().map(|one| one.line(profile(one), holidays, today)).collect();
        let number =
            |fits: &dyn Fn(&ReportLine) -> bool| many(lines.iter().filter(|line| fits(line)).count());
        let outcome = |outcome| number(&|line| line.outcome == outcome);
        let disputable = told.iter().filter(|one| {
            let deadlines = profile(one).map(|profile| one.course.deadlines(profile, holidays, today));
            let mut deadlines = deadlines.into_iter().flatten();
            deadlines.any(|deadline| deadline.step == RequestStep::Dispute && today <= deadline.due_on)
        });
        let month = |month: i8| number(&|line| line.received_on.month().number() == month);
        Self {
            year,
            as_of: today,
            confirmed: told.iter().filter_map(profile).all(|profile| profile.confirmed),
            years,
            received: many(lines.len()),
            granted: outcome(RequestOutcome::Granted),
            granted_in_part: outcome(RequestOutcome::GrantedInPart),
            refused: outcome(RequestOutcome::Refused),
            not_held: outcome(RequestOutcome::NotHeld),
            open: outcome(RequestOutcome::Open),
            extended: number(&|line| line.extended),
            late: number(&|line| line.late_days > 0),
            late_open: number(&|line| line.late_days > 0 && line.told_on.is_none()),
            days: days(&lines),
            paces: SPANS.map(|span| pace(&lines, span)).to_vec(),
            months: (1..=12).map(month).collect(),
            refusals: refusals(told),
            objections: objections(told),
            disputable: many(disputable.count()),
            requests: lines,
        }
    }
}

fn many(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn days(lines: &[ReportLine]) -> ReportDays {
    let mut days: Vec<u32> =
        lines.iter().filter(|line| line.told_on.is_some()).map(|line| line.days).collect();
    days.sort_unstable();
    let told = many(days.len());
    let Some(longest) = days.last().copied() else { return ReportDays::default() };
    let (low, high) = (days[(days.len() - 1) / 2], days[days.len() / 2]);
    let sum: f64 = days.iter().map(|days| f64::from(*days)).sum();
    ReportDays {
        told,
        median: Some((f64::from(low) + f64::from(high)) / 2.0),
        mean: Some(sum / f64::from(told)),
        longest: Some(longest),
    }
}

fn pace(lines: &[ReportLine], (from, to): (u32, Option<u32>)) -> PaceCount {
    let told = lines.iter().filter(|line| line.told_on.is_some());
    let within = told.filter(|line| line.days >= from && to.is_none_or(|to| line.days <= to));
    PaceCount { from, to, count: many(within.count()) }
}

/// Articles that differ in capitals and spaces alone are one; it is written as it was given first.
fn refusals(told: &[RequestTold]) -> Vec<RefusalCount> {
    let mut found: BTreeMap<String, RefusalCount> = BTreeMap::new();
    for one in told {
        let outcome = RequestOutcome::of(one.course.notice.map(|notice| notice.kind));
        let rests = matches!(outcome, RequestOutcome::Refused | RequestOutcome::GrantedInPart);
        let Some(article) = one.article.as_deref().filter(|_| rests) else { continue };
        let article = article.split_whitespace().collect::<Vec<_>>().join(" ");
        let counted = found.entry(article.to_lowercase()).or_insert(RefusalCount { article, count: 0 });
        counted.count += 1;
    }
    let mut found: Vec<RefusalCount> = found.into_values().collect();
    found.sort_by_key(|counted| std::cmp::Reverse(counted.count));
    found
}

fn objections(told: &[RequestTold]) -> Vec<ObjectionCounts> {
    let counts = Ground::ALL.iter().map(|ground| {
        let all = told.iter().flat_map(|one| &one.objections).filter(|(known, _)| known == ground);
        let mut counts = ObjectionCounts { ground: *ground, upheld: 0, dismissed: 0, waiting: 0 };
        for (_, outcome) in all {
            match outcome {
                Some(DecisionOutcome::Upheld) => counts.upheld += 1,
                Some(DecisionOutcome::Dismissed) => counts.dismissed += 1,
                None => counts.waiting += 1,
            }
        }
        counts
    });
    counts.filter(|counts| counts.total() > 0).collect()
}

#[cfg(test)]
mod tests {
    use super::super::line::tests::{answered, told};
    use super::*;
    use crate::request::clock::tests::{day, holidays, profile};
    use crate::request::{NoticeKind, ObjectionCourse};

    fn count(told: &[RequestTold], today: &str) -> RequestReport {
        RequestReport::count((2026, vec![2026]), told, &[profile()], &holidays(), day(today))
    }

    #[test]
    fn each_request_is_counted_once() {
        let mut refused = answered("2026-06-10", NoticeKind::Refuse, "2026-06-26");
        refused.article = Some("Pasal  contoh huruf a".into());
        let mut part = answered("2026-06-10", NoticeKind::GrantInPart, "2026-06-11");
        part.article = Some("pasal contoh huruf A".into());
        let mut extended = told("2026-07-01");
        extended.course.extended_on = Some(day("2026-07-02"));
        let all = [
            answered("2026-01-05", NoticeKind::Grant, "2026-01-08"),
            refused,
            part,
            answered("2026-06-10", NoticeKind::NotHeld, "2026-06-12"),
            extended,
            told("2026-06-10"),
        ];
        let report = count(&all, "2026-07-03");
        let by_outcome = RequestOutcome::ALL.iter().map(|outcome| report.of(*outcome));
        assert_eq!(by_outcome.collect::<Vec<_>>(), [1, 1, 1, 1, 2]);
        assert_eq!(report.received, 6);
        assert_eq!((report.extended, report.late, report.late_open), (1, 2, 1));
        // 1, 2, 3 and 11 working days.
        let expected = ReportDays { told: 4, median: Some(2.5), mean: Some(4.25), longest: Some(11) };
        assert_eq!(report.days, expected);
        assert_eq!(report.paces.iter().map(|pace| pace.count).collect::<Vec<_>>(), [3, 0, 1, 0, 0]);
        assert_eq!(report.months, [1, 0, 0, 0, 0, 4, 1, 0, 0, 0, 0, 0]);
        assert_eq!(
            report.refusals,
            [RefusalCount { article: "Pasal contoh huruf a".into(), count: 2 }],
            "capitals and spaces make no other article"
        );
        assert!(report.confirmed);
    }

    #[test]
    fn objections_stand_by_ground_with_what_was_decided() {
        let mut one = answered("2026-06-10", NoticeKind::Refuse, "2026-06-12");
        one.objections = vec![(Ground::Refused, Some(DecisionOutcome::Upheld)), (Ground::Late, None)];
        let mut two = answered("2026-06-10", NoticeKind::Refuse, "2026-06-12");
        two.objections = vec![(Ground::Refused, Some(DecisionOutcome::Dismissed))];
        two.course.objection =
            Some(ObjectionCourse { filed_on: day("2026-06-15"), decided_on: Some(day("2026-07-01")) });
        let report = count(&[one.clone(), two.clone()], "2026-07-02");
        let found = report
            .objections
            .iter()
            .map(|counts| (counts.ground, counts.upheld, counts.dismissed, counts.waiting));
        assert_eq!(found.collect::<Vec<_>>(), [(Ground::Refused, 1, 1, 0), (Ground::Late, 0, 0, 1)]);
        assert_eq!(report.disputable, 1);
        // Fourteen working days after the decision nothing can be brought any more.
        assert_eq!(count(&[one, two], "2026-07-22").disputable, 0);
    }

    #[test]
    fn a_year_without_requests_has_no_days() {
        let report = count(&[], "2026-07-02");
        assert_eq!((report.received, report.days), (0, ReportDays::default()));
        assert_eq!((report.refusals.len(), report.objections.len()), (0, 0));
    }
}
