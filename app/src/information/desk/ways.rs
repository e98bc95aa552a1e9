use shared::api::{CheckInformation, Endpoint, NoWords, PublishInformation};
use shared::information::{DeskInformation, InformationAction, InformationStage};

use super::opened::{Opened, command};
use crate::platform::dom::{Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::sending::Sending;
use crate::platform::ui::{Button, button, plain_button};

/// What may be done with an entry now.
pub fn ways(opened: Opened, entry: &DeskInformation) -> Tag {
    let lang = use_lang();
    let texts = lang.informing();
    let sending = Sending::idle();
    let is_done = matches!(entry.stage, InformationStage::Published | InformationStage::Withdrawn);
    let way = |action: &InformationAction| match action {
        InformationAction::Write => {
            let name = if is_done { texts.next_version } else { texts.change };
            plain_button(Button::Quiet, name, move || opened.opens(InformationAction::Write, "#title"))
        }
        InformationAction::Check => {
            // Where it may be published at once, that is the way on.
            let is_by_the_way = entry.actions.contains(&InformationAction::Publish);
            let look = if is_by_the_way { Button::Quiet } else { Button::Main };
            sends::<CheckInformation>(opened, sending, entry, (look, *action), texts.now_checked)
        }
        InformationAction::Publish => {
            let words = texts.now_published;
            sends::<PublishInformation>(opened, sending, entry, (Button::Main, *action), words)
        }
        InformationAction::SendBack | InformationAction::Withdraw => {
            let action = *action;
            let open = move || opened.opens(action, "#reason");
            plain_button(Button::Quiet, lang.information_action(action), open)
        }
    };
    // What leads on stands first.
    let mut actions = entry.actions.clone();
    actions.sort_by_key(|action| match action {
        InformationAction::Publish => 0,
        InformationAction::Check => 1,
        _ => 2,
    });
    let buttons: Vec<_> = actions.iter().map(way).collect();
    tag("div")
        .class("form information-ways")
        .id("ways")
        .attr("tabindex", "-1")
        .with(sending.failed())
        .with(tag("div").class("form-ways").with(buttons))
}

fn sends<E: Endpoint<Request = NoWords, Response = DeskInformation> + 'static>(
    opened: Opened,
    sending: Sending,
    entry: &DeskInformation,
    (look, action): (Button, InformationAction),
    words: &'static str,
) -> Tag {
    let (id, version) = (entry.id, entry.version);
    button(look, use_lang().information_action(action), sending.busy, move || {
        let done = move |now| opened.shows(now, words);
        sending.run(command::<E>(id, version, NoWords {}), done, move || opened.moved());
    })
}
