use leptos::prelude::*;

use crate::platform::lang::use_lang;
use crate::platform::ui::page_heading;

/// An address that leads nowhere.
pub fn not_found_page() -> AnyView {
    let texts = use_lang().shell();
    view! {
        <div class="page page-narrow">
            {page_heading(texts.not_found.to_owned())}
            <p>{texts.not_found_words}</p>
            <ul>
                <li>
                    <a href="/adukan">{texts.nav_file}</a>
                </li>
                <li>
                    <a href="/lacak">{texts.nav_track}</a>
                </li>
                <li>
                    <a href="/rekap">{texts.nav_recap}</a>
                </li>
            </ul>
        </div>
    }
    .into_any()
}
