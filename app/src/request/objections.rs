use shared::lang::Lang;
use shared::request::{DeskRequest, ObjectionView};

use super::asked::facts;
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::day_long;

/// Objections and what was decided, the latest first.
pub fn objections(lang: Lang, view: &DeskRequest) -> Part {
    let all = &view.request.objections;
    if all.is_empty() {
        return Part::Nothing;
    }
    tag("section")
        .class("panel")
        .with(tag("h2").with(lang.request().objections))
        .with(all.iter().map(|one| objection(lang, one)).collect::<Vec<_>>())
        .into()
}

fn objection(lang: Lang, one: &ObjectionView) -> Tag {
    let texts = lang.request();
    let filed =
        [(texts.filed_on, Some(day_long(lang, one.filed_on))), (texts.object_text, Some(one.text.clone()))];
    let decided: Part = match &one.decision {
        None => tag("p").with(texts.waits).into(),
        Some(decision) => {
            let rows = [
                (texts.letter_number, Some(decision.letter_number.clone())),
                (texts.day, Some(day_long(lang, decision.on))),
                (lang.requesting().reasons, Some(decision.reasons.clone())),
                (texts.anew, decision.answer_by.map(|day| day_long(lang, day))),
                (texts.signed, Some(decision.official.clone())),
            ];
            [tag("h4").with(lang.decision_outcome(decision.outcome)), facts(rows)].into()
        }
    };
    tag("article")
        .class("request-letter")
        .with(tag("h3").with(lang.ground(one.ground)))
        .with(facts(filed))
        .with(decided)
}
