//! The bundle that the staff load: what complaints need at once, the PPID's pages when one of them is first opened.

use std::future::Future;

use app::platform::ui::{Drawn, LatePage};
use leptos::prelude::AnyView;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

#[wasm_split(ppid, fallible, preload(load_ppid))]
fn draw_ppid() -> Result<AnyView, SplitLoaderError> {
    Ok(app::shell::ppid_page())
}

fn main() {
    app::start_staff(LatePage { load: || boxed(load_ppid()), draw: || boxed(draw_ppid()) });
}

/// Why a part did not come, the console says; pages only need to know that it did not.
fn boxed<T: 'static>(coming: impl Future<Output = Result<T, SplitLoaderError>> + 'static) -> Drawn<T> {
    Box::pin(async move { coming.await.ok() })
}
