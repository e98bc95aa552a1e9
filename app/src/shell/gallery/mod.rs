//! Every part in each of its states, on one page: what the look is, and what the pictures in the tests are taken of.
//!
//! The parts are those of the pages themselves; only what they show is invented, and says so.

mod colours;
mod complaint;
mod figures;
mod form;
mod measures;
mod notices;
mod paper;
mod parts;
mod words;

use leptos::prelude::*;
use leptos_router::components::Router;
use leptos_router::hooks::use_location;

use super::frame::{Frame, frame};
use crate::platform::aloud::{AloudPart, aloud, provide_voices};
use crate::platform::device::{provide_theme, provide_worker};
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::{provide_lang, use_lang};
use crate::platform::reactive::watch;
use crate::platform::redact::{RedactPart, redact};
use crate::platform::settings::load_meta;
use crate::platform::ui::{LatePage, page_heading, provide_arrival};

/// Where the page is.
const ADDRESS: &str = "/gaya";

/// The page in the citizens' frame.
pub fn gallery() -> AnyView {
    let frame_of_page = Frame { lang: provide_lang(), theme: provide_theme(), meta: load_meta() };
    provide_context(frame_of_page.theme);
    // Here nothing comes late.
    provide_context(RedactPart(LatePage {
        load: || Box::pin(async { Some(()) }),
        draw: || Box::pin(async { Some(redact()) }),
    }));
    provide_context(AloudPart(LatePage {
        load: || Box::pin(async { Some(()) }),
        draw: || Box::pin(async { Some(aloud()) }),
    }));
    provide_voices();
    provide_arrival();
    provide_worker();
    let content = move || {
        let location = use_location();
        // Every other page is in another bundle: its links are followed as between two sites.
        watch(move || {
            let address = [location.pathname.get(), location.search.get()].join("?");
            if !address.starts_with(ADDRESS) {
                // A browser that refuses stays here.
                let _ = window().location().assign(address.trim_end_matches('?'));
            }
        });
        let everything = move || {
            frame_of_page.lang.get();
            frame(frame_of_page, || page().into())
        };
        tag("div").live(everything).any()
    };
    view! { <Router>{content()}</Router> }.into_any()
}

fn page() -> Tag {
    let texts = use_lang().gallery();
    let sections: [(&str, &str, Part); 14] = [
        ("warna", texts.colours, colours::colours()),
        ("huruf", texts.words, words::words()),
        ("ukuran", texts.measures, measures::measures()),
        ("tombol", texts.buttons, parts::buttons()),
        ("isian", texts.fields, parts::fields()),
        ("pilihan", texts.choices, parts::choices()),
        ("pemberitahuan", texts.notices, notices::notices()),
        ("keadaan", texts.states, notices::states()),
        ("formulir", texts.form, form::form()),
        ("aduan", texts.follow, complaint::complaint()),
        ("angka", texts.figures, figures::figures()),
        ("bagan", texts.charts, figures::charts()),
        ("bukti", use_lang().receipt().heading, form::receipt()),
        ("cetak", texts.print, paper::paper()),
    ];
    let contents = sections.iter().map(|(id, name, _)| {
        let way = tag("a").attr("href", ["#", id].concat()).attr("rel", "external").with(*name);
        tag("li").with(way)
    });
    let contents: Vec<_> = contents.collect();
    tag("div")
        .class("page gallery")
        .with(page_heading(texts.title.to_owned()))
        .with(tag("p").class("lead").with(texts.lead))
        .with(
            tag("nav")
                .class("gallery-contents no-print")
                .attr("aria-label", texts.contents)
                .with(tag("ul").with(contents)),
        )
        .with(sections.map(section).into_iter().collect::<Vec<_>>())
}

fn section((id, name, content): (&str, &str, Part)) -> Tag {
    let name_id = [id, "-nama"].concat();
    let mark = tag("span").class("badge").with(use_lang().gallery().sample);
    let head = tag("div").class("gallery-head").with(tag("h2").id(&name_id).with(name)).with(mark);
    tag("section").class("gallery-section").id(id).attr("aria-labelledby", &name_id).with(head).with(content)
}

/// One part in one state, under the state's name.
fn shown(state: &str, part: impl Into<Part>) -> Tag {
    let name = tag("p").class("over").with(state);
    tag("div").class("gallery-shown").with(name).with(tag("div").class("gallery-part").with(part))
}

/// Parts beside each other, where there is room.
fn beside(parts: Vec<Tag>) -> Part {
    tag("div").class("gallery-beside").with(parts).into()
}

/// What a sample does when it is pressed.
fn nothing() {}
