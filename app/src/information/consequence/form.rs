use std::rc::Rc;

use shared::api::{AddConsequenceTest, WriteConsequenceTest};
use shared::information::consequence::{DeskConsequenceTest, NewConsequenceTest};
use shared::text::MESSAGE_MAX;

use super::opened::command;
use crate::information::desk::own_agencies;
use crate::platform::dom::{Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::net::{Call, call};
use crate::platform::reactive::RwSignal;
use crate::platform::sending::Sending;
use crate::platform::settings::use_meta;
use crate::platform::ui::{
    Button, Field, TextKind, button, date_field, plain_button, select_field, text_area, text_field,
};

/// Where the form is on the page.
const PLACE: &str = ".information-form";

/// What is typed, by field.
#[derive(Clone, Copy)]
struct Sheet {
    public_title: RwSignal<String>,
    agency: RwSignal<String>,
    document: RwSignal<String>,
    information: RwSignal<String>,
    law: RwSignal<String>,
    consequence: RwSignal<String>,
    interest: RwSignal<String>,
    until: RwSignal<String>,
    proposer: RwSignal<String>,
}

/// The form of a proposal, which rests on the version that `version` tells, or of a new one. `done` is told what became of
/// it, `moved` that somebody else was faster, `close` that it is not wanted any more.
pub fn proposal_form(
    test: Option<DeskConsequenceTest>,
    version: impl Fn() -> i64 + 'static,
    done: impl Fn(DeskConsequenceTest) + 'static,
    moved: impl Fn() + Clone + 'static,
    close: impl Fn() + 'static,
) -> Tag {
    let lang = use_lang();
    let texts = lang.excluding();
    let sending = Sending::idle();
    let today = use_meta().today;
    let agencies = own_agencies(lang);
    let kept = test.as_ref().map(|test| test.id);
    let sheet = Sheet::of(test.as_ref(), &agencies);
    let line = |id, name| Field::new(id, name).problem(sending.problem(id));
    let done = Rc::new(done);
    let known: Vec<String> = agencies.iter().map(|(key, _)| key.clone()).collect();
    let save = move || {
        let new = sheet.read();
        if let Err(problems) = new.check(today, |key| known.iter().any(|one| one == key)) {
            return sending.blame(problems, PLACE);
        }
        let version = version();
        let answer = async move {
            match kept {
                Some(id) => command::<WriteConsequenceTest>(id, version, new).await,
                None => call::<AddConsequenceTest>(Call::default(), &new).await,
            }
        };
        let done = Rc::clone(&done);
        sending.run(answer, move |now| done(now), moved.clone());
    };
    let cancel = kept.is_some().then(|| plain_button(Button::Quiet, lang.desk().cancel, close));
    let long = |field, value| text_area(field, MESSAGE_MAX, value);
    let title = line("public_title", texts.public_title).hint(texts.public_title_hint);
    let first = Some(today.plus(1).to_string());
    tag("div")
        .class("form information-form")
        .attr("role", "group")
        .attr("aria-label", texts.new)
        .with(text_field(title, TextKind::Line, sheet.public_title))
        .with(select_field(line("agency", texts.agency), texts.choose, agencies, sheet.agency))
        .with(long(line("document", texts.document), sheet.document))
        .with(long(line("information", texts.information), sheet.information))
        .with(long(line("law", texts.law).hint(texts.law_hint), sheet.law))
        .with(long(line("consequence", texts.consequence), sheet.consequence))
        .with(long(line("interest", texts.interest), sheet.interest))
        .with(date_field(line("until", texts.proposed_until), first, None, sheet.until))
        .with(text_field(line("proposer", texts.proposer), TextKind::Line, sheet.proposer))
        .with(sending.failed())
        .with(
            tag("div")
                .class("form-ways")
                .with(button(Button::Main, texts.save, sending.busy, save))
                .with(cancel),
        )
}

impl Sheet {
    fn of(test: Option<&DeskConsequenceTest>, agencies: &[(String, String)]) -> Self {
        let text =
            |read: fn(&DeskConsequenceTest) -> String| RwSignal::new(test.map(read).unwrap_or_default());
        let agency = match test {
            Some(test) => test.test.agency.clone(),
            // Who may propose for one agency alone need not choose it.
            None if agencies.len() == 1 => agencies[0].0.clone(),
            None => String::new(),
        };
        Self {
            public_title: text(|it| it.test.public_title.clone()),
            agency: RwSignal::new(agency),
            document: text(|it| it.test.document.clone()),
            information: text(|it| it.test.information.clone()),
            law: text(|it| it.test.law.clone()),
            consequence: text(|it| it.test.consequence.clone()),
            interest: text(|it| it.test.interest.clone()),
            until: text(|it| it.test.until.to_string()),
            proposer: text(|it| it.test.proposer.clone()),
        }
    }

    fn read(self) -> NewConsequenceTest {
        NewConsequenceTest {
            public_title: self.public_title.get_untracked(),
            agency: self.agency.get_untracked(),
            document: self.document.get_untracked(),
            information: self.information.get_untracked(),
            law: self.law.get_untracked(),
            consequence: self.consequence.get_untracked(),
            interest: self.interest.get_untracked(),
            until: self.until.get_untracked(),
            proposer: self.proposer.get_untracked(),
        }
    }
}
