//! The bundle that citizens load, in parts: the form at once, every other page when it is first opened. What several of
//! these share is a part as well.

use app::complaint::{Attachments, FormParts};
use app::platform::ui::{Drawn, LatePage};
use app::shell::LatePages;
use leptos::prelude::AnyView;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

#[wasm_split(home, fallible, preload(load_home))]
fn draw_home() -> Result<AnyView, SplitLoaderError> {
    Ok(app::home::home_page())
}

#[wasm_split(track, fallible, preload(load_track))]
fn draw_entry() -> Result<AnyView, SplitLoaderError> {
    Ok(app::complaint::track_page())
}

// With a loader of its own, though it is in the same part: a page asks only its own whether its code is here.
#[wasm_split(track, fallible, preload(load_case))]
fn draw_case() -> Result<AnyView, SplitLoaderError> {
    Ok(app::complaint::case_page())
}

#[wasm_split(recap, fallible, preload(load_recap))]
fn draw_recap() -> Result<AnyView, SplitLoaderError> {
    Ok(app::recap::recap_page())
}

#[wasm_split(information, fallible, preload(load_information))]
fn draw_information() -> Result<AnyView, SplitLoaderError> {
    Ok(app::information::information_page())
}

#[wasm_split(kept, fallible, preload(load_shelf))]
fn draw_shelf() -> Result<AnyView, SplitLoaderError> {
    Ok(app::complaint::shelf())
}

#[wasm_split(kept, fallible, preload(load_storing))]
fn draw_storing() -> Result<AnyView, SplitLoaderError> {
    Ok(app::complaint::storing())
}

#[wasm_split(kept, fallible, preload(load_receipt))]
fn draw_receipt() -> Result<AnyView, SplitLoaderError> {
    Ok(app::complaint::filed())
}

#[wasm_split(files, fallible, preload(load_files))]
fn draw_files() -> Result<AnyView, SplitLoaderError> {
    Ok(app::complaint::files())
}

#[wasm_split(files, fallible, preload(load_attached))]
fn draw_attached() -> Result<AnyView, SplitLoaderError> {
    Ok(app::complaint::attached_files())
}

#[wasm_split(files, fallible)]
fn work_on_files(files: Attachments) -> Result<(), SplitLoaderError> {
    app::complaint::work(files);
    Ok(())
}

#[wasm_split(redact, fallible, preload(load_redact))]
fn draw_redact() -> Result<AnyView, SplitLoaderError> {
    Ok(app::platform::redact::redact())
}

#[wasm_split(aloud, fallible, preload(load_aloud))]
fn draw_aloud() -> Result<AnyView, SplitLoaderError> {
    Ok(app::platform::aloud::aloud())
}

fn main() {
    app::start_public(LatePages {
        home: LatePage { load: || boxed(load_home()), draw: || boxed(draw_home()) },
        entry: LatePage { load: || boxed(load_track()), draw: || boxed(draw_entry()) },
        case: LatePage { load: || boxed(load_case()), draw: || boxed(draw_case()) },
        recap: LatePage { load: || boxed(load_recap()), draw: || boxed(draw_recap()) },
        information: LatePage { load: || boxed(load_information()), draw: || boxed(draw_information()) },
        form: FormParts {
            shelf: LatePage { load: || boxed(load_shelf()), draw: || boxed(draw_shelf()) },
            storing: LatePage { load: || boxed(load_storing()), draw: || boxed(draw_storing()) },
            files: LatePage { load: || boxed(load_files()), draw: || boxed(draw_files()) },
            attached: LatePage { load: || boxed(load_attached()), draw: || boxed(draw_attached()) },
            work: |files| boxed(work_on_files(files)),
            receipt: LatePage { load: || boxed(load_receipt()), draw: || boxed(draw_receipt()) },
        },
        redact: LatePage { load: || boxed(load_redact()), draw: || boxed(draw_redact()) },
        aloud: LatePage { load: || boxed(load_aloud()), draw: || boxed(draw_aloud()) },
    });
}

/// Why a part did not come, the console says; pages only need to know that it did not.
fn boxed<T: 'static>(coming: impl Future<Output = Result<T, SplitLoaderError>> + 'static) -> Drawn<T> {
    Box::pin(async move { coming.await.ok() })
}
