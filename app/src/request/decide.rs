use shared::api::DecideObjection;
use shared::request::{DecisionOutcome, NewDecision, RequestAction};

use super::form::{Letter, PLACE, action_form, area, empty};
use super::opened::Opened;
use crate::platform::dom::{Part, Tag};
use crate::platform::sending::Sending;
use crate::platform::settings::use_meta;
use crate::platform::ui::{Field, date_field};

/// The superior's decision on an objection. Where it is upheld, the request is answered anew by a day.
pub fn decide(opened: Opened, action: RequestAction) -> Tag {
    let texts = opened.lang.requesting();
    let sending = Sending::idle();
    let today = use_meta().today;
    let is_upheld = action == RequestAction::Uphold;
    let outcome = if is_upheld { DecisionOutcome::Upheld } else { DecisionOutcome::Dismissed };
    let letter = Letter::empty();
    let [reasons, answer_by] = [empty(), empty()];
    let send = move || {
        let body = NewDecision {
            outcome: Some(outcome),
            letter_number: letter.number.get_untracked(),
            official: letter.official.get_untracked(),
            reasons: reasons.get_untracked(),
            answer_by: answer_by.get_untracked(),
        };
        match body.check(today) {
            Err(problems) => sending.blame(problems, PLACE),
            Ok(_) => opened.order::<DecideObjection>(sending, body, texts.now_decided),
        }
    };
    let anew = is_upheld.then(|| {
        let field = Field::new("answer_by", texts.answer_by).hint(texts.answer_by_hint);
        let first = today.plus(1).to_string();
        date_field(field.problem(sending.problem("answer_by")), Some(first), None, answer_by)
    });
    let fields: [Part; 3] = [
        letter.fields(opened, sending),
        area(sending, Field::new("reasons", texts.reasons).hint(texts.reader_hint), reasons),
        anew.into(),
    ];
    action_form(opened, action, sending, fields, send)
}
