use shared::information::{Category, InformationStage, InformationVersion};
use shared::lang::Lang;

use crate::platform::dom::{Tag, tag};
use crate::platform::lang::day_short;
use crate::platform::settings::agency_name;

/// Where an entry stands, in short words.
pub fn badges(lang: Lang, stage: InformationStage, category: Category, is_public: bool) -> Tag {
    let immediate = (category == Category::Immediate)
        .then(|| tag("span").class("badge badge-bad").with(lang.information_category(category)));
    let category = (category != Category::Immediate)
        .then(|| tag("span").class("badge").with(lang.information_category(category)));
    // Its newest version is worked on while everyone reads the one before.
    let public = (is_public && stage != InformationStage::Published)
        .then(|| tag("span").class("badge").with(lang.information_stage(InformationStage::Published)));
    tag("span")
        .class("badges")
        .with(tag("span").class("badge badge-stage").with(lang.information_stage(stage)))
        .with(public)
        .with(immediate)
        .with(category)
}

/// Every column of a version.
pub fn facts(lang: Lang, version: &InformationVersion) -> Tag {
    let texts = lang.informing();
    let forms: Vec<&str> = version.forms.iter().map(|form| lang.information_form(*form)).collect();
    let kept = version.keep_until.map_or_else(|| texts.for_good.to_owned(), |day| day_short(lang, day));
    let rows: [(&str, Option<String>); 11] = [
        (texts.summary, Some(version.summary.clone())),
        (texts.agency, Some(agency_name(lang, &version.agency))),
        (texts.official, Some(version.official.clone())),
        (texts.made_on, Some(day_short(lang, version.made_on))),
        (texts.made_at, version.made_at.clone()),
        (texts.forms, Some(forms.join(", "))),
        (texts.keep_until, Some(kept)),
        (texts.topic, version.topic.clone()),
        (texts.plain, version.plain.clone()),
        (texts.local, version.local.clone()),
        (texts.link, version.link.clone()),
    ];
    let row = |(name, value): (&'static str, Option<String>)| {
        let value = value?;
        Some(
            tag("div")
                .class("fact")
                .with(tag("dt").with(name))
                .with(tag("dd").class("story-text").with(value)),
        )
    };
    tag("dl").class("facts").with(rows.into_iter().filter_map(row).collect::<Vec<_>>())
}
