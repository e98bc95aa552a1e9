use leptos::prelude::*;
use leptos_router::components::{FlatRoutes, Route, Router};
use leptos_router::path;

use super::frame::{Frame, frame};
use super::not_found::not_found_page;
use crate::platform::device::provide_theme;
use crate::platform::lang::provide_lang;
use crate::platform::settings::load_meta;
use crate::platform::ui::provide_arrival;
use crate::{complaint, home, recap};

/// The public pages.
pub fn app() -> AnyView {
    let (is_routing, set_is_routing) = signal(false);
    let frame_of_pages = Frame {
        lang: provide_lang(),
        theme: provide_theme(),
        meta: load_meta(),
        is_routing: is_routing.into(),
    };
    provide_arrival();
    complaint::provide_draft();
    view! {
        <Router set_is_routing>
            {move || {
                // Everything is built anew in another language; what people typed lives outside.
                frame_of_pages.lang.get();
                frame(frame_of_pages, site_map)
            }}
        </Router>
    }
    .into_any()
}

fn site_map() -> AnyView {
    view! {
        <FlatRoutes fallback=not_found_page>
            <Route path=path!("/") view=home::home_page />
            <Route path=path!("/adukan") view=complaint::file_page />
            <Route path=path!("/lacak") view=complaint::track_page />
            <Route path=path!("/lacak/:code") view=complaint::case_page />
            <Route path=path!("/rekap") view=recap::recap_page />
        </FlatRoutes>
    }
    .into_any()
}
