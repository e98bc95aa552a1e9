//! The first page: how do I complain, where is mine, how is the government doing.

mod channels;
mod recap;
mod steps;
mod track;

use leptos::prelude::*;

use self::channels::channels;
use self::recap::recap;
use self::steps::steps;
use self::track::track;
use crate::platform::chart::fill;
use crate::platform::lang::use_lang;
use crate::platform::settings::use_meta;
use crate::platform::ui::page_heading;

/// The first page.
pub fn home_page() -> AnyView {
    let texts = use_lang().home();
    let lead = fill(texts.lead, &[("name", &use_meta().instance.province)]);
    view! {
        <div class="page home">
            {page_heading(texts.title.to_owned())}
            <p class="lead">{lead}</p>
            <div class="ways">
                <section class="way way-file" aria-labelledby="way-file">
                    <h2 id="way-file">{texts.file}</h2>
                    <p class="way-note">{texts.file_note}</p>
                    <a class="button button-main way-button" href="/adukan">
                        {texts.file_button}
                    </a>
                </section>
                {track()}
                {recap()}
                {channels()}
            </div>
            {steps()}
        </div>
    }
    .into_any()
}
