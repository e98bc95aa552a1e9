use shared::api::AssignRequest;
use shared::problem::{FieldProblem, Problem};
use shared::request::{RequestAction, RequestAssignment};

use super::form::{PLACE, action_form};
use super::opened::Opened;
use crate::platform::dom::Tag;
use crate::platform::reactive::{RwSignal, Signal};
use crate::platform::sending::Sending;
use crate::platform::settings::use_meta;
use crate::platform::ui::{Field, select_field};

/// Gives a request to an agency's PPID.
pub fn assign(opened: Opened) -> Tag {
    let texts = opened.lang.requesting();
    let sending = Sending::idle();
    let present = opened.load.value.with_untracked(|view| view.as_ref()?.request.agency.clone());
    let agency = RwSignal::new(present.unwrap_or_default());
    let meta = use_meta();
    let agencies = meta.agencies.iter().filter(|one| !one.retired);
    let agencies: Vec<_> = agencies.map(|one| (one.key.clone(), one.name(opened.lang).to_owned())).collect();
    let field = Field::new("agency", texts.agency).hint(texts.agency_hint).problem(sending.problem("agency"));
    let send = move || {
        let agency = agency.get_untracked();
        if agency.is_empty() {
            return sending.blame(vec![FieldProblem::new("agency", Problem::Required)], PLACE);
        }
        opened.order::<AssignRequest>(sending, RequestAssignment { agency }, texts.now_assigned);
    };
    let fields = select_field(field, texts.choose, Signal::stored(agencies), agency);
    action_form(opened, RequestAction::Assign, sending, fields, send)
}
