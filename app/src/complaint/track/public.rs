use leptos::prelude::*;
use shared::api::SupportComplaint;
use shared::complaint::{NewSupport, Stage};
use wasm_bindgen::JsValue;

use super::case::Case;
use super::follow::follow;
use crate::complaint::photos::photos;
use crate::platform::device::{copy, whole_address};
use crate::platform::dom::{Part, tag};
use crate::platform::lang::use_lang;
use crate::platform::net::{Call, Failure, call};
use crate::platform::reactive::{RwSignal, memo, spawn};
use crate::platform::ui::{Button, button, failure_notice, plain_button};

/// What everyone reads of a published complaint, how many have this, too, and the ways to say so and to share it.
pub fn public(case: Case) -> Part {
    let texts = use_lang().tracking();
    let words = memo(move || {
        case.view.value.with(|view| {
            let view = view.as_ref()?;
            let photos = (view.code.clone(), view.photos.clone());
            Some((view.title.clone()?, view.content.clone()?, photos))
        })
    });
    Part::live(move || {
        words.get().map(|(title, content, (code, shown))| {
            tag("section")
                .class("panel panel-public")
                .with(tag("p").class("over").with(texts.public))
                .with(tag("h2").class("own-title").with(title.as_str()))
                .with(tag("p").class("story-text").with(content))
                .with(photos(&code, &shown))
                .with(support(case))
                .with(share(case, title))
                .with(follow(case))
        })
    })
}

fn support(case: Case) -> Part {
    let lang = use_lang();
    let texts = lang.tracking();
    let standing = memo(move || {
        case.view.value.with(|view| {
            let view = view.as_ref()?;
            let may = view.own.is_none() && !matches!(view.stage, Stage::Closed | Stage::Archived);
            view.support.map(|support| (support, may))
        })
    });
    let busy = RwSignal::new(false);
    let failure = RwSignal::new(None::<Failure>);
    let say = move |wanted: bool| {
        busy.set(true);
        failure.set(None);
        spawn(async move {
            let code = case.code();
            match call::<SupportComplaint>(Call { path: &[&code], ..Call::default() }, &NewSupport { wanted })
                .await
            {
                Ok(view) => case.view.value.set(Some(view)),
                Err(why) => failure.set(Some(why)),
            }
            busy.set(false);
        });
    };
    let count = move || {
        let (support, may) = standing.get()?;
        let is_told = may || support.count > 0;
        is_told.then(|| tag("p").class("fine").attr("role", "status").with(lang.support(support)))
    };
    let is_mine = memo(move || standing.get().filter(|(_, may)| *may).map(|(support, _)| support.is_mine));
    let way = move || {
        is_mine.get().map(|is_mine| {
            let (look, label) =
                if is_mine { (Button::Quiet, texts.support_back) } else { (Button::Main, texts.support) };
            button(look, label, busy, move || say(!is_mine))
        })
    };
    let failed = move || failure.get().map(|why| failure_notice(&why, move || failure.set(None)));
    [Part::live(count), Part::live(way), Part::live(failed)].into()
}

/// The phone's own way to share where it has one; else the address is copied.
fn share(case: Case, title: String) -> Part {
    let texts = use_lang().tracking();
    let is_copied = RwSignal::new(false);
    let send = move || {
        let address = whole_address(&["/lacak/", &case.code.with_value(ToString::to_string)].concat());
        let title = title.clone();
        spawn(async move {
            if !share_by_phone(&title, &address).await {
                is_copied.set(copy(&address).await);
            }
        });
    };
    let copied = move || is_copied.get().then_some(texts.shared);
    let told = tag("p").class("fine").attr("role", "status").live(copied);
    [plain_button(Button::Quiet, texts.share, send).into(), Part::from(told)].into()
}

/// Whether the phone has a way of its own; whoever gives up there does not want a copy either.
async fn share_by_phone(title: &str, address: &str) -> bool {
    let navigator = window().navigator();
    let share = js_sys::Reflect::get(&navigator, &"share".into()).unwrap_or(JsValue::UNDEFINED);
    if !share.is_function() {
        return false;
    }
    let data = web_sys::ShareData::new();
    data.set_title(title);
    data.set_url(address);
    let _ = wasm_bindgen_futures::JsFuture::from(navigator.share_with_data(&data)).await;
    true
}
