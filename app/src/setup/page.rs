use leptos::prelude::*;
use shared::api::GetSetup;
use shared::instance::Meta;
use shared::setup::Setup;

use super::agencies::agencies;
use super::holidays::holidays;
use super::profiles::profiles;
use super::rules::rules;
use super::sectors::sectors;
use super::sheet::{Keeping, Section};
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::net::{Call, Load, call, load};
use crate::platform::reactive::{RwSignal, memo};
use crate::platform::session::use_session;
use crate::platform::settings::use_meta;
use crate::platform::ui::{failure_notice, notice, page_heading, skeleton};

/// All sections, each folded until it is wanted.
pub fn setup_page() -> Tag {
    let texts = use_lang().setup();
    let session = use_session();
    let setup = load(|| call::<GetSetup>(Call::default(), &()));
    let keeping = Keeping {
        setup,
        open: RwSignal::new(None),
        told: RwSignal::new(None),
        changed: StoredValue::new(false),
        year: RwSignal::new(use_meta().today.year().to_string()),
    };
    // Other pages know the settings as they were when they came.
    let instance: Option<Load<Meta>> = use_context();
    on_cleanup(move || {
        if let (Some(instance), Some(true)) = (instance, keeping.changed.try_get_value()) {
            instance.again();
        }
    });
    let is_here = memo(move || setup.value.with(Option::is_some));
    let content = move || -> Part {
        if is_here.get() {
            let sections = [
                section(keeping, Section::Agencies, texts.agencies, agencies),
                section(keeping, Section::Sectors, texts.sectors, sectors),
                section(keeping, Section::Holidays, texts.holidays, holidays),
                section(keeping, Section::Profiles, texts.profiles, profiles),
                section(keeping, Section::Rules, texts.rules, rules),
            ];
            return sections.into();
        }
        match setup.failure.get() {
            Some(failure) => {
                session.note(&failure);
                failure_notice(&failure, move || setup.again()).into()
            }
            None => skeleton(6).into(),
        }
    };
    tag("div")
        .class("page page-narrow")
        .with(page_heading(texts.page.to_owned()))
        .with(tag("p").class("lead").with(texts.lead))
        .live(content)
}

fn section(keeping: Keeping, which: Section, name: &'static str, draw: fn(Keeping, &Setup) -> Part) -> Tag {
    let told = move || {
        let (place, tone, words) = keeping.told.get()?;
        (place == which).then(|| notice(tone, tag("p").with(words)))
    };
    let body = move || {
        keeping.setup.value.with(|setup| setup.as_ref().map_or(Part::Nothing, |setup| draw(keeping, setup)))
    };
    tag("details")
        .class("panel setup-section")
        .id(which.id())
        .with(tag("summary").with(tag("h2").with(name)))
        .live(told)
        .live(body)
}
