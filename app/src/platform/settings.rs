//! The instance's settings, which every page needs before it can show anything.

use std::sync::Arc;

use leptos::prelude::*;
use shared::api::GetMeta;
use shared::instance::Meta;
use shared::lang::Lang;

use crate::platform::clock;
use crate::platform::net::{Call, Load, call_keeping, decode, fall_back, load_from};
use crate::platform::served;

/// The settings that the page brought along, or else asks for them; once for the whole visit. Without a connection
/// they are those of the last visit.
pub fn load_meta() -> Load<Meta> {
    let of_page =
        served::take_keeping("meta").map(|meta| if served::is_copy() { of_today(meta) } else { meta });
    let load = load_from(of_page, || call_keeping::<GetMeta>("meta", Call::default()));
    fall_back(load, "meta", |meta| decode(meta).map(of_today));
    load
}

/// Settings of an earlier day: what happened since must not count as lying in the future.
fn of_today(mut meta: Meta) -> Meta {
    meta.today = clock::today(meta.instance.utc_offset_minutes).map_or(meta.today, |day| day.max(meta.today));
    meta
}

/// An agency's name; its key where the settings do not know it any more.
pub fn agency_name(lang: Lang, key: &str) -> String {
    let meta = use_meta();
    let found = meta.agencies.iter().find(|agency| agency.key == key);
    found.map_or(key, |agency| agency.name(lang)).to_owned()
}

/// A sector's name; its key where the settings do not know it any more.
pub fn sector_name(lang: Lang, key: &str) -> String {
    let meta = use_meta();
    let found = meta.sectors.iter().find(|sector| sector.key == key);
    found.map_or(key, |sector| sector.name(lang)).to_owned()
}

/// Makes the settings known to everything below.
pub fn provide_meta(meta: Meta) {
    provide_context(Arc::new(meta));
}

/// The settings. Pages are drawn only once they have arrived.
pub fn use_meta() -> Arc<Meta> {
    expect_context()
}
