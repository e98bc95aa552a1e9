use shared::calendar::{Certainty, Day};
use shared::complaint::{At, Entry, EntryKind, Milestone, Stage};
use shared::regulation::{Deadline, Step};

use super::{beside, shown};
use crate::complaint::parts::{course, deadlines, story_line};
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::use_lang;

fn day(day: i8) -> Day {
    Day::new(2026, 11, day).expect("November has thirty days")
}

/// How far a complaint is, what must happen by when, and what happened.
pub fn complaint() -> Part {
    let lang = use_lang();
    let (texts, tracking) = (lang.gallery(), lang.tracking());
    let panel =
        |name: &str, content: Part| tag("div").class("panel").with(tag("h3").with(name)).with(content);
    let due = [
        deadline(Step::VerifyAndDispose, 3, Some(4), Some(4)),
        deadline(Step::FirstFollowUp, 5, Some(9), None),
        Deadline { confirmed: false, paused: true, ..deadline(Step::Done, 14, Some(26), None) },
        Deadline { certainty: Certainty::Estimated, ..deadline(Step::ReplyWindow, 10, None, None) },
    ];
    beside(vec![
        shown(texts.normal, panel(tracking.progress, course(&usual()).into())),
        shown(texts.waiting, panel(tracking.progress, course(&postponed()).into())),
        shown(texts.normal, panel(tracking.next, deadlines(&due, day(12)))),
        shown(texts.filled, panel(tracking.story, story().into())),
    ])
}

fn usual() -> [Milestone; 5] {
    [
        Milestone { stage: Stage::Received, at: At::Done, on: Some(day(2)) },
        Milestone { stage: Stage::Verified, at: At::Done, on: Some(day(3)) },
        Milestone { stage: Stage::InProgress, at: At::Here, on: Some(day(9)) },
        Milestone { stage: Stage::Answered, at: At::Ahead, on: None },
        Milestone { stage: Stage::Closed, at: At::Ahead, on: None },
    ]
}

fn postponed() -> [Milestone; 3] {
    [
        Milestone { stage: Stage::Received, at: At::Done, on: Some(day(2)) },
        Milestone { stage: Stage::Postponed, at: At::Here, on: Some(day(3)) },
        Milestone { stage: Stage::Closed, at: At::Ahead, on: None },
    ]
}

fn deadline(step: Step, working_days: u32, due_on: Option<i8>, met_on: Option<i8>) -> Deadline {
    Deadline {
        step,
        due_on: due_on.map(day),
        working_days,
        from: due_on.map(|_| day(2)),
        confirmed: true,
        certainty: Certainty::Known,
        paused: false,
        met_on: met_on.map(day),
    }
}

fn story() -> Tag {
    let texts = use_lang().gallery();
    let entry = |on, kind, text: Option<&str>| {
        let text = text.map(str::to_owned);
        let entry = Entry {
            on: day(on),
            at: 0,
            kind,
            stage: None,
            agency: None,
            outcome: None,
            promised_on: None,
            text,
            files: Vec::new(),
        };
        story_line(entry, None)
    };
    tag("ol").class("story").with([
        entry(9, EntryKind::MessageToReporter, Some(texts.answer_given)),
        entry(4, EntryKind::Disposed, None),
        entry(2, EntryKind::Received, None),
    ])
}
