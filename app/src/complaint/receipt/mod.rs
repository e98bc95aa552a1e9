//! The receipt: what a citizen must keep, and by when they hear from the office.

mod qr;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::deadlines::deadlines;
use super::file::{Draft, Receipt};
use crate::platform::device::copy;
use crate::platform::lang::{day_long, use_lang};
use crate::platform::ui::{Tone, notice, page_heading};

/// The receipt of what was just filed.
pub fn receipt(receipt: Receipt, draft: Draft) -> AnyView {
    let lang = use_lang();
    let texts = lang.receipt();
    let Receipt { filed, earlier } = receipt;
    let address = ["/lacak/", &filed.code].concat();
    let own_link = [&origin(), &address, "#", &filed.secret].concat();
    let copied = RwSignal::new(None);
    let received = [texts.received_on, " ", &day_long(lang, filed.received_on)].concat();
    view! {
        <article class="page page-narrow receipt">
            {page_heading(texts.heading.to_owned())}
            <p class="lead">{texts.lead}</p>
            {earlier.then(|| notice(Tone::Warning, view! { <p>{texts.earlier}</p> }.into_any()))}
            {filed.sealed.then(|| notice(Tone::Info, view! { <p>{texts.sealed}</p> }.into_any()))}
            <div class="ticket">
                {kept("receipt-code", texts.code, texts.code_hint, &filed.code, texts.copy_code, copied)}
                {kept("receipt-secret", texts.secret, texts.secret_hint, &filed.secret, texts.copy_secret, copied)}
                <div class="ticket-link">
                    <div>
                        {kept("receipt-link", texts.own_link, texts.own_link_hint, &own_link, texts.copy_link, copied)}
                    </div>
                    {qr::picture(&own_link, texts.qr)}
                </div>
                <p class="copied" role="status">
                    {move || {
                        copied.get().map(|worked| if worked { texts.copied } else { texts.not_copied })
                    }}
                </p>
            </div>
            <section>
                <h2>{texts.deadlines}</h2>
                <p>{received}</p>
                {deadlines(&filed.deadlines, filed.received_on)}
            </section>
            <div class="form-ways no-print">
                <a class="button button-main" href=address>
                    {texts.open}
                </a>
                <button type="button" class="button button-quiet" on:click=|_| print()>
                    {texts.print}
                </button>
                <button type="button" class="button button-quiet" on:click=move |_| draft.begin_again()>
                    {texts.another}
                </button>
            </div>
        </article>
    }
    .into_any()
}

/// Something to keep, with a button that copies it.
fn kept(
    id: &'static str,
    label: &'static str,
    hint: &'static str,
    value: &str,
    copy_label: &'static str,
    copied: RwSignal<Option<bool>>,
) -> AnyView {
    let (shown, text) = (value.to_owned(), value.to_owned());
    let on_copy = move |_| {
        let text = text.clone();
        copied.set(None);
        spawn_local(async move {
            let worked = copy(&text).await;
            copied.try_set(Some(worked));
        });
    };
    view! {
        <div class="kept">
            <p class="kept-label" id=[id, "-label"].concat()>
                {label}
            </p>
            <p class="kept-value" id=id aria-labelledby=[id, "-label"].concat() translate="no">
                {shown}
            </p>
            <p class="kept-hint">{hint}</p>
            <button type="button" class="button button-quiet no-print" on:click=on_copy>
                {copy_label}
            </button>
        </div>
    }
    .into_any()
}

fn origin() -> String {
    window().location().origin().unwrap_or_default()
}

fn print() {
    // A browser that cannot print does nothing, and says so itself.
    let _ = window().print();
}
