use shared::api::DeliverRequest;
use shared::problem::FieldProblem;
use shared::request::{NewDelivery, RequestAction, SendBy};

use super::cost::read_cost;
use super::form::{PLACE, action_form, area, cost_line, empty};
use super::opened::Opened;
use crate::platform::dom::{Part, Tag};
use crate::platform::reactive::{RwSignal, Signal};
use crate::platform::sending::Sending;
use crate::platform::settings::use_meta;
use crate::platform::ui::{Field, date_field, select_field};

/// Notes how and when what was granted reached the applicant.
pub fn deliver(opened: Opened) -> Tag {
    let lang = opened.lang;
    let texts = lang.requesting();
    let sending = Sending::idle();
    let today = use_meta().today;
    // What was wished for is mostly what is done.
    let (granted_on, wished) = opened.load.value.with_untracked(|view| {
        let request = view.as_ref().map(|view| &view.request);
        let granted_on = request.and_then(|request| Some(request.notices.first()?.on)).unwrap_or(today);
        (granted_on, request.map(|request| request.send.to_string()).unwrap_or_default())
    });
    let (send_by, delivered_on) = (RwSignal::new(wished), RwSignal::new(today.to_string()));
    let [cost, words] = [empty(), empty()];
    let send = move || {
        let read = cost.with_untracked(|cost| read_cost(cost));
        let body = NewDelivery {
            send: send_by.with_untracked(|word| word.parse().ok()),
            delivered_on: delivered_on.get_untracked(),
            cost: read.unwrap_or_default(),
            text: words.get_untracked(),
        };
        let mut problems = body.check(granted_on, today).err().unwrap_or_default();
        problems.extend(read.err().map(|problem| FieldProblem::new("cost", problem)));
        if !problems.is_empty() {
            return sending.blame(problems, PLACE);
        }
        opened.order::<DeliverRequest>(sending, body, texts.now_delivered);
    };
    let ways: Vec<_> =
        SendBy::ALL.iter().map(|one| (one.to_string(), lang.send_by(*one).to_owned())).collect();
    let field = |id, label| Field::new(id, label).problem(sending.problem(id));
    let fields: [Part; 4] = [
        select_field(field("send", texts.send), texts.choose, Signal::stored(ways), send_by).into(),
        date_field(
            field("delivered_on", texts.delivered_on),
            Some(granted_on.to_string()),
            Some(today.to_string()),
            delivered_on,
        )
        .into(),
        cost_line(opened, sending, cost),
        area(sending, Field::new("text", texts.words).hint(texts.reader_hint).optional(), words),
    ];
    action_form(opened, RequestAction::Deliver, sending, fields, send)
}
