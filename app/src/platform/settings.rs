//! The instance's settings, which every page needs before it can show anything.

use std::sync::Arc;

use leptos::prelude::*;
use shared::api::GetMeta;
use shared::instance::Meta;

use crate::platform::net::{Call, Load, call, load_from};
use crate::platform::served;

/// The settings that the page brought along, or else asks for them; once for the whole visit.
pub fn load_meta() -> Load<Meta> {
    load_from(served::take("meta"), || call::<GetMeta>(Call::default(), &()))
}

/// Makes the settings known to everything below.
pub fn provide_meta(meta: Meta) {
    provide_context(Arc::new(meta));
}

/// The settings. Pages are drawn only once they have arrived.
pub fn use_meta() -> Arc<Meta> {
    expect_context()
}
