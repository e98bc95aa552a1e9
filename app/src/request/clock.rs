use shared::calendar::Certainty;
use shared::lang::{Lang, fill};
use shared::request::{DeskRequest, RequestDeadline, RequestStep, RequestView};

use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::{day_long, day_short};
use crate::platform::settings::use_meta;

/// What must happen by when, how that day was worked out, and how sure it is.
pub fn clock(lang: Lang, view: &DeskRequest) -> Part {
    let (texts, tracking) = (lang.requesting(), lang.tracking());
    let request = &view.request;
    let rows: Vec<_> = request.deadlines.iter().map(|one| row(lang, request, one)).collect();
    let any = |test: fn(&RequestDeadline) -> bool| {
        request.deadlines.iter().any(|one| one.met_on.is_none() && test(one))
    };
    let notes = [
        (any(|one| !one.confirmed), lang.request().unconfirmed),
        (any(|one| one.certainty == Certainty::Estimated), tracking.estimated),
        (any(|one| one.certainty == Certainty::NoData), tracking.no_data),
    ];
    let notes = notes.into_iter().filter(|(applies, _)| *applies);
    let notes: Vec<_> = notes.map(|(_, note)| tag("p").class("fine").with(note)).collect();
    tag("section")
        .class("panel")
        .with(tag("h2").with(texts.clock))
        .with(tag("ul").class("deadlines").with(rows))
        .with(notes)
        .into()
}

fn row(lang: Lang, request: &RequestView, one: &RequestDeadline) -> Tag {
    let texts = lang.tracking();
    let is_open = one.met_on.is_none();
    let when = match one.met_on {
        Some(met_on) => [texts.met_on, " ", &day_long(lang, met_on)].concat(),
        None => day_long(lang, one.due_on),
    };
    // Nobody here hears of a dispute, so its day may pass without anything being late.
    let is_over = is_open && one.step != RequestStep::Dispute && one.due_on < use_meta().today;
    let late = (one.late_days > 0).then(|| lang.days_left(-i32::try_from(one.late_days).unwrap_or(i32::MAX)));
    let late = late.or_else(|| is_over.then(|| texts.overdue.to_owned()));
    let marks = [
        (is_open && !one.confirmed, texts.unconfirmed_mark),
        (is_open && one.certainty != Certainty::Known, texts.estimated_mark),
    ];
    let marks = marks.into_iter().filter(|(applies, _)| *applies);
    let marks: Vec<_> = marks.map(|(_, words)| tag("span").class("badge").with(words)).collect();
    tag("li")
        .class(if is_open { "deadline" } else { "deadline deadline-met" })
        .with(tag("span").class("deadline-step").with(lang.request_step(one.step)))
        .with(tag("span").class("deadline-when").with(when))
        .with(tag("span").class("fine").with(worked_out(lang, request, one)))
        .with(
            tag("span")
                .class("badges")
                .with(late.map(|words| tag("span").class("badge badge-bad").with(words)))
                .with(marks),
        )
}

/// How its last day was worked out.
fn worked_out(lang: Lang, request: &RequestView, one: &RequestDeadline) -> String {
    let texts = lang.requesting();
    let (days, from) = (lang.working_days(one.working_days), day_short(lang, one.from));
    let counted = fill(texts.counted, &[("days", &days), ("from", &from)]);
    match special(request, one) {
        Some(Special::Given) => [&counted, "; ", texts.given].concat(),
        Some(Special::Extended) => [&counted, "; ", texts.with_extension].concat(),
        None => counted,
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Special {
    Given,
    Extended,
}

/// What moves a notice's last day: the day that the superior gave, else the extension.
fn special(request: &RequestView, one: &RequestDeadline) -> Option<Special> {
    if one.step != RequestStep::Notice {
        return None;
    }
    let decisions = request.objections.iter().filter_map(|objection| objection.decision.as_ref());
    if decisions.filter_map(|decision| decision.answer_by).any(|day| day == one.due_on) {
        return Some(Special::Given);
    }
    request.extension.is_some().then_some(Special::Extended)
}

#[cfg(test)]
pub mod tests {
    use shared::calendar::Day;
    use shared::request::{
        DecisionOutcome, DecisionView, ExtensionView, Ground, ObjectionView, Obtain, RequestStage, SendBy,
    };

    use super::*;

    pub fn day(raw: &str) -> Day {
        Day::parse(raw).unwrap()
    }

    pub fn request() -> RequestView {
        RequestView {
            number: "PI-2026-00001".into(),
            stage: RequestStage::Received,
            received_on: day("2026-06-10"),
            agency: None,
            what: "Rencana kerja.".into(),
            purpose: "Penelitian.".into(),
            obtain: Obtain::SoftCopy,
            send: SendBy::PickUp,
            deadlines: Vec::new(),
            extension: None,
            notices: Vec::new(),
            files: Vec::new(),
            objections: Vec::new(),
            offers: Vec::new(),
            erased_on: None,
        }
    }

    pub fn objection(decided: Option<(DecisionOutcome, &str, Option<&str>)>) -> ObjectionView {
        ObjectionView {
            ground: Ground::Refused,
            text: "Saya keberatan.".into(),
            filed_on: day("2026-06-15"),
            decision: decided.map(|(outcome, on, answer_by)| DecisionView {
                outcome,
                on: day(on),
                letter_number: "K-1".into(),
                official: "Atasan PPID".into(),
                reasons: "Alasan.".into(),
                answer_by: answer_by.map(day),
            }),
        }
    }

    #[test]
    fn a_last_day_says_what_moved_it() {
        let deadline = |step, due_on| RequestDeadline {
            step,
            from: day("2026-06-10"),
            due_on: day(due_on),
            working_days: 10,
            confirmed: true,
            certainty: Certainty::Known,
            met_on: None,
            late_days: 0,
            left_days: 0,
        };
        let notice = deadline(RequestStep::Notice, "2026-06-25");
        assert_eq!(special(&request(), &notice), None);
        let extension = Some(ExtensionView { on: day("2026-06-20"), reason: "Arsip.".into() });
        let extended = RequestView { extension, ..request() };
        assert_eq!(special(&extended, &notice), Some(Special::Extended));
        assert_eq!(special(&extended, &deadline(RequestStep::Decision, "2026-06-25")), None);
        let upheld = objection(Some((DecisionOutcome::Upheld, "2026-06-18", Some("2026-06-25"))));
        let anew = RequestView { objections: vec![upheld], ..extended };
        assert_eq!(special(&anew, &notice), Some(Special::Given));
    }
}
