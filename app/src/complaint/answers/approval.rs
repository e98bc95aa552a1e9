use shared::access::Role;
use shared::api::{ListApprovals, SetApproval};
use shared::complaint::desk::ApprovalSetting;

use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::net::{Call, Failure, Load, call, load};
use crate::platform::reactive::{RwSignal, spawn};
use crate::platform::session::use_session;
use crate::platform::settings::agency_name;
use crate::platform::ui::{Button, button, failure_notice};

/// For each agency that somebody works for, whether answers wait; its responsible officer may turn it.
pub fn approvals() -> Part {
    let texts = use_lang().answers();
    let session = use_session();
    let list = load(|| call::<ListApprovals>(Call::default(), &()));
    let failure = RwSignal::new(None::<Failure>);
    Part::live(move || -> Part {
        if let Some(failure) = list.failure.get() {
            session.note(&failure);
            return failure_notice(&failure, move || list.again()).into();
        }
        let rows: Vec<_> =
            list.value.get().unwrap_or_default().into_iter().map(|one| row(one, list, failure)).collect();
        if rows.is_empty() {
            return Part::Nothing;
        }
        let failed = move || failure.get().map(|why| failure_notice(&why, move || failure.set(None)));
        tag("section")
            .class("panel")
            .with(tag("h2").with(texts.approvals))
            .live(failed)
            .with(tag("ul").class("rows").with(rows))
            .into()
    })
}

fn row(
    setting: ApprovalSetting,
    list: Load<Vec<ApprovalSetting>>,
    failure: RwSignal<Option<Failure>>,
) -> Tag {
    let lang = use_lang();
    let texts = lang.answers();
    let session = use_session();
    let is_theirs = session.staff.with_untracked(|staff| {
        let mut held = staff.iter().flat_map(|staff| &staff.roles);
        held.any(|held| {
            held.role == Role::ResponsibleOfficer && held.agency.as_ref() == Some(&setting.agency)
        })
    });
    let name = agency_name(lang, &setting.agency);
    let state = if setting.needed { texts.needed } else { texts.not_needed };
    let words = tag("div")
        .class("row-words")
        .with(tag("span").class("row-name").with(name))
        .with(tag("span").class("fine").with(state));
    let busy = RwSignal::new(false);
    let way = if setting.needed { texts.require_no_more } else { texts.require };
    let wanted = ApprovalSetting { needed: !setting.needed, ..setting };
    let turn = move || {
        busy.set(true);
        failure.set(None);
        let wanted = wanted.clone();
        spawn(async move {
            match call::<SetApproval>(Call::default(), &wanted).await {
                Ok(now) => list.value.set(Some(now)),
                Err(why) => {
                    session.note(&why);
                    failure.set(Some(why));
                }
            }
            busy.set(false);
        });
    };
    tag("li").class("row").with(words).with(is_theirs.then(|| button(Button::Quiet, way, busy, turn)))
}
