//! Answering: from a template or freely, with what it brings, a promised day and proof.

use shared::access::CaseAction;
use shared::api::{AnswerCase, ListTemplates};
use shared::calendar::Day;
use shared::complaint::desk::NewAnswer;
use shared::complaint::desk::template::{fields, known, parse_answer};
use shared::complaint::{Outcome, PROMISE_DAYS_MAX, check_promise};
use shared::problem::Problem;
use shared::text::MESSAGE_MAX;

use super::command::DeskCommand;
use super::desk_case::DeskCase;
use super::form::action_form;
use super::template::Draft;
use super::words::Text;
use crate::complaint::attachments::{Attachments, attachments, work};
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::net::{Call, Failure, call, load};
use crate::platform::reactive::{RwSignal, Signal, memo};
use crate::platform::settings::use_meta;
use crate::platform::ui::{
    Bound, Field, Tone, date_field, failure_notice, focus_on, notice, select_field, text_area,
};

/// An answer, with files as proof.
pub fn answer(case: DeskCase) -> Tag {
    let lang = use_lang();
    let texts = lang.answers();
    let command = DeskCommand::new(case);
    let text = Text::checked_by(command, |text| parse_answer(text).map(drop));
    let draft = Draft::new(case, text.text);
    let promise = Promise::new(command, draft);
    let files = Attachments::new(|files| {
        Box::pin(async move {
            work(files);
            Some(())
        })
    });
    let waits = case
        .now(|view| view.needs_approval)
        .unwrap_or_default()
        .then(|| notice(Tone::Info, tag("p").with(texts.waits)));
    let outcomes = Outcome::ALL.iter().map(|one| (one.to_string(), lang.outcome(*one).to_owned())).collect();
    let outcome = Field::new("outcome", texts.outcome).optional();
    let outcome = select_field(outcome, lang.desk().pick, Signal::stored(outcomes), draft.outcome);
    let words = Field::new("text", lang.desk().answer).hint(lang.desk().answer_hint).problem(text.problem());
    let attached = Field::new("answer-files", lang.filing().files)
        .hint(lang.filing().files_hint)
        .problem(command.problem("files"));
    let fields: [Part; 7] = [
        waits.into(),
        pick(draft),
        draft.fields(),
        outcome.into(),
        promise.field(),
        text_area(words, MESSAGE_MAX, Bound::new(draft.text, move |text| draft.write(text))).into(),
        attachments(attached, files, || {}).into(),
    ];
    action_form(case, CaseAction::Answer, command, fields, move || {
        if !promise.is_whole() {
            return focus_on("#promised-on");
        }
        let Some(text) = text.checked() else { return };
        let outcome = draft.outcome.with_untracked(|word| word.parse().ok());
        let promised_on = promise.day();
        command.send::<AnswerCase>(async move {
            let files = files.send_all().await.ok_or_else(Failure::not_uploaded)?;
            Ok(NewAnswer { text, files, outcome, promised_on })
        });
    })
}

/// The templates to begin with, those for the case's sector and for all.
fn pick(draft: Draft) -> Part {
    let texts = use_lang().answers();
    let list = load(|| call::<ListTemplates>(Call::default(), &()));
    Part::live(move || -> Part {
        if let Some(failure) = list.failure.get() {
            return failure_notice(&failure, move || list.again()).into();
        }
        let all = list.value.get().unwrap_or_default();
        let fitting: Vec<_> = all.into_iter().filter(|one| draft.fits(one)).collect();
        if fitting.is_empty() {
            return Part::Nothing;
        }
        let options = fitting.iter().map(|one| (one.id.to_string(), one.name.clone())).collect();
        let chosen = Signal::derive(move || {
            draft.template.with(|one| one.as_ref().map(|one| one.id.to_string())).unwrap_or_default()
        });
        let choose = move |id: String| {
            draft.begin(fitting.iter().find(|one| one.id.to_string() == id).cloned());
        };
        let field = Field::new("template", texts.template).hint(texts.template_hint).optional();
        select_field(field, texts.free, Signal::stored(options), Bound::new(chosen, choose)).into()
    })
}

/// The last day of what an answer promises, asked for where one belongs to it.
#[derive(Clone, Copy)]
struct Promise {
    draft: Draft,
    attempted: RwSignal<bool>,
    said: Signal<Option<Problem>>,
    today: Day,
}

impl Promise {
    fn new(command: DeskCommand, draft: Draft) -> Self {
        let said = command.problem("promised_on");
        Self { draft, attempted: RwSignal::new(false), said, today: use_meta().today }
    }

    /// Whether one belongs to it: what is not done yet, and words that name the day.
    fn is_asked(self) -> bool {
        let outcome = self.draft.outcome.with(|word| word.parse().ok());
        let is_named = self.draft.template.with(|template| {
            template.as_ref().is_some_and(|template| fields(&template.text).contains(&known::PROMISED))
        });
        is_named || matches!(outcome, Some(Outcome::Planned | Outcome::Partly))
    }

    fn field(self) -> Part {
        let texts = use_lang().answers();
        let (tomorrow, last) = (self.today.plus(1), self.today.plus(PROMISE_DAYS_MAX as i32));
        let problem = Signal::derive(move || {
            self.attempted.get().then(|| self.problem()).flatten().or_else(|| self.said.get())
        });
        let field =
            Field::new("promised-on", texts.promised_on).hint(texts.promised_on_hint).problem(problem);
        let is_asked = memo(move || self.is_asked());
        Part::live(move || {
            let (from, to) = (tomorrow.to_string(), last.to_string());
            is_asked.get().then(|| date_field(field, Some(from), Some(to), self.draft.promised))
        })
    }

    fn problem(self) -> Option<Problem> {
        let outcome = self.draft.outcome.with(|word| word.parse().ok());
        let promised =
            self.draft.promised.with(|raw| Some(raw.trim()).filter(|raw| !raw.is_empty()).map(Day::parse));
        match promised {
            Some(Err(_)) => Some(Problem::NotADate),
            Some(Ok(day)) => check_promise(outcome, Some(day), self.today).err(),
            None => check_promise(outcome, None, self.today).err(),
        }
    }

    /// Whether the day can be sent as it stands; from now on its problems show.
    fn is_whole(self) -> bool {
        self.attempted.set(true);
        !self.is_asked() || self.problem().is_none()
    }

    fn day(self) -> Option<Day> {
        self.is_asked().then(|| self.draft.promised_on()).flatten()
    }
}
