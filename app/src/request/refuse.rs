use shared::api::RefuseRequest;
use shared::request::{NewRequestRefusal, RequestAction};

use super::form::{Letter, PLACE, action_form, area, empty, line};
use super::opened::Opened;
use crate::platform::dom::{Part, Tag};
use crate::platform::sending::Sending;
use crate::platform::ui::Field;

/// The letter that refuses a request.
pub fn refuse(opened: Opened) -> Tag {
    let texts = opened.lang.requesting();
    let sending = Sending::idle();
    let letter = Letter::empty();
    let [article, test, reason] = [empty(), empty(), empty()];
    let send = move || {
        let body = NewRequestRefusal {
            letter_number: letter.number.get_untracked(),
            official: letter.official.get_untracked(),
            article: article.get_untracked(),
            consequence_test: test.get_untracked(),
            text: reason.get_untracked(),
        };
        match body.check() {
            Err(problems) => sending.blame(problems, PLACE),
            Ok(_) => opened.order::<RefuseRequest>(sending, body, texts.now_told),
        }
    };
    let fields: [Part; 4] = [
        letter.fields(opened, sending),
        line(sending, Field::new("article", texts.article).hint(texts.article_hint), article),
        line(sending, Field::new("consequence_test", texts.test).optional(), test),
        area(sending, Field::new("text", texts.why_refused).hint(texts.reader_hint), reason),
    ];
    action_form(opened, RequestAction::Refuse, sending, fields, send)
}
