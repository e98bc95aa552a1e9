use shared::api::ListRegions;
use shared::region::{Point, Region};

use super::draft::Draft;
use super::form::Form;
use crate::platform::device::{PositionFailure, position};
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::net::{Call, Load, call, load};
use crate::platform::reactive::{RwSignal, Signal, memo, spawn};
use crate::platform::settings::use_meta;
use crate::platform::ui::{
    Bound, Button, Field, TextKind, Tone, button, failure_notice, notice, plain_button, select_field,
    text_field,
};

/// The place: region, position or words.
pub fn fields(form: Form) -> Part {
    let lead = tag("p").class("lead").with(use_lang().filing().place_lead);
    let parts: [Part; 4] = [lead.into(), regions(form), position_part(form).into(), words(form)];
    parts.into()
}

/// The place in words.
pub fn words(form: Form) -> Part {
    let texts = use_lang().filing();
    let words = Field::new("place", texts.place_words)
        .hint(texts.place_words_hint)
        .optional()
        .problem(form.problem("place"));
    text_field(words, TextKind::Line, form.bound("place", form.draft.place)).into()
}

/// The region, from the largest to the smallest that is known.
pub fn regions(form: Form) -> Part {
    let texts = use_lang().filing();
    let draft = form.draft;
    let regencies = pairs(&use_meta().regencies);
    let districts = below(draft.regency);
    let villages = below(draft.district);
    // A region's parts are those of another region once it changes.
    let regency = Bound::new(draft.regency, {
        let regencies = regencies.clone();
        move |code| {
            choose(draft, 0, code, &regencies);
        }
    });
    let of_list = move |index, list: Load<Vec<Region>>| {
        move |code| {
            let list = list.value.with_untracked(|list| list.as_deref().map(pairs)).unwrap_or_default();
            choose(draft, index, code, &list);
        }
    };
    let district = Bound::new(draft.district, of_list(1, districts));
    let village = Bound::new(draft.village, of_list(2, villages));
    let top = Field::new("regency", texts.regency).problem(form.problem("region"));
    let district_field = Field::new("district", texts.district).optional();
    let village_field = Field::new("village", texts.village).optional();
    let parts: [Part; 3] = [
        select_field(top, texts.regency_empty, Signal::stored(regencies), regency).into(),
        part(district_field, texts.district_empty, districts, draft.regency, district),
        part(village_field, texts.village_empty, villages, draft.district, village),
    ];
    parts.into()
}

/// Chooses a region and forgets the smaller ones that were chosen within another.
fn choose(draft: Draft, index: usize, code: String, list: &[(String, String)]) {
    draft.changed("region");
    let name = list.iter().find(|(known, _)| *known == code).map(|(_, name)| name.clone());
    draft.region_names.update(|names| {
        names[index..].fill(String::new());
        names[index] = name.unwrap_or_default();
    });
    let signals = [draft.regency, draft.district, draft.village];
    for smaller in &signals[index + 1..] {
        smaller.set(String::new());
    }
    signals[index].set(code);
}

/// A smaller region's list, shown once the larger one is chosen.
fn part(
    field: Field,
    empty: &'static str,
    list: Load<Vec<Region>>,
    parent: RwSignal<String>,
    bound: Bound,
) -> Part {
    let options = memo(move || list.value.with(|list| list.as_deref().map(pairs).unwrap_or_default()));
    let is_needed = memo(move || parent.with(|parent| !parent.is_empty()));
    let failed = move || list.failure.get().map(|failure| failure_notice(&failure, move || list.again()));
    Part::live(move || {
        is_needed.get().then(|| {
            let parts: [Part; 2] = [select_field(field, empty, options, bound).into(), Part::live(failed)];
            Part::from(parts)
        })
    })
}

/// The regions below the one that is chosen; none are asked for before.
fn below(parent: RwSignal<String>) -> Load<Vec<Region>> {
    load(move || {
        let parent = parent.get();
        async move {
            if parent.is_empty() {
                return Ok(Vec::new());
            }
            call::<ListRegions>(Call { path: &[&parent], ..Call::default() }, &()).await
        }
    })
}

fn pairs(regions: impl AsRef<[Region]>) -> Vec<(String, String)> {
    regions.as_ref().iter().map(|region| (region.code.clone(), region.name.clone())).collect()
}

fn position_part(form: Form) -> Tag {
    let texts = use_lang().filing();
    let draft = form.draft;
    let busy = RwSignal::new(false);
    let failure = RwSignal::new(None);
    let find = move || {
        busy.set(true);
        failure.set(None);
        spawn(async move {
            match position().await {
                Ok(point) => {
                    draft.changed("point");
                    draft.changed("region");
                    draft.point.set(Some(point));
                }
                Err(why) => {
                    failure.set(Some(why));
                }
            }
            busy.set(false);
        });
    };
    let kept = move |point: Point| {
        let remove = plain_button(Button::Quiet, texts.remove_position, move || draft.point.set(None));
        let words = [texts.position_kept, " ", &point.written()].concat();
        tag("p").class("position-kept").with(tag("span").with(words)).with(remove)
    };
    let ask = move || {
        let label = Signal::derive(move || match busy.get() {
            true => texts.finding_position,
            false => texts.use_position,
        });
        tag("div")
            .with(button(Button::Quiet, label, busy, find))
            .with(tag("p").class("hint hint-below").with(texts.position_hint))
    };
    let failed = move || {
        failure.get().map(|why| {
            let words = match why {
                PositionFailure::Refused => texts.position_refused,
                PositionFailure::Unknown => texts.position_unknown,
            };
            notice(Tone::Warning, tag("p").with(words))
        })
    };
    tag("div")
        .class("position")
        .id("position")
        .attr("role", "group")
        .attr("aria-label", texts.position_label)
        .attr("tabindex", "-1")
        .live(move || draft.point.get().map_or_else(ask, kept))
        .with(tag("div").attr("role", "status").live(failed))
}
