use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use shared::access::Role;
use shared::request::RequestStage;

use super::wanted::{DueBy, Wanted};
use crate::platform::dom::{Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::reactive::{Memo, Signal};
use crate::platform::session::use_session;
use crate::platform::settings::use_meta;
use crate::platform::ui::{Bound, Field, select_field};

/// Narrows the list; the address keeps how.
pub fn filters(wanted: Memo<Wanted>) -> Tag {
    let lang = use_lang();
    let texts = lang.requesting();
    let navigate = use_navigate();
    let select = |id: &'static str,
                  label: &'static str,
                  options: Vec<(String, String)>,
                  value: fn(&Wanted) -> String,
                  write: fn(&mut Wanted, String)| {
        let navigate = navigate.clone();
        let set = move |chosen: String| {
            let mut next = wanted.get_untracked();
            write(&mut next, chosen);
            navigate(&next.address(), NavigateOptions { scroll: false, ..NavigateOptions::default() });
        };
        let bound = Bound::new(Signal::derive(move || wanted.with(value)), set);
        select_field(Field::new(id, label), texts.all, Signal::stored(options), bound)
    };
    let stages = RequestStage::ALL.iter();
    let stages = stages.map(|stage| (stage.to_string(), lang.request_stage(*stage).to_owned())).collect();
    let dues = DueBy::ALL.into_iter().map(|due| {
        let words = match due {
            DueBy::Late => texts.late,
            DueBy::Today => texts.today,
            DueBy::Week => texts.week,
        };
        (due.as_str().to_owned(), words.to_owned())
    });
    let agencies = || {
        let meta = use_meta();
        meta.agencies.iter().map(|one| (one.key.clone(), one.name(lang).to_owned())).collect()
    };
    // An agency's PPID sees that agency's alone.
    let session = use_session();
    let sees_all = session.has(Role::PpidMain) || session.has(Role::PpidSuperior);
    tag("div")
        .class("request-filters")
        .with(select(
            "due",
            texts.due,
            dues.collect(),
            |wanted| wanted.due.map(|due| due.as_str().to_owned()).unwrap_or_default(),
            |wanted, chosen| wanted.due = chosen.parse().ok(),
        ))
        .with(select(
            "stage",
            texts.stage,
            stages,
            |wanted| wanted.stage.map(|stage| stage.to_string()).unwrap_or_default(),
            |wanted, chosen| wanted.stage = chosen.parse().ok(),
        ))
        .with(sees_all.then(|| {
            select(
                "agency",
                texts.agency,
                agencies(),
                |wanted| wanted.agency.clone(),
                |wanted, chosen| wanted.agency = chosen,
            )
        }))
}
