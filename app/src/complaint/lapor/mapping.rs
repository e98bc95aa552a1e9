use shared::complaint::Stage;
use shared::complaint::lapor::{ColumnOf, LaporField, LaporMapping, UnknownWordOf, WordOf};
use shared::lang::{Lang, fill};

use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::reactive::{RwSignal, Signal};
use crate::platform::sending::Sending;
use crate::platform::settings::{agency_name, sector_name, use_meta};
use crate::platform::ui::{Bound, Field, select_field};

/// The element and the name, as problems have it, of a field's column.
const fn place_of(field: LaporField) -> (&'static str, &'static str) {
    match field {
        LaporField::Id => ("column-id", "columns.id"),
        LaporField::ReceivedOn => ("column-received", "columns.received_on"),
        LaporField::Title => ("column-title", "columns.title"),
        LaporField::Content => ("column-content", "columns.content"),
        LaporField::Status => ("column-status", "columns.status"),
        LaporField::Class => ("column-class", "columns.class"),
        LaporField::Sector => ("column-sector", "columns.sector"),
        LaporField::Agency => ("column-agency", "columns.agency"),
        LaporField::Region => ("column-region", "columns.region"),
    }
}

/// Which column says what.
pub fn columns(mapping: RwSignal<LaporMapping>, names: &[String], sending: Sending) -> Tag {
    let lang = use_lang();
    let options: Vec<_> =
        names.iter().filter(|name| !name.is_empty()).map(|name| (name.clone(), name.clone())).collect();
    let fields = LaporField::ALL.iter().map(|field| {
        let (id, place) = place_of(*field);
        let said = sending.problem(place);
        let shown = Field::new(id, lang.lapor_field(*field)).problem(said);
        let shown = if field.is_required() { shown } else { shown.optional() };
        let value = Signal::derive(move || {
            mapping.with(|mapping| mapping.column(*field).unwrap_or_default().to_owned())
        });
        let bound =
            Bound::new(value, move |column| mapping.update(|mapping| set_column(mapping, *field, column)));
        Part::from(select_field(shown, lang.lapor().no_column, Signal::stored(options.clone()), bound))
    });
    tag("div").class("column-fields").with(fields.collect::<Vec<_>>())
}

fn set_column(mapping: &mut LaporMapping, field: LaporField, column: String) {
    mapping.columns.retain(|one| one.field != field && one.column != column);
    if !column.is_empty() {
        mapping.columns.push(ColumnOf { field, column });
    }
}

/// What words mean that nothing is known for.
pub fn words(mapping: RwSignal<LaporMapping>, unknown: &[UnknownWordOf]) -> Vec<Tag> {
    let lang = use_lang();
    unknown.iter().zip(0..).map(|(one, place)| word(lang, mapping, one, place)).collect()
}

fn word(lang: Lang, mapping: RwSignal<LaporMapping>, one: &UnknownWordOf, place: usize) -> Tag {
    let label = fill(
        lang.lapor().word,
        &[("field", lang.lapor_field(one.field)), ("word", &one.word), ("n", &one.rows.to_string())],
    );
    let id = ["lapor-word-", &place.to_string()].concat();
    let (field, own) = (one.field, one.word.clone());
    let said = own.clone();
    let chosen = move || mapping.with(|mapping| mapping.means(field, &said).unwrap_or_default().to_owned());
    let is_chosen = Signal::derive(chosen);
    let option = |value: String, name: String| {
        let own = value.clone();
        tag("option")
            .attr("value", value)
            .live_property("selected", move || is_chosen.with(|chosen| *chosen == own).into())
            .with(name)
    };
    let mut options = vec![option(String::new(), lang.desk().pick.to_owned())];
    options.extend(meanings(lang, field).into_iter().map(|(value, name)| option(value, name)));
    let list =
        tag("select").class("input input-select").id(&id).with(options).on_value("change", move |means| {
            mapping.update(|mapping| {
                mapping.words.retain(|one| one.field != field || one.word != own);
                if !means.is_empty() {
                    mapping.words.push(WordOf { field, word: own.clone(), means });
                }
            });
        });
    tag("div").class("field").with(tag("label").class("label").attr("for", &id).with(label)).with(list)
}

/// What a word can mean.
fn meanings(lang: Lang, field: LaporField) -> Vec<(String, String)> {
    let meta = use_meta();
    match field {
        LaporField::Status => {
            Stage::ALL.iter().map(|stage| (stage.to_string(), lang.stage(*stage).to_owned())).collect()
        }
        LaporField::Sector => {
            meta.sectors.iter().map(|one| (one.key.clone(), sector_name(lang, &one.key))).collect()
        }
        LaporField::Agency => {
            meta.agencies.iter().map(|one| (one.key.clone(), agency_name(lang, &one.key))).collect()
        }
        _ => Vec::new(),
    }
}
