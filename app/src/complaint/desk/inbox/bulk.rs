use shared::access::{CaseAction, Role};
use shared::api::{ArchiveCase, DisposeCase, Endpoint, IF_MATCH, VerifyCase};
use shared::complaint::ArchiveReason;
use shared::complaint::desk::{CaseView, NewArchiving, NewDisposition, NewVerification};
use shared::lang::{Lang, fill};
use shared::problem::Problem;
use shared::text::{MESSAGE_MAX, Message};

use super::chosen::Chosen;
use super::list::Cases;
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::net::{Call, Failure, call};
use crate::platform::reactive::{RwSignal, Signal, memo, spawn};
use crate::platform::session::use_session;
use crate::platform::settings::use_meta;
use crate::platform::ui::{
    Button, Field, Tone, button, focus_on, notice, plain_button, select_field, text_area,
};

/// One command for all that are chosen: each is sent by itself, resting on its own version, so that one that has moved on
/// stops none of the others.
pub fn bulk(chosen: Chosen, cases: Cases) -> Tag {
    let lang = use_lang();
    let texts = lang.desk();
    let count = memo(move || chosen.0.with(Vec::len));
    let open = RwSignal::new(None::<CaseAction>);
    let told = RwSignal::new(None::<(Tone, String)>);
    let actions = if use_session().has(Role::Coordinator) {
        vec![CaseAction::Verify, CaseAction::Dispose, CaseAction::Archive]
    } else {
        vec![CaseAction::Verify, CaseAction::Archive]
    };
    let bar = move || {
        let count = count.get();
        if count == 0 {
            open.set(None);
            return None;
        }
        let ways: Vec<_> = actions
            .iter()
            .map(|action| {
                let action = *action;
                plain_button(Button::Quiet, lang.case_action(action), move || {
                    open.set(Some(action));
                    focus_on(".bulk-form .input, .bulk-form .button");
                })
            })
            .collect();
        let none = plain_button(Button::Quiet, texts.choose_none, move || chosen.0.set(Vec::new()));
        let words = fill(texts.chosen, &[("n", &count.to_string())]);
        Some(
            tag("div")
                .class("bulk")
                .with(tag("strong").attr("role", "status").with(words))
                .with(ways)
                .with(none),
        )
    };
    let form = move || open.get().map(|action| form(action, Bulk { chosen, cases, open, told }));
    let said = move || told.get().map(|(tone, words)| notice(tone, tag("p").with(words)));
    tag("div").class("bulk-place").live(said).live(bar).live(form)
}

#[derive(Clone, Copy)]
struct Bulk {
    chosen: Chosen,
    cases: Cases,
    open: RwSignal<Option<CaseAction>>,
    told: RwSignal<Option<(Tone, String)>>,
}

fn form(action: CaseAction, bulk: Bulk) -> Tag {
    let lang = use_lang();
    let texts = lang.desk();
    let [agency, text] = std::array::from_fn(|_| RwSignal::new(String::new()));
    let cause = RwSignal::new(ArchiveReason::Other.to_string());
    let attempted = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let text_problem = Signal::derive(move || {
        attempted.get().then(|| text.with(|text| Message::parse(text).err())).flatten()
    });
    let agency_problem = Signal::derive(move || {
        (attempted.get() && agency.with(String::is_empty)).then_some(Problem::AgencyRequired)
    });
    let fields: Part = match action {
        CaseAction::Dispose => select_field(
            Field::new("bulk-agency", texts.agency).problem(agency_problem),
            texts.pick,
            agencies(lang),
            agency,
        )
        .into(),
        CaseAction::Archive => {
            let causes = [ArchiveReason::OutsideJurisdiction, ArchiveReason::Other];
            let causes = causes.map(|cause| (cause.to_string(), lang.archiving(cause).to_owned())).to_vec();
            let parts: [Part; 2] = [
                select_field(Field::new("bulk-cause", texts.why), texts.pick, Signal::stored(causes), cause)
                    .into(),
                text_area(
                    Field::new("bulk-text", texts.reason).hint(texts.reason_reporter).problem(text_problem),
                    MESSAGE_MAX,
                    text,
                )
                .into(),
            ];
            parts.into()
        }
        _ => Part::Nothing,
    };
    let send = move || {
        attempted.set(true);
        let is_bad = match action {
            CaseAction::Dispose => agency.with_untracked(String::is_empty),
            CaseAction::Archive => text.with_untracked(|text| Message::parse(text).is_err()),
            _ => false,
        };
        if is_bad {
            return focus_on(".bulk-form [aria-invalid=true]");
        }
        busy.set(true);
        let (agency, text) = (agency.get_untracked(), text.get_untracked());
        let reason = cause.with_untracked(|cause| cause.parse()).unwrap_or(ArchiveReason::Other);
        let all = bulk.chosen.0.get_untracked();
        spawn(async move {
            let (mut good, mut bad) = (0u32, Vec::new());
            for (code, version) in all {
                let done = match action {
                    CaseAction::Dispose => {
                        let body = NewDisposition { agency: agency.clone(), text: None };
                        command::<DisposeCase>(&code, version, &body).await
                    }
                    CaseAction::Archive => {
                        let body = NewArchiving { reason, text: text.clone() };
                        command::<ArchiveCase>(&code, version, &body).await
                    }
                    _ => command::<VerifyCase>(&code, version, &NewVerification::default()).await,
                };
                match done {
                    Ok(_) => good += 1,
                    Err(_) => bad.push(code),
                }
            }
            bulk.tell(lang, good, &bad);
            busy.set(false);
        });
    };
    tag("div").class("panel bulk-form").with(tag("h2").with(lang.case_action(action))).with(fields).with(
        tag("div")
            .class("form-ways")
            .with(button(Button::Main, lang.case_action(action), busy, send))
            .with(plain_button(Button::Quiet, texts.cancel, move || bulk.open.set(None))),
    )
}

impl Bulk {
    fn tell(self, lang: Lang, good: u32, bad: &[String]) {
        let (tone, text) = if bad.is_empty() {
            (Tone::Good, lang.desk().done_all)
        } else {
            (Tone::Warning, lang.desk().done_some)
        };
        let values = [("n", good.to_string()), ("bad", bad.len().to_string()), ("codes", bad.join(", "))];
        let values: Vec<_> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        self.told.set(Some((tone, fill(text, &values))));
        self.open.set(None);
        self.chosen.0.set(Vec::new());
        self.cases.load.again();
    }
}

async fn command<E: Endpoint<Response = CaseView>>(
    code: &str,
    version: i64,
    body: &E::Request,
) -> Result<CaseView, Failure> {
    let version = version.to_string();
    let headers = [(IF_MATCH, version.as_str())];
    call::<E>(Call { path: &[code], headers: &headers, is_quiet: false, ..Call::default() }, body).await
}

fn agencies(lang: Lang) -> Signal<Vec<(String, String)>> {
    let meta = use_meta();
    let agencies = meta.agencies.iter().filter(|agency| agency.key != meta.instance.inspectorate);
    Signal::stored(agencies.map(|one| (one.key.clone(), one.name(lang).to_owned())).collect())
}
