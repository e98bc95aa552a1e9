use shared::access::CaseAction;
use shared::api::{AcceptCase, NoWords, ResumeCase};

use super::command::DeskCommand;
use super::desk_case::DeskCase;
use super::form::action_form;
use super::{answer, approve, check, identify, link, merge, publish, say, what};
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::ui::{Button, focus_on, plain_button};

/// What may be done now: a button each, and below them the form of the one that is open.
pub fn actions(case: DeskCase) -> Tag {
    let lang = use_lang();
    let texts = lang.desk();
    let possible = case.of(|view| view.actions.clone());
    let identified = case.of(|view| view.identified);
    let buttons = move || -> Part {
        let mut possible = possible.get();
        if !identified.get() {
            possible.retain(|action| *action != CaseAction::Identify);
        }
        if possible.is_empty() {
            return tag("p").with(texts.no_actions).into();
        }
        // What somebody has written comes before writing something else.
        let approval = possible.iter().find(|action| **action == CaseAction::Approve);
        let main = approval.or_else(|| possible.iter().find(|action| is_main(**action))).copied();
        let others = possible.into_iter().filter(|action| Some(*action) != main);
        let buttons = main.into_iter().chain(others).map(|action| {
            let look = if Some(action) == main { Button::Main } else { Button::Quiet };
            plain_button(look, lang.case_action(action), move || {
                case.open.set(Some(action));
                focus_on(".action-form .input, .action-form .button");
            })
            .attr("data-action", action.as_str())
            .live_attr("aria-expanded", move || Some((case.open.get() == Some(action)).to_string()))
        });
        tag("div").class("actions").with(buttons.collect::<Vec<_>>()).into()
    };
    let form = move || case.open.get().map(|action| form(case, action));
    tag("section")
        .class("panel panel-actions no-print")
        .with(tag("h2").id("case-done").attr("tabindex", "-1").with(texts.actions))
        .live(buttons)
        .live(form)
}

/// What leads on, and not aside.
fn is_main(action: CaseAction) -> bool {
    matches!(
        action,
        CaseAction::Verify
            | CaseAction::Dispose
            | CaseAction::Resume
            | CaseAction::Accept
            | CaseAction::Answer
            | CaseAction::Check
    )
}

fn form(case: DeskCase, action: CaseAction) -> Tag {
    match action {
        CaseAction::Verify => what::verify(case),
        CaseAction::Edit => what::edit(case),
        CaseAction::Dispose => what::dispose(case),
        CaseAction::Assign => what::assign(case),
        CaseAction::Archive => say::archive(case),
        CaseAction::Answer => answer::answer(case),
        CaseAction::Approve => approve::approve(case),
        CaseAction::Publish => publish::publish(case),
        CaseAction::Merge => merge::merge(case),
        CaseAction::Identify => identify::identify(case),
        CaseAction::Link => link::link(case),
        CaseAction::Sample => check::sample(case),
        CaseAction::Check => check::check(case),
        CaseAction::Resume => {
            let command = DeskCommand::new(case);
            action_form(case, action, command, Part::Nothing, move || {
                command.send::<ResumeCase>(async { Ok(NoWords {}) });
            })
        }
        CaseAction::Accept => {
            let command = DeskCommand::new(case);
            action_form(case, action, command, Part::Nothing, move || {
                command.send::<AcceptCase>(async { Ok(NoWords {}) });
            })
        }
        _ => say::say(case, action),
    }
}
