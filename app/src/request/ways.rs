use shared::request::{DeskRequest, RequestAction, RequestStage};

use super::opened::Opened;
use super::{assign, decide, deliver, form, grant, identify, refuse, tell};
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::reactive::memo;
use crate::platform::ui::{Button, plain_button};

/// What may be done with a request now: a button each, or the form of the one that is open.
pub fn ways(opened: Opened) -> Tag {
    let texts = opened.lang.requesting();
    let possible =
        memo(move || opened.load.value.with(|view| view.as_ref().map(offered).unwrap_or_default()));
    // A form that is open stays as it is typed, whatever is loaded meanwhile.
    let content = move || -> Part {
        if let Some(action) = opened.form.get() {
            return form_of(opened, action).into();
        }
        Part::live(move || possible.with(|possible| buttons(opened, possible)))
    };
    tag("section")
        .class("panel panel-actions no-print")
        .with(tag("h2").id("ways").attr("tabindex", "-1").with(texts.ways))
        .live(content)
}

/// The actions of the page, what leads on before what leads aside.
fn offered(view: &DeskRequest) -> Vec<RequestAction> {
    let is_new = view.request.stage == RequestStage::Received;
    let is_first = |action: &RequestAction| match action {
        RequestAction::Assign => is_new,
        RequestAction::Grant => !is_new || !view.actions.contains(&RequestAction::Assign),
        RequestAction::Deliver | RequestAction::Uphold => true,
        _ => false,
    };
    let all = view.actions.iter().copied();
    let mut all: Vec<_> = all.filter(|action| !is_elsewhere(*action)).collect();
    all.sort_by_key(|action| match action {
        action if is_first(action) => 0,
        RequestAction::Identify => 2,
        _ => 1,
    });
    all
}

/// Reading it is what the page does; files have a panel of their own; objecting is the applicant's.
fn is_elsewhere(action: RequestAction) -> bool {
    matches!(action, RequestAction::See | RequestAction::Attach | RequestAction::Object)
}

fn buttons(opened: Opened, possible: &[RequestAction]) -> Part {
    if possible.is_empty() {
        return tag("p").with(opened.lang.requesting().no_ways).into();
    }
    let button = |(at, action): (usize, &RequestAction)| {
        let action = *action;
        // Who asks is read only where there is nothing else to be done, and then it is no way on.
        let is_main = at == 0 && action != RequestAction::Identify;
        let look = if is_main { Button::Main } else { Button::Quiet };
        plain_button(look, opened.lang.request_action(action), move || opened.opens(action))
            .attr("data-action", action.as_str())
    };
    tag("div").class("actions").with(possible.iter().enumerate().map(button).collect::<Vec<_>>()).into()
}

fn form_of(opened: Opened, action: RequestAction) -> Tag {
    match action {
        RequestAction::Assign => assign::assign(opened),
        RequestAction::Extend => form::extend(opened),
        RequestAction::Notify => tell::not_held(opened),
        RequestAction::Refuse => refuse::refuse(opened),
        RequestAction::Grant | RequestAction::GrantInPart => grant::grant(opened, action),
        RequestAction::Deliver => deliver::deliver(opened),
        RequestAction::Uphold | RequestAction::Dismiss => decide::decide(opened, action),
        RequestAction::Identify | RequestAction::See | RequestAction::Attach | RequestAction::Object => {
            identify::identify(opened)
        }
    }
}

#[cfg(test)]
mod tests {
    use shared::complaint::Channel;
    use shared::request::ApplicantKind;

    use super::super::clock::tests::request;
    use super::*;

    #[test]
    fn what_leads_on_stands_first() {
        let check = |stage, actions: &str, expected: &str| {
            let view = DeskRequest {
                version: 1,
                applicant: ApplicantKind::Person,
                channel: Channel::Web,
                request: shared::request::RequestView { stage, ..request() },
                files: Vec::new(),
                actions: actions.split(' ').map(|word| word.parse().unwrap()).collect(),
            };
            let found: Vec<&str> = offered(&view).iter().map(|action| action.as_str()).collect();
            assert_eq!(found.join(" "), expected);
        };
        let all = "see identify assign extend notify grant grant_in_part refuse";
        check(RequestStage::Received, all, "assign extend notify grant grant_in_part refuse identify");
        check(RequestStage::Assigned, all, "grant assign extend notify grant_in_part refuse identify");
        check(RequestStage::Received, "see identify notify grant", "grant notify identify");
        check(RequestStage::Granted, "see identify attach deliver", "deliver identify");
        check(RequestStage::Refused, "see identify uphold dismiss", "uphold dismiss identify");
        check(RequestStage::Delivered, "see", "");
    }
}
