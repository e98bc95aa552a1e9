use shared::information::consequence::{
    ConsequenceDecision, ConsequenceOutcome, ConsequenceStage, ConsequenceTest, Consideration,
};
use shared::lang::Lang;

use crate::platform::dom::{Tag, tag};
use crate::platform::lang::day_short;
use crate::platform::settings::agency_name;

/// Where a test stands, what was fixed, and how long its term still lasts, in short words.
pub fn badges(
    lang: Lang,
    stage: ConsequenceStage,
    outcome: Option<ConsequenceOutcome>,
    days_left: Option<i32>,
) -> Tag {
    let look = if stage == ConsequenceStage::ToReview { "badge badge-bad" } else { "badge badge-stage" };
    let outcome = outcome.map(|outcome| tag("span").class("badge").with(lang.consequence_outcome(outcome)));
    let left = days_left.map(|days| tag("span").class("badge").with(lang.term_left(days)));
    tag("span")
        .class("badges")
        .with(tag("span").class(look).with(lang.consequence_stage(stage)))
        .with(outcome)
        .with(left)
}

/// What is proposed.
pub fn proposal_facts(lang: Lang, test: &ConsequenceTest) -> Tag {
    let texts = lang.excluding();
    facts([
        (texts.agency, agency_name(lang, &test.agency)),
        (texts.document, test.document.clone()),
        (texts.information, test.information.clone()),
        (texts.law, test.law.clone()),
        (texts.consequence, test.consequence.clone()),
        (texts.interest, test.interest.clone()),
        (texts.proposed_until, day_short(lang, test.until)),
        (texts.proposer, test.proposer.clone()),
    ])
}

/// Who considered it, and what they found.
pub fn consideration_facts(lang: Lang, considered: &Consideration) -> Tag {
    let texts = lang.excluding();
    facts([
        (texts.considered_on, day_short(lang, considered.considered_on)),
        (texts.considered_by, considered.considered_by.join("\n")),
        (texts.said, considered.said.clone()),
    ])
}

/// What was decided, with what it rests on.
pub fn decision_facts(lang: Lang, decision: &ConsequenceDecision) -> Tag {
    let texts = lang.excluding();
    let mut rows = vec![
        (texts.number, decision.number.clone()),
        (texts.decided_on, day_short(lang, decision.decided_on)),
        (texts.outcome, lang.consequence_outcome(decision.outcome).to_owned()),
    ];
    rows.extend(decision.until.map(|until| (texts.until, day_short(lang, until))));
    rows.push((texts.considered_by, decision.consideration.considered_by.join("\n")));
    facts(rows)
}

fn facts(rows: impl IntoIterator<Item = (&'static str, String)>) -> Tag {
    let row = |(name, value): (&'static str, String)| {
        tag("div").class("fact").with(tag("dt").with(name)).with(tag("dd").class("story-text").with(value))
    };
    tag("dl").class("facts").with(rows.into_iter().map(row).collect::<Vec<_>>())
}
