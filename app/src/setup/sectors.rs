use shared::setup::{SectorSetting, Setup, SetupChange};

use super::sheet::{Keeping, Section, setup_form};
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::reactive::{RwSignal, Signal};
use crate::platform::sending::Sending;
use crate::platform::settings::agency_name;
use crate::platform::ui::{
    Button, Field, TextKind, plain_button, select_field, switch, text_area, text_field,
};

const HERE: Section = Section::Sectors;
/// Characters of all keywords of a sector, as they are typed.
const KEYWORDS_LENGTH: u32 = 2_000;

/// All sectors.
pub fn sectors(keeping: Keeping, setup: &Setup) -> Part {
    let agencies: Vec<_> = setup
        .agencies
        .iter()
        .filter(|agency| !agency.retired)
        .map(|agency| (agency.key.clone(), agency_name(use_lang(), &agency.key)))
        .collect();
    let rows: Vec<_> = setup.sectors.iter().map(|one| row(keeping, one.clone(), agencies.clone())).collect();
    let new = move || -> Part {
        if keeping.is_open(HERE, "") {
            return form(keeping, SectorSetting::default(), agencies.clone()).into();
        }
        plain_button(Button::Quiet, use_lang().setup().add_sector, move || keeping.begin(HERE, "")).into()
    };
    [Part::live(new), tag("ul").class("rows").with(rows).into()].into()
}

fn row(keeping: Keeping, one: SectorSetting, agencies: Vec<(String, String)>) -> Tag {
    let lang = use_lang();
    let texts = lang.setup();
    tag("li").class("row row-tall").live(move || -> Part {
        if keeping.is_open(HERE, &one.key) {
            return form(keeping, one.clone(), agencies.clone()).into();
        }
        let agency = one.agency.as_deref().map(|key| agency_name(lang, key)).unwrap_or_default();
        let badges = [(one.sensitive, texts.is_sensitive), (one.retired, texts.retired)];
        let badges = badges.into_iter().filter(|(is_on, _)| *is_on);
        let badges = badges.map(|(_, word)| [Part::from(" "), tag("span").class("badge").with(word).into()]);
        let words = tag("div")
            .class("row-words")
            .with(tag("span").class("row-name").with(one.label.as_str()))
            .with(badges.flatten().collect::<Vec<Part>>())
            .with(tag("span").class("fine").with([&one.label_en, " · ", &one.key, " · ", &agency].concat()))
            .with(tag("p").class("template-text").with(one.keywords.join(", ")));
        let key = one.key.clone();
        let change = plain_button(Button::Quiet, lang.answers().change, move || keeping.begin(HERE, &key))
            .attr("aria-label", [lang.answers().change, ": ", &one.label].concat());
        [Part::from(words), change.into()].into()
    })
}

fn form(keeping: Keeping, one: SectorSetting, agencies: Vec<(String, String)>) -> Tag {
    let lang = use_lang();
    let texts = lang.setup();
    let sending = Sending::idle();
    let is_new = one.key.is_empty();
    let (key, label) = (RwSignal::new(one.key), RwSignal::new(one.label));
    let (label_en, retired) = (RwSignal::new(one.label_en), RwSignal::new(one.retired));
    let (keywords, sensitive) = (RwSignal::new(one.keywords.join(", ")), RwSignal::new(one.sensitive));
    let agency = RwSignal::new(one.agency.unwrap_or_default());
    let line = |id, name, field| Field::new(id, name).problem(sending.problem(field));
    let words = line("sector-keywords", texts.keywords, "keywords").hint(texts.keywords_hint).optional();
    let usual = line("sector-agency", texts.usual_agency, "agency").optional();
    let fields: Vec<Part> = vec![
        is_new
            .then(|| {
                let field = line("sector-key", texts.key, "key").hint(texts.key_hint);
                text_field(field, TextKind::Code, key)
            })
            .into(),
        text_field(line("sector-label", texts.label, "label"), TextKind::Line, label).into(),
        text_field(line("sector-label-en", texts.label_en, "label_en"), TextKind::Line, label_en).into(),
        text_area(words, KEYWORDS_LENGTH, keywords).into(),
        select_field(usual, lang.desk().pick, Signal::stored(agencies), agency).into(),
        switch("sector-sensitive", texts.sensitive, texts.sensitive_hint, sensitive).into(),
        (!is_new)
            .then(|| switch("sector-retired", texts.retired_sector, texts.retired_sector_hint, retired))
            .into(),
    ];
    let ways = keeping.ways(HERE, sending, move || {
        let words = keywords.get_untracked();
        Ok(SetupChange::Sector(SectorSetting {
            key: key.get_untracked(),
            label: label.get_untracked(),
            label_en: label_en.get_untracked(),
            keywords: words.split(',').map(str::to_owned).collect(),
            sensitive: sensitive.get_untracked(),
            agency: Some(agency.get_untracked()),
            retired: retired.get_untracked(),
        }))
    });
    setup_form(if is_new { texts.add_sector } else { texts.sectors }, fields, sending, ways)
}
