use leptos::prelude::*;
use leptos::task::spawn_local;
use shared::api::ListRegions;
use shared::region::{Point, Region};

use super::draft::Draft;
use super::form::Form;
use crate::platform::device::{PositionFailure, position};
use crate::platform::lang::use_lang;
use crate::platform::net::{Call, Load, call, load};
use crate::platform::settings::use_meta;
use crate::platform::ui::{
    Bound, Button, Field, TextKind, Tone, button, failure_notice, notice, select_field, text_field,
};

/// The place: region, position or words.
pub fn fields(form: Form) -> AnyView {
    let texts = use_lang().filing();
    let draft = form.draft;
    let words = Field::new("place", texts.place_words)
        .hint(texts.place_words_hint)
        .optional()
        .problem(form.problem("place"));
    view! {
        <p class="lead">{texts.place_lead}</p>
        {regions(form)}
        {position_part(form)}
        {text_field(words, TextKind::Line, form.bound("place", draft.place))}
    }
    .into_any()
}

fn regions(form: Form) -> AnyView {
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
    view! {
        {select_field(top, texts.regency_empty, Signal::stored(regencies), regency)}
        {part(
            Field::new("district", texts.district).optional(),
            texts.district_empty,
            districts,
            draft.regency,
            district,
        )}
        {part(
            Field::new("village", texts.village).optional(),
            texts.village_empty,
            villages,
            draft.district,
            village,
        )}
    }
    .into_any()
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
) -> AnyView {
    let options = Memo::new(move |_| list.value.with(|list| list.as_deref().map(pairs).unwrap_or_default()));
    let is_needed = Memo::new(move |_| parent.with(|parent| !parent.is_empty()));
    (move || {
        is_needed.get().then(|| {
            view! {
                {select_field(field, empty, options, bound)}
                {move || list.failure.get().map(|failure| failure_notice(&failure, move || list.again()))}
            }
        })
    })
    .into_any()
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

fn position_part(form: Form) -> AnyView {
    let texts = use_lang().filing();
    let draft = form.draft;
    let busy = RwSignal::new(false);
    let failure = RwSignal::new(None);
    let find = move || {
        busy.set(true);
        failure.set(None);
        spawn_local(async move {
            match position().await {
                Ok(point) => {
                    draft.changed("point");
                    draft.changed("region");
                    draft.point.set(Some(point));
                }
                Err(why) => {
                    failure.try_set(Some(why));
                }
            }
            busy.try_set(false);
        });
    };
    let kept = move |point: Point| {
        view! {
            <p class="position-kept">
                <span>{texts.position_kept} " " {write(point)}</span>
                <button type="button" class="button button-quiet" on:click=move |_| draft.point.set(None)>
                    {texts.remove_position}
                </button>
            </p>
        }
        .into_any()
    };
    let ask = move || {
        let label =
            Signal::derive(move || if busy.get() { texts.finding_position } else { texts.use_position });
        view! {
            <div>
                {button(Button::Quiet, label, busy, find)} <p class="hint hint-below">{texts.position_hint}</p>
            </div>
        }
        .into_any()
    };
    view! {
        <div class="position" id="position" role="group" aria-label=texts.position_label>
            {move || match draft.point.get() {
                Some(point) => kept(point),
                None => ask(),
            }}
            <div role="status">
                {move || {
                    failure
                        .get()
                        .map(|why| {
                            let words = match why {
                                PositionFailure::Refused => texts.position_refused,
                                PositionFailure::Unknown => texts.position_unknown,
                            };
                            notice(Tone::Warning, view! { <p>{words}</p> }.into_any())
                        })
                }}
            </div>
        </div>
    }
    .into_any()
}

/// Five decimals, about a metre. Written by hand because formatting floats would weigh more than this whole step.
pub fn write(point: Point) -> String {
    [write_degrees(point.latitude), write_degrees(point.longitude)].join(", ")
}

fn write_degrees(degrees: f64) -> String {
    let parts = (degrees.abs() * 1e5).round() as u64;
    let (whole, rest) = ((parts / 100_000).to_string(), (parts % 100_000 + 100_000).to_string());
    [if degrees < 0.0 { "−" } else { "" }, &whole, ".", &rest[1..]].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_are_written_with_five_decimals() {
        let check = |latitude, longitude, expected: &str| {
            assert_eq!(write(Point { latitude, longitude }), expected);
        };
        check(-0.898_58, 119.850_4, "−0.89858, 119.85040");
        check(0.0, -0.000_01, "0.00000, −0.00001");
    }
}
