use leptos::prelude::*;
use shared::recap::Filter;

use super::filter::{SetFilter, set_filters};
use crate::platform::chart::{fill, filter_link};
use crate::platform::lang::use_lang;
use crate::platform::settings::use_meta;

/// The filters that are set, each a link that takes it away, and one that takes all away.
pub fn chips(filter: Signal<Filter>) -> AnyView {
    let (lang, meta) = (use_lang(), use_meta());
    let texts = lang.recap();
    let chip = move |SetFilter { words, without }: SetFilter| {
        let label = fill(texts.remove_filter, &[("name", &words)]);
        view! {
            <li>
                <a class="chip" href=filter_link(&without) data-noscroll="" aria-label=label>
                    {words}
                    <span class="chip-cross" aria-hidden="true">
                        "×"
                    </span>
                </a>
            </li>
        }
    };
    let list = move || {
        let set = filter.with(|filter| set_filters(&meta, lang, filter));
        (!set.is_empty()).then(|| {
            view! {
                <ul class="chips" aria-label=texts.active_filters>
                    {set.into_iter().map(chip).collect_view()}
                    <li>
                        <a class="chip-all" href="/rekap" data-noscroll="">
                            {texts.remove_all}
                        </a>
                    </li>
                </ul>
            }
        })
    };
    list.into_any()
}
