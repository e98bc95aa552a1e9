use leptos::ev;
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use shared::api::{GetComplaint, RECEIPT_SCHEME};
use shared::complaint::{ComplaintView, Secret, TrackingCode};
use shared::problem::ErrorCode;

use super::case::Case;
use super::entry::entry;
use super::{own, progress, public, story, unlock};
use crate::complaint::deadlines::deadlines;
use crate::complaint::keyring;
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::{day_long, use_lang};
use crate::platform::net::{Call, Failure, call, live, load_from};
use crate::platform::reactive::{Memo, RwSignal, memo};
use crate::platform::served;
use crate::platform::settings::use_meta;
use crate::platform::ui::{Tone, failure_notice, notice, page_heading, skeleton};

/// One complaint under its code.
pub fn case_page() -> AnyView {
    let path = use_location().pathname;
    // On the way to another page the address changes first; then this page keeps what it has.
    let typed = Memo::new(move |before: Option<&String>| {
        let code =
            path.with(|path| path.strip_prefix("/lacak/").map(|code| code.trim_matches('/').to_owned()));
        code.or_else(|| before.cloned()).unwrap_or_default()
    });
    let content = move || {
        let typed = typed.get();
        match TrackingCode::parse(&typed) {
            Ok(code) => case(code),
            Err(problem) => entry(typed, Some(problem)),
        }
    };
    tag("div").live(content).any()
}

fn case(code: TrackingCode) -> Tag {
    let texts = use_lang().tracking();
    let heading = [texts.case, " ", &code.to_string()].concat();
    let secret =
        secret_of_address(&use_location().hash.get_untracked(), &code).or_else(|| keyring::recall(&code));
    let secret = RwSignal::new(secret);
    follow_address(code.clone(), secret);
    let wrong_secret = RwSignal::new(false);
    let revision = live().revision;
    // What the stream says first is what the first request brings anyway.
    let news = Memo::new(move |before: Option<&(i64, u32)>| match (revision.get(), before) {
        (None, _) => (0, 0),
        (Some(now), None | Some((0, _))) => (now, 0),
        (Some(now), Some((last, count))) => (now, count + u32::from(now != *last)),
    });
    let news = memo(move || news.get().1);
    let code = StoredValue::new(code);
    // What the page brought along is the public part.
    let first = secret.with_untracked(Option::is_none).then(|| served::take("complaint")).flatten();
    let view = load_from(first, move || {
        news.track();
        fetch(code.get_value(), secret.get(), secret, wrong_secret)
    });
    let case = Case { code, secret, wrong_secret, view };
    let is_here = memo(move || view.value.with(Option::is_some));
    let content = move || match is_here.get() {
        true => parts(case),
        false => view.failure.with(Option::is_none).then(|| skeleton(6)).into(),
    };
    tag("div")
        .class("page page-case")
        .with(page_heading(heading))
        .live(move || failure_part(case))
        .live(content)
}

/// Fetches what may be seen. A secret that does not fit is forgotten, which shows the public part again.
async fn fetch(
    code: TrackingCode,
    secret: Option<Secret>,
    kept: RwSignal<Option<Secret>>,
    wrong_secret: RwSignal<bool>,
) -> Result<ComplaintView, Failure> {
    let authorization = secret.as_ref().map(|secret| [RECEIPT_SCHEME, " ", secret.as_str()].concat());
    let headers = authorization.as_deref().map(|value| [("authorization", value)]);
    let headers = headers.as_ref().map_or(&[][..], |headers| &headers[..]);
    let details = Call { path: &[code.as_str()], headers, ..Call::default() };
    let found = call::<GetComplaint>(details, &()).await;
    if let Some(secret) = &secret {
        match &found {
            Ok(_) => {
                wrong_secret.set(false);
                keyring::keep(&code, secret);
            }
            Err(failure) if failure.code() == Some(ErrorCode::Unauthorized) => {
                keyring::forget(&code);
                wrong_secret.set(true);
                kept.set(None);
            }
            Err(_) => {}
        }
    }
    found
}

/// The secret of a private link. It stands behind the number sign, which browsers send to no server, and leaves the
/// address bar at once, so that nobody reads it over a shoulder or from a shared screen.
fn secret_of_address(hash: &str, code: &TrackingCode) -> Option<Secret> {
    let secret = Secret::parse(hash.trim_start_matches('#')).ok()?;
    keyring::keep(code, &secret);
    let address = ["/lacak/", &code.to_string()].concat();
    request_animation_frame(move || {
        if let Ok(history) = window().history() {
            // Where it fails the secret stays visible, as it was in the link.
            let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&address));
        }
    });
    Some(secret)
}

/// A private link that is opened where its complaint is already shown changes what is behind the number sign alone, and
/// no page is loaded.
fn follow_address(code: TrackingCode, secret: RwSignal<Option<Secret>>) {
    let changed = window_event_listener(ev::hashchange, move |_| {
        let hash = window().location().hash().unwrap_or_default();
        if let Some(found) = secret_of_address(&hash, &code) {
            secret.set(Some(found));
        }
    });
    on_cleanup(move || changed.remove());
}

fn failure_part(case: Case) -> Option<AnyView> {
    let texts = use_lang().tracking();
    let failure = case.view.failure.get()?;
    match failure.code() {
        Some(ErrorCode::NotFound) => {
            let other = tag("p").with(tag("a").attr("href", "/lacak").with(texts.other_code));
            Some(notice(Tone::Bad, [tag("p").with(texts.unknown), other]))
        }
        // The public part is on its way; beside the field it says what was wrong.
        Some(ErrorCode::Unauthorized) => None,
        _ => Some(failure_notice(&failure, move || case.view.again())),
    }
}

/// Everything about a complaint. Each part follows the view by itself, so that forms keep what is typed in them when
/// news come in.
fn parts(case: Case) -> Part {
    let lang = use_lang();
    let texts = lang.tracking();
    let today = use_meta().today;
    let facts = move || {
        case.view.value.with(|view| {
            let view = view.as_ref()?;
            let received = day_long(lang, view.received_on);
            Some([lang.class(view.class), " · ", texts.received_on, " ", &received].concat())
        })
    };
    let due = move || {
        case.view.value.with(|view| match view {
            Some(view) if !view.deadlines.is_empty() => deadlines(&view.deadlines, today),
            _ => tag("p").with(texts.nothing_due).into(),
        })
    };
    let panel = |heading| tag("section").class("panel").with(tag("h2").with(heading));
    let side = tag("div")
        .class("case-side")
        .with(panel(texts.progress).with(progress::progress(case)))
        .with(panel(texts.next).live(due));
    let main = tag("div")
        .class("case-main")
        .with(public::public(case))
        .with(own::content(case))
        .with(unlock::unlock(case))
        .with(panel(texts.story).with(story::story(case)))
        .with(own::more(case));
    let foot = tag("p")
        .class("fine")
        .with([texts.live, " "].concat())
        .with(tag("a").attr("href", "/lacak").with(texts.other_code));
    // What waits for the reporter comes first: on a phone everything else is far below it.
    let parts: [Part; 4] = [
        tag("p").class("lead").live(facts).into(),
        own::asked(case),
        tag("div").class("case").with(side).with(main).into(),
        foot.into(),
    ];
    parts.into()
}
