use shared::api::GrantRequest;
use shared::problem::{FieldProblem, Problem};
use shared::request::{NewGrant, Obtain, RequestAction};

use super::cost::read_cost;
use super::form::{Letter, PLACE, action_form, area, cost_line, empty, line};
use super::opened::Opened;
use crate::platform::dom::{Part, Tag};
use crate::platform::reactive::{RwSignal, Signal};
use crate::platform::sending::Sending;
use crate::platform::ui::{Field, select_field};

/// The letter that grants a request, as a whole or in part: then it says what is withheld, and on what that rests.
pub fn grant(opened: Opened, action: RequestAction) -> Tag {
    let lang = opened.lang;
    let texts = lang.requesting();
    let sending = Sending::idle();
    let is_in_part = action == RequestAction::GrantInPart;
    let letter = Letter::empty();
    let [cost, parts, article, test, words] = [empty(), empty(), empty(), empty(), empty()];
    // What was asked for is mostly what is given.
    let asked = opened.load.value.with_untracked(|view| Some(view.as_ref()?.request.obtain.to_string()));
    let form = RwSignal::new(asked.unwrap_or_default());
    let send = move || {
        let read = cost.with_untracked(|cost| read_cost(cost));
        let body = NewGrant {
            letter_number: letter.number.get_untracked(),
            official: letter.official.get_untracked(),
            form: form.with_untracked(|word| word.parse().ok()),
            cost: read.unwrap_or_default(),
            parts_withheld: parts.get_untracked(),
            article: article.get_untracked(),
            consequence_test: test.get_untracked(),
            text: words.get_untracked(),
        };
        let mut problems = body.check().err().unwrap_or_default();
        problems.extend(read.err().map(|problem| FieldProblem::new("cost", problem)));
        // Without them it would be granted as a whole.
        if is_in_part && !body.is_in_part() {
            problems.push(FieldProblem::new("parts_withheld", Problem::Required));
        }
        if !problems.is_empty() {
            return sending.blame(problems, PLACE);
        }
        opened.order::<GrantRequest>(sending, body, texts.now_told);
    };
    let forms: Vec<_> =
        Obtain::ALL.iter().map(|one| (one.to_string(), lang.obtain(*one).to_owned())).collect();
    let form_field = Field::new("form", texts.form).problem(sending.problem("form"));
    let withheld = is_in_part.then(|| -> Part {
        let parts: [Part; 3] = [
            area(sending, Field::new("parts_withheld", texts.parts).hint(texts.parts_hint), parts),
            line(sending, Field::new("article", texts.article).hint(texts.article_hint), article),
            line(sending, Field::new("consequence_test", texts.test).optional(), test),
        ];
        parts.into()
    });
    let fields: [Part; 5] = [
        letter.fields(opened, sending),
        withheld.into(),
        select_field(form_field, texts.choose, Signal::stored(forms), form).into(),
        cost_line(opened, sending, cost),
        area(sending, Field::new("text", texts.words).hint(texts.reader_hint).optional(), words),
    ];
    action_form(opened, action, sending, fields, send)
}
