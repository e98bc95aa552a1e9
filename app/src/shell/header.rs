use leptos::prelude::*;
use leptos_router::components::A;

use super::choices::{lang_choice, theme_choice};
use super::frame::Frame;
use crate::platform::lang::use_lang;

/// Name, ways on, language and theme.
pub fn header(parts: Frame) -> AnyView {
    let texts = use_lang().shell();
    let name = move || parts.meta.value.with(|meta| meta.as_ref().map(|meta| meta.instance.province.clone()));
    view! {
        <header class="header">
            <div class="header-inner">
                <A href="/" exact=true attr:class="brand">
                    <svg class="brand-sign" viewBox="0 0 32 32" aria-hidden="true">
                        <path class="brand-bubble" d="M5 4h22a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3H14l-7 6v-6H5a3 3 0 0 1-3-3V7a3 3 0 0 1 3-3z"></path>
                        <path class="brand-tick" d="M9.500 14.500l4.500 4.500 8.500-9"></path>
                    </svg>
                    <span class="brand-words">
                        <span class="brand-name">{texts.title}</span>
                        <span class="brand-place">{name}</span>
                    </span>
                </A>
                <nav class="nav" aria-label=texts.navigation>
                    <A href="/adukan" attr:class="nav-link">{texts.nav_file}</A>
                    <A href="/lacak" attr:class="nav-link">{texts.nav_track}</A>
                    <A href="/rekap" attr:class="nav-link">{texts.nav_recap}</A>
                </nav>
                <div class="choices">{lang_choice(parts.lang)} {theme_choice(parts.theme)}</div>
            </div>
        </header>
    }
    .into_any()
}
