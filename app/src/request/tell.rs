use shared::api::NotifyRequest;
use shared::request::{NewNotHeld, RequestAction};

use super::form::{Letter, PLACE, action_form, area, empty, line};
use super::opened::Opened;
use crate::platform::dom::{Part, Tag};
use crate::platform::sending::Sending;
use crate::platform::ui::Field;

/// The letter that says that something is not held here.
pub fn not_held(opened: Opened) -> Tag {
    let texts = opened.lang.requesting();
    let sending = Sending::idle();
    let letter = Letter::empty();
    let [holder, words] = [empty(), empty()];
    let send = move || {
        let body = NewNotHeld {
            letter_number: letter.number.get_untracked(),
            official: letter.official.get_untracked(),
            holder: holder.get_untracked(),
            text: words.get_untracked(),
        };
        match body.check() {
            Err(problems) => sending.blame(problems, PLACE),
            Ok(_) => opened.order::<NotifyRequest>(sending, body, texts.now_told),
        }
    };
    let fields: [Part; 3] = [
        letter.fields(opened, sending),
        line(sending, Field::new("holder", texts.holder).hint(texts.holder_hint), holder),
        area(sending, Field::new("text", texts.words).hint(texts.reader_hint).optional(), words),
    ];
    action_form(opened, RequestAction::Notify, sending, fields, send)
}
