use leptos::prelude::*;
use shared::instance::Meta;

use super::footer::footer;
use super::header::header;
use super::offline::offline_notice;
use crate::platform::device::ThemeChoice;
use crate::platform::lang::{LangChoice, use_lang};
use crate::platform::net::Load;
use crate::platform::settings::provide_meta;
use crate::platform::ui::{failure_notice, focus_on, skeleton};

/// What lives longer than a page.
#[derive(Clone, Copy)]
pub struct Frame {
    /// The language.
    pub lang: LangChoice,
    /// The theme.
    pub theme: ThemeChoice,
    /// The instance's settings.
    pub meta: Load<Meta>,
    /// Whether a page is on its way.
    pub is_routing: Signal<bool>,
}

/// Header, page and footer.
pub fn frame(parts: Frame, pages: fn() -> AnyView) -> AnyView {
    let texts = use_lang().shell();
    // Scripts set no fragment here: it would become part of the address that people share.
    let skip = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        focus_on("main");
    };
    view! {
        <a class="skip" href="#main" on:click=skip>
            {texts.skip}
        </a>
        <div class="progress" class:progress-on=move || parts.is_routing.get()></div>
        {move || {
            parts.meta.value.with(|meta| meta.as_ref().is_some_and(|meta| meta.instance.demo)).then(|| {
                view! {
                    <p class="demo-banner" role="note">
                        {texts.demo}
                    </p>
                }
            })
        }}
        {header(parts)}
        <main id="main" class="main" tabindex="-1">
            {offline_notice()}
            {page(parts.meta, pages)}
        </main>
        {footer(parts.meta)}
    }
    .into_any()
}

/// The page, once the settings are here.
fn page(meta: Load<Meta>, pages: fn() -> AnyView) -> AnyView {
    let is_here = Memo::new(move |_| meta.value.with(Option::is_some));
    let texts = use_lang().shell();
    (move || {
        if is_here.get() {
            meta.value.with_untracked(|meta| meta.clone().map(provide_meta));
            return pages();
        }
        match meta.failure.get() {
            Some(failure) => view! {
                <div class="page page-narrow">
                    <h1>{texts.not_reached}</h1>
                    {failure_notice(&failure, move || meta.again())}
                </div>
            }
            .into_any(),
            None => view! { <div class="page">{skeleton(6)}</div> }.into_any(),
        }
    })
    .into_any()
}
